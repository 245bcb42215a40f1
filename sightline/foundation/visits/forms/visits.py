"""Recording a visit: when and where, the children's own words, what it was for each of them, and what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import PassageForm, RecordingForm, When
from sightline.foundation.documents.forms.passages import written
from sightline.foundation.visits.forms.seen import AccountForm, SeenForm
from sightline.foundation.visits.presenters.titles import KINDS, VISITORS
from sightline.foundation.visits.rules import ChildVisited, Place
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

WORDS_HINT = phrase(
    "Exact words, unprompted first, and who was there. While police or {section_47_enquiry:plural} are under way, only "
    "what was said unprompted: “not asked, interview pending” is complete."
)
SHARED_HINT = "It stands in the record of each of them. What concerns one of them only belongs in that child's words."


class WordsForm(PassageForm):
    """What one child said, in their own words, and who may know it."""

    text = forms.LongText(
        "What did the child say?", hint=WORDS_HINT, rows=4, optional=True, says_optional=False, points_out=False
    )
    missing = {
        "text": "Enter what the child said",
        "about": "Select who said it, or who it is about",
        "may_know": "Select who may know it",
    }


class Visited(When):
    """When and where a visit was made, and by whom; mix it in before a form class."""

    asks_day, asks_time = "visited_on", "visited_at"

    def details(self) -> dict[str, Any]:
        """The answers as the actions take them."""
        answers = self.cleaned_data
        asked = {name: answers[name] for name in ("visited_on", "kind", "who_visited", "place", "where")}
        return asked | {"visited_at": self.moment()}


class VisitQuestions(Visited, RecordingForm):
    """When, where, by whom, and of which kind: asked of every visit."""

    visited_on = forms.Date("When was the visit?", called="the date of the visit")
    visited_at = forms.Time("At what time?", optional=True)
    place = forms.Choice("Where was it?", choices=Place.choices, called="where it was", reveals={"other": ["where"]})
    where = forms.Text("Where?", called="where it was")
    who_visited = forms.Choice(
        "Who visited?", choices=[(who.value, phrase(words)) for who, words in VISITORS.items()], called="who visited"
    )
    kind = forms.Choice(
        "What was it for?",
        choices=[(kind.value, phrase(words)) for kind, words in KINDS.items()],
        called="what the visit was for",
        small=True,
    )
    sections = [forms.Section("The visit", ["visited_on", "visited_at", "place", "who_visited", "kind"])]

    def __init__(self, request: HttpRequest, *, now: datetime, today: date, **options: Any) -> None:
        super().__init__(request, **options)
        self.now = now
        self.fields["visited_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned


class VisitForm(VisitQuestions):
    """One visit to one child or several."""

    form_code = "visits.visit"
    title = "Visit"

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], now: datetime, today: date) -> None:
        self.children = children
        super().__init__(request, now=now, today=today, subjects=[child.key for child in children])
        people = [(child.key, child.name) for child in children]
        self.repeat("words", WordsForm, heading="Passage of exact words", most=20, people=people)
        self.each: forms.SameForAll = self.add_part(
            "Seen, and safe",
            forms.SameForAll,
            prefix="each",
            answers=SeenForm,
            subjects=[(str(child.key), child.name) for child in children],
            asks="Was it different for any of them?",
        )
        self.account: AccountForm = self.add_part("What you saw and heard", AccountForm, prefix="account")
        if len(children) > 1:
            self.account.fields["account"].help_text = SHARED_HINT

    def is_valid(self) -> bool:
        """Whether every answer can be taken, and the next visit comes after this one."""
        valid = super().is_valid()
        visited_on, next_on = (
            form.cleaned_data.get(name) for form, name in ((self, "visited_on"), (self.account, "next_on"))
        )
        if visited_on and next_on and next_on < visited_on:
            self.account.add_error("next_on", "The next visit must not be before this one")
        return valid and self.account.is_valid()

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return self.details() | {
            "children": self.visited(),
            "passages": written(self.rows("words")),
            "next_on": self.account.cleaned_data["next_on"],
        }

    def visited(self) -> list[ChildVisited]:
        """What the visit was for each child."""
        said = {name: self.account.cleaned_data[name] for name in ("account", "agreed")}
        form: Any = self.each.for_all
        return [form.visited(UUID(key), answers, **said) for key, answers in self.each.for_each().items()]


class AttemptedVisitForm(VisitQuestions):
    """A visit at which nobody was seen: the same for all of the children."""

    form_code = "visits.attempted"
    title = "Attempted visit"

    account = forms.LongText(
        "What happened, and what was done to find the child?", called="what happened", rows=4, limit=5000
    )
    next_on = forms.Date("When will you try again?", called="when you will try again", optional=True)
    sections = [*VisitQuestions.sections, forms.Section("Nobody was seen", ["account", "next_on"])]

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], now: datetime, today: date) -> None:
        self.children = children
        super().__init__(request, now=now, today=today, subjects=[child.key for child in children])

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        why_not, account = "Nobody was seen at this visit.", self.cleaned_data["account"]
        children = [ChildVisited(child.key, seen=False, why_not=why_not, account=account) for child in self.children]
        return self.details() | {
            "children": children,
            "next_on": self.cleaned_data["next_on"],
            "attempted": True,
        }
