"""What a form takes, and the sentence it gives for what it cannot take."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.ui import forms
from sightline.ui.forms.questions import wrong_boxes


class Meeting(forms.QuestionForm):
    held_on = forms.Date("When was it held?", called="the date of the meeting")
    held_at = forms.Time("At what time?", optional=True)
    kind = forms.Choice(
        "What kind of meeting was it?", choices=[("first", "First"), ("other", "Other")], reveals={"other": "which"}
    )
    which = forms.Text("Which?", called="the kind of meeting", limit=20)
    present = forms.Choices("Who was there?", called="who was there", choices=[("a", "Ann"), ("b", "Bo")])
    seen = forms.YesNo("Was the child seen?")
    words = forms.LongText("What did they say?", called="what they said")
    email = forms.Email("Email address", optional=True)
    postcode = forms.Postcode("Postcode", optional=True)
    nhs_number = forms.NHSNumber("NHS number", optional=True)
    telephone = forms.Telephone("Telephone number", optional=True)
    people = forms.WholeNumber("Number of people", optional=True, most=40)
    minutes = forms.File("Minutes")
    agreed = forms.Confirm("I have read this")


GOOD = {"held_on-day": "3", "held_on-month": "3", "held_on-year": "2026", "kind": "first", "seen": "yes", "words": "Hi"}


def errors(field: str, **answers: Any) -> list[str]:
    form = Meeting({**GOOD, **answers})
    return [str(each) for each in form.errors.get(field, [])]


def answer(field: str, **answers: Any) -> Any:
    form = Meeting({**GOOD, **answers})
    assert field not in form.errors, form.errors
    return form.cleaned_data[field]


def test_an_empty_form_says_what_to_do_at_every_question() -> None:
    said = {name: str(found[0]) for name, found in Meeting({}).errors.items()}
    assert said == {
        "held_on": "Enter the date of the meeting",
        "kind": "Select an answer to “What kind of meeting was it?”",
        "present": "Select who was there",
        "seen": "Select an answer to “Was the child seen?”",
        "words": "Enter what they said",
        "minutes": "Choose minutes",
        "agreed": "Tick the box to go on: I have read this",
    }


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence", "boxes"),
    [
        ("", "3", "2026", "must include a day", ["day"]),
        ("", "3", "", "must include a day and a year", ["day", "year"]),
        ("31", "6", "2026", "must be a real date: June has 30 days", ["day"]),
        ("29", "2", "2026", "must be a real date: February 2026 has 28 days", ["day"]),
        ("0", "2", "2026", "must be a real date, like 27 3 2026", ["day"]),
        ("1", "13", "2026", "must have a month from 1 to 12, or its name", ["month"]),
        ("1", "Nomember", "2026", "must have a month from 1 to 12, or its name", ["month"]),
        ("1", "2", "26", "must have a year with 4 numbers, like 2026", ["year"]),
        ("1", "2", "0000", "must be a real date, like 27 3 2026", ["year"]),
        ("one", "2", "2026", "must be a real date, like 27 3 2026", ["day"]),
        ("1", "2", "1812", "must be on or after 1 January 1900", ["day", "month", "year"]),
        ("1", "2", "9999", "must be on or before 31 December 2100", ["day", "month", "year"]),
    ],
)
def test_a_wrong_date_is_named_and_kept_as_typed(
    day: str, month: str, year: str, sentence: str, boxes: list[str]
) -> None:
    form = Meeting({**GOOD, "held_on-day": day, "held_on-month": month, "held_on-year": year})
    assert form.errors["held_on"] == [f"The date of the meeting {sentence}"]
    assert wrong_boxes(form["held_on"]) == boxes
    assert form["held_on"].value() == (day, month, year)


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "MAR."])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    assert answer("held_on", **{"held_on-month": month}) == date(2026, 3, 3)


def test_a_form_that_knows_today_may_refuse_the_future() -> None:
    form = Meeting(GOOD)
    form.fields["held_on"].latest = date(2026, 3, 2)  # type: ignore[attr-defined]
    assert form.errors["held_on"] == ["The date of the meeting must be on or before 2 March 2026"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("2.30pm", time(14, 30)),
        ("1430", time(14, 30)),
        ("9 am", time(9)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("midday", time(12)),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, meant: time | None) -> None:
    assert answer("held_at", held_at=typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "9", "13pm", "12:75", "soon"])
def test_a_wrong_time_says_what_a_time_looks_like(typed: str) -> None:
    assert errors("held_at", held_at=typed) == ["Enter a time, like 14:30 or 2:30pm"]


def test_a_question_is_required_only_when_its_answer_reveals_it() -> None:
    assert errors("which", kind="first") == []
    assert answer("which", kind="first", which="left over") == ""
    assert errors("which", kind="other") == ["Enter the kind of meeting"]
    assert answer("which", kind="other", which="A review") == "A review"


def test_yes_and_no_are_true_and_false() -> None:
    assert answer("seen", seen="yes") is True
    assert answer("seen", seen="no") is False


def test_long_text_has_a_limit_that_the_message_names() -> None:
    assert errors("words", words="x" * 20_001) == ["What they said must be 20,000 characters or fewer. It has 20,001"]
    assert answer("words", words="x" * 20_000)


def test_line_ends_count_once() -> None:
    assert answer("words", words="a\r\nb") == "a\nb"


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("postcode", "sr13nx", "SR1 3NX"),
        ("postcode", " SW1A  2AA ", "SW1A 2AA"),
        ("nhs_number", "999 012 3456", "9990123456"),
        ("telephone", "0191 496 0123 ext 4", "0191 496 0123 ext 4"),
        ("people", " 1 2 ", 12),
        ("words", "Zoe\u0308", "Zoë"),
    ],
)
def test_answers_are_kept_in_one_form(field: str, typed: str, kept: object) -> None:
    assert answer(field, **{field: typed}) == kept


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("postcode", "SR1", "Enter a full postcode, like SR1 3NX"),
        ("nhs_number", "12345", "NHS number must be 10 numbers, like 999 012 3456"),
        ("telephone", "call me", "Enter a telephone number, like 01632 960 001 or 07700 900 982"),
        ("email", "amina", "Enter an email address in the correct format, like name@example.com"),
        ("people", "many", "Number of people must be a whole number, like 3"),
        ("people", "41", "Number of people must be 40 or less"),
        ("people", "9" * 6000, "Number of people must be 40 or less"),
        ("kind", "\x00", "Choose an answer to “What kind of meeting was it?” from the list"),
        ("which", "y" * 30, "The kind of meeting must be 20 characters or fewer. It has 30"),
    ],
)
def test_a_wrong_answer_says_what_to_do(field: str, typed: str, sentence: str) -> None:
    kind = {"kind": "other"} if field == "which" else {}
    assert errors(field, **{**kind, field: typed}) == [sentence]


@pytest.mark.parametrize("hidden", ["\x00", "\x07", "\ud800", "\u202e", "\ufffe", "\U0001ffff"])
def test_a_character_that_cannot_be_kept_is_pointed_at(hidden: str) -> None:
    said = "Remove a hidden character after “she said”. It usually comes with text copied from another program."
    assert errors("words", words=f"she said {hidden} no") == [said]


@pytest.mark.parametrize("text", ["👩‍👧‍👦", "می‌خواهم", "Ó Súilleabháin", "שלום", "한글", "ﬁn", "Ꝏ"])
def test_the_words_of_every_language_are_kept(text: str) -> None:
    assert answer("words", words=text) == __import__("unicodedata").normalize("NFC", text)


@given(
    st.dictionaries(st.sampled_from([*Meeting.base_fields, "held_on-day", "held_on-month", "held_on-year"]), st.text())
)
def test_nothing_a_browser_can_send_is_met_with_a_crash(answers: dict[str, str]) -> None:
    form = Meeting(answers)
    assert not form.is_valid()
    assert all(str(each.text) for each in forms.problems(form))
