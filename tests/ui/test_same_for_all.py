"""The same for all of them, except."""

from typing import Any

from sightline.ui import forms

THREE = [("ama", "Ama"), ("kofi", "Kofi"), ("jo", "Jo")]


class Decision(forms.QuestionForm):
    decision = forms.Choice("What was decided?", called="what was decided", choices=[("yes", "Begin"), ("no", "Not")])


def form(data: dict[str, Any] | None, subjects: list[tuple[str, str]] = THREE) -> forms.SameForAll:
    return forms.SameForAll(data, answers=Decision, subjects=subjects, prefix="d")


def test_one_answer_counts_for_everyone() -> None:
    asked = form({"d-all-decision": "yes"})
    assert asked.is_valid()
    assert asked.for_each() == {key: {"decision": "yes"} for key, _ in THREE}


def test_an_exception_has_an_answer_of_its_own() -> None:
    asked = form({"d-all-decision": "yes", "d-different": ["jo"], "d-jo-decision": "no"})
    assert asked.is_valid()
    assert asked.for_each()["jo"] == {"decision": "no"}
    assert asked.for_each()["ama"] == {"decision": "yes"}


def test_an_exception_without_an_answer_is_named() -> None:
    asked = form({"d-all-decision": "yes", "d-different": ["jo"]})
    assert not asked.is_valid()
    assert [(each.text, each.target) for each in forms.problems(asked)] == [
        ("Jo: Select what was decided", "id_d-jo-decision")
    ]


def test_what_was_chosen_for_one_who_is_no_exception_is_left_aside() -> None:
    asked = form({"d-all-decision": "yes", "d-jo-decision": "no"})
    assert asked.is_valid()
    assert asked.for_each()["jo"] == {"decision": "yes"}


def test_nothing_is_asked_for_all_when_each_is_an_exception() -> None:
    each = {f"d-{key}-decision": "no" for key, _ in THREE}
    asked = form({"d-different": ["ama", "kofi", "jo"], **each})
    assert asked.is_valid()
    assert set(asked.for_each()) == {"ama", "kofi", "jo"}


def test_one_child_alone_is_simply_asked() -> None:
    asked = form({"d-all-decision": "no"}, THREE[:1])
    assert asked.is_valid()
    assert "different" not in asked.fields
    assert asked.for_each() == {"ama": {"decision": "no"}}


def test_an_exception_nobody_listed_is_refused() -> None:
    asked = form({"d-all-decision": "yes", "d-different": ["stranger"]})
    assert not asked.is_valid()


def test_every_question_of_it_is_on_the_page_once() -> None:
    from sightline.ui.forms import rendering

    html = str(rendering.questions(form(None)))
    assert html.index("d-all-decision") < html.index("d-different") < html.index("d-ama-decision")
    assert [html.count(f'name="d-{key}-decision"') for key in ("all", "ama", "kofi", "jo")] == [2, 2, 2, 2]


class Seen(forms.QuestionForm):
    seen = forms.YesNo("Was the child seen?", called="whether the child was seen")


class Page(forms.QuestionForm):
    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.each = self.add_part(
            "Seen",
            forms.SameForAll,
            prefix="each",
            answers=Seen,
            subjects=[("a", "Ana"), ("b", "Ben"), ("c", "Cal")],
            given={"a": {"seen": True}, "b": {"seen": False}, "c": {"seen": True}},
        )


def test_most_is_for_all_and_who_differs_is_an_exception() -> None:
    each = Page().each
    assert each.exceptions() == {"b"}
    assert each.for_all["seen"].value() == "yes"
    assert each.apart["b"]["seen"].value() == "no"


def test_what_is_answered_now_takes_the_place_of_what_was_answered_before() -> None:
    page = Page({"each-all-seen": "no"})
    assert page.is_valid(), page.errors
    assert {key: said["seen"] for key, said in page.each.for_each().items()} == {"a": False, "b": False, "c": False}
