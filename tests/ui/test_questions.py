"""How a form looks: questions, hints, errors and what was typed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django import forms as django_forms
from django.http import QueryDict
from django.template import Context, Template
from django.utils import timezone

from sightline.ui import forms
from sightline.ui.forms import rendering
from sightline.ui.vocabulary import phrase

TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


class Visit(forms.QuestionForm):
    seen_on = forms.Date(phrase("When was the {family_time} held?"), called="the date", hint="For example, 27 3 2026")
    alone = forms.YesNo("Was the child seen alone?", reveals={"no": "why_not"})
    why_not = forms.LongText("Why not?", called="why not", rows=7)
    where = forms.Choice("Where?", choices=[("home", "Home"), ("school", "School")], hints={"home": "Any home"})
    others = forms.Choices("Who else?", optional=True, choices=[("gran", "Gran"), ("none", "Nobody")], divider="none")
    team = forms.Select("Which team?", choices=[("1", "One"), ("2", "Two")])
    born = forms.Date("Date of birth", optional=True, autocomplete="bday")
    secret = forms.Password("Password")
    code = forms.Hidden()
    money = forms.WholeNumber("Cost", optional=True, prefix="£", width=4)
    paper = forms.File("Paper", optional=True)

    sections = (forms.Section("About the visit", ["seen_on", "alone"], "In your own words."),)


def shown(form: Any, **options: Any) -> str:
    source = "{% load ui %}{% form form " + " ".join(f"{key}={value!r}" for key, value in options.items()) + " %}"
    return Template(source).render(Context({"form": form, "csrf_token": "token"}))


def test_no_answer_is_chosen_beforehand() -> None:
    html = shown(Visit())
    assert "checked" not in html
    assert '<option value="">Choose one</option>' in html
    assert "selected" not in html


def test_a_list_that_opens_says_what_nothing_chosen_means_where_it_means_something() -> None:
    form = Visit()
    form.fields["team"].choices = [("", "Every team"), ("1", "One")]  # type: ignore[attr-defined]
    html = shown(form)
    assert '<option value="">Every team</option>' in html
    assert "Choose one" not in html


def test_what_was_typed_is_shown_again_except_a_password() -> None:
    data = {
        "seen_on-day": "<31>",
        "alone": "no",
        "why_not": "busy </textarea>",
        "others": ["gran"],
        "team": "2",
        "secret": "s3cret",
    }
    html = shown(Visit(data))
    assert 'value="&lt;31&gt;"' in html
    assert "busy &lt;/textarea&gt;" in html
    assert '<option value="2" selected>' in html
    assert 'value="gran" checked' in html
    assert "s3cret" not in html


def test_checkboxes_are_not_radios() -> None:
    html = str(rendering.question(Visit()["others"]))
    assert 'type="checkbox"' in html
    assert 'data-behaviour="exclusive"' in html


def test_a_revealed_question_stands_inside_its_answer_and_nowhere_else() -> None:
    html = shown(Visit())
    assert html.count('name="why_not"') == 1
    assert html.index('class="govuk-radios__conditional') < html.index('name="why_not"')
    assert 'rows="7"' in html


def test_an_optional_question_says_so_and_no_other() -> None:
    html = shown(Visit())
    assert "Date of birth (optional)" in html
    assert "Which team? (optional)" not in html


def test_errors_are_summed_up_at_the_top_with_links_to_the_answers() -> None:
    html = shown(Visit({"seen_on-day": "3"}))
    assert html.index("There is a problem") < html.index("<form")
    for target in ("#id_seen_on-month", "#id_alone", "#id_where", "#id_team"):
        assert f'href="{target}"' in html
        assert f'id="{target[1:]}"' in html
    assert "This field is required" not in html


def test_only_the_wrong_boxes_of_a_date_are_marked() -> None:
    html = str(
        rendering.question(Visit({"seen_on-day": "31", "seen_on-month": "6", "seen_on-year": "2026"})["seen_on"])
    )
    assert html.count("govuk-input--error") == 1


def test_a_date_already_known_is_shown_in_its_boxes() -> None:
    html = str(rendering.question(Visit(initial={"seen_on": date(2026, 3, 9)})["seen_on"]))
    assert 'value="9"' in html
    assert 'value="2026"' in html


def test_one_question_may_be_the_heading_of_its_page() -> None:
    class Only(forms.QuestionForm):
        name = forms.Text("What is your name?", autocomplete="name")

    html = shown(Only(), heading=True)
    assert '<h1 class="govuk-label-wrapper">' in html
    assert 'autocomplete="name"' in html


def test_sections_have_headings_and_hints() -> None:
    html = shown(Visit())
    assert "About the visit" in html
    assert "In your own words." in html
    assert html.index("About the visit") < html.index('name="alone"') < html.index('name="where"')


def test_a_form_with_a_file_is_sent_as_one() -> None:
    assert 'enctype="multipart/form-data"' in shown(Visit())
    assert 'autocomplete="bday-day"' in shown(Visit())


def test_a_form_that_saves_itself_carries_its_draft() -> None:
    form = Visit()
    form.autosave = forms.Autosave("/drafts/", draft="019a", version=4, saved="10:42")
    html = shown(form)
    assert 'data-autosave-url="/drafts/"' in html
    assert 'name="draft" value="019a"' in html
    assert 'name="draft_version" value="4"' in html
    assert "Saved 10:42" in html


def test_the_summary_stands_once_when_the_page_shows_it_first() -> None:
    form = Visit({})
    source = "{% load ui %}{% form_errors form %}<h1>Visit</h1>{% form form %}"
    assert Template(source).render(Context({"form": form})).count("There is a problem") == 1


def test_a_restored_draft_shows_its_text_without_reproach() -> None:
    form = Visit(QueryDict("why_not=half a sen&alone=no&seen_on-day=3"), restored=True)
    html = shown(form)
    assert "half a sen" in html
    assert "There is a problem" not in html
    assert "govuk-error-message" not in html
    assert not form.is_valid()


def test_a_restored_draft_shows_text_that_no_question_asks_for_any_more() -> None:
    form = Visit(
        QueryDict("old_question=Gran+rang&csrfmiddlewaretoken=x&draft=1&seen_on-day=3&where=home"), restored=True
    )
    assert form.unplaced() == [("old_question", "Gran rang")]
    assert "Gran rang" in shown(form)


def test_a_plain_django_form_is_shown_the_same_way() -> None:
    class Plain(django_forms.Form):
        email = django_forms.EmailField(label="Email")
        kinds = django_forms.MultipleChoiceField(choices=[("a", "A")], widget=django_forms.CheckboxSelectMultiple)
        remember = django_forms.BooleanField(label="Remember me", required=False)

    html = shown(Plain({}))
    assert "govuk-input" in html
    assert 'type="checkbox"' in html
    assert "There is a problem" in html


def test_a_form_from_elsewhere_learns_to_speak() -> None:
    class Elsewhere(django_forms.Form):
        login = django_forms.EmailField(label="Email address")
        note = django_forms.CharField(error_messages={"required": "Our own words"})

    class Ours(forms.Questions, Elsewhere):
        pass

    assert Ours({}).errors == {"login": ["Enter email address"], "note": ["Our own words"]}


def test_a_form_within_a_form_is_answered_in_the_same_post() -> None:
    class Child(forms.QuestionForm):
        wish = forms.Text("What do they want?", called="what they want")

    class Family(forms.QuestionForm):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.ama = self.add_part("Ama", Child, prefix="ama", name="Ama")
            self.kofi = self.add_part("Kofi", Child, prefix="kofi", name="Kofi")

    family = Family({"ama-wish": "A dog"})
    assert not family.is_valid()
    assert [each.text for each in forms.problems(family)] == ["Kofi: Enter what they want"]
    assert 'name="ama-wish"' in shown(family)
    assert Family({"ama-wish": "A dog", "kofi-wish": "Two"}).is_valid()


@pytest.mark.parametrize("field", list(Visit.base_fields))
def test_every_kind_of_question_can_be_shown_empty_and_answered(field: str) -> None:
    assert rendering.question(Visit()[field])
    assert rendering.question(Visit({field: "x"})[field])


@pytest.mark.parametrize(
    ("of", "offered"),
    [
        ({"latest": TODAY}, f'data-quick-days="{TODAY} {YESTERDAY}"'),
        ({"latest": TODAY, "earliest": TODAY}, f'data-quick-days="{TODAY}"'),
        ({"latest": YESTERDAY}, ""),
        ({"latest": TODAY, "quick": False}, ""),
        ({}, ""),
    ],
)
def test_today_and_yesterday_are_offered_where_they_are_likely_and_may_be(of: Any, offered: str) -> None:
    class Asking(forms.QuestionForm):
        on = forms.Date("Which day?", called="the day", **of)

    html = rendering.question(Asking()["on"])
    assert offered in html
    assert ("data-quick-days" in html) is bool(offered)


def test_what_an_answer_of_a_list_that_opens_asks_for_stands_below_the_list() -> None:
    class Asking(forms.QuestionForm):
        agency = forms.Select(
            "Which agency?", choices=[("1", "One"), ("other", "Another")], reveals={"other": ["name"]}
        )
        name = forms.Text("Its name")

    html = shown(Asking())
    assert html.count('name="name"') == 1
    assert html.index("</select>") < html.index("If “Another”:") < html.index('name="name"')
