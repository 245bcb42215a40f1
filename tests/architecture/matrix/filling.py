"""Filling in the form of a page as a practitioner might: a valid, minimal answer to every question it asks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

AHEAD = ("review_by", "until", "by_when", "new_date", "expected_on", "ends_on")  # questions about days to come
SAID = "Said so that everybody understands why it was done."


@dataclass
class Question:
    """One box, list or group of choices of a form."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)


class FormReader(HTMLParser):
    """Reads the questions of every form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Question]] = []
        self.inside: Question | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form, or a question of it."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({"": Question("", said.get("class", ""), said.get("method", "get"))})
        elif self.forms and tag in ("input", "textarea", "select") and said.get("name"):
            self.note(tag, said)
        elif self.inside and tag == "option" and said.get("value"):
            self.inside.options.append(said["value"])
            if "selected" in said:
                self.inside.value = said["value"]

    def note(self, tag: str, said: dict[str, str]) -> None:
        """Note one box; a choice is added to its group."""
        kind = said.get("type", "text") if tag == "input" else tag
        question = self.forms[-1].setdefault(said["name"], Question(said["name"], kind))
        if kind in ("radio", "checkbox"):
            question.options.append(said.get("value", "on"))
            if "checked" in said:
                question.value = said.get("value", "on")
        else:
            question.value = said.get("value", "")
        self.inside = question if tag in ("select", "textarea") else None

    def handle_data(self, data: str) -> None:
        """The text inside a box of several lines."""
        if self.inside and self.inside.kind == "textarea":
            self.inside.value += data.strip()

    def handle_endtag(self, tag: str) -> None:
        """The end of a list or of a box."""
        if tag in ("select", "textarea"):
            self.inside = None


def filled_in(html: str, **said: Any) -> dict[str, Any]:
    """What to send: the answers given, what stands in the form already, else a valid answer to each question."""
    reader = FormReader()
    reader.feed(html)
    questions = next(form for form in reversed(reader.forms) if "sl-form" in form[""].kind and form[""].value == "post")
    return dict(answers([each for name, each in questions.items() if name], said))


def answers(questions: list[Question], said: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Name and answer of each question."""
    for each in questions:
        base = each.name.rpartition("-")[2]
        given = said.get(each.name, said.get(base))
        answer = given if given is not None else each.value or invented(each)
        if answer not in ("", None):
            yield each.name, answer


def invented(question: Question) -> Any:
    """A valid answer to a question that nobody has answered."""
    if question.kind == "hidden":
        return question.value
    name, _, part = question.name.rpartition("-")
    if question.kind in ("radio", "checkbox", "select"):
        return question.options[-1 if part == "practitioner" else 0] if question.options else ""
    if question.kind == "file":
        return SimpleUploadedFile("letter.txt", b"A letter.")
    if part in ("day", "month", "year"):
        return str(getattr(day_of(name), part))
    by_kind = {"email": "somebody@canary.test", "tel": "01632 960 001", "number": "3"}
    by_name = {
        "postcode": "SR1 3NX",
        "uprn": "100012345678",
        "value": "07700 900 982",
        **dict.fromkeys(
            ("held_at", "visited_at", "happened_at", "received_at", "began_at", "ended_at", "agreed_at"), "00:00"
        ),
    }
    by_name |= dict.fromkeys(("number", "scale"), "3")
    return by_kind.get(question.kind) or by_name.get(part) or SAID


def day_of(question: str) -> date:
    """Today, or for questions about days to come a day in two months."""
    ahead = question.rpartition("-")[2] in AHEAD
    return timezone.localdate() + timedelta(days=60 if ahead else 0)
