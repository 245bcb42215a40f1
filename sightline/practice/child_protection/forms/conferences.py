"""Questions about conferences: whether one is required, what it decided for each child, and what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.recording.forms import AboutOneChild, choices_of
from sightline.practice.child_protection.rules import ConferenceForChild, Paper, ReviewForChild
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

CATEGORY, PARTICIPATION = "cin-category-of-abuse", "ssda903-review-participation"
WHY = "What the conference heard, what it is worried about, and what must change."
MOST_DAYS_BETWEEN_VISITS = 20  # working days


class DecideConferenceForm(AboutOneChild):
    """Whether enquiries lead to a conference."""

    form_code = "child_protection.decide_conference"
    title = phrase("Is {child_protection_conference:article} required?")

    on = forms.Date("On which day was it decided?", called="the day")
    required = forms.YesNo(
        phrase("Is {child_protection_conference:article} required?"), called="whether one is required"
    )
    reasons = forms.LongText("Why?", called="why this was decided", rows=4)


class TransferInForm(AboutOneChild):
    """A child with a plan of another authority moved here."""

    form_code = "child_protection.transfer_in"
    title = "Notice that the child moved here with a plan"
    codes = {"from_authority": "la-codes"}

    on = forms.Date("On which day did the notice come?", called="the day")
    from_authority = forms.Select("From which authority?", called="the authority", optional=True)
    details = forms.LongText("What does it say?", rows=4, optional=True, points_out=False)


class SeveralChildren(RecordingForm):
    """A form about one child or several."""

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], today: date) -> None:
        self.children = children
        super().__init__(request, subjects=[child.key for child in children])
        self.fields["on"].latest = today  # type: ignore[attr-defined]

    def decided_for_each(self, heading: str, answers: type[forms.Questions], today: date) -> forms.SameForAll:
        """What was decided, asked once for all the children, except for those for whom it was different."""
        part: forms.SameForAll = self.add_part(
            heading,
            forms.SameForAll,
            prefix="decided",
            answers=answers,
            form_options={"today": today},
            subjects=[(str(child.key), child.name) for child in self.children],
            asks="Was something different decided for any of them?",
        )
        return part


class ConferenceDecided(forms.QuestionForm):
    """What an initial conference decided for one child, or for all of them."""

    plan_made = forms.YesNo(
        phrase("Does the child have {child_protection_plan:article} from this day?"),
        called="whether there is a plan",
        reveals={"yes": ["category", "visit_every"]},
    )
    category = forms.Choice("For which harm?", called="the category")
    visit_every = forms.WholeNumber(
        "If the conference set how often to visit: at most how many working days apart?",
        least=1,
        most=MOST_DAYS_BETWEEN_VISITS,
        optional=True,
        width=3,
    )
    reasons = forms.LongText("Why?", called="why this was decided", hint=WHY, rows=6)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["category"].choices = choices_of(CATEGORY, today)  # type: ignore[attr-defined]


class ConferenceForm(SeveralChildren):
    """An initial conference about one child or several."""

    form_code = "child_protection.conference"
    title = phrase("Initial {child_protection_conference}")

    on = forms.Date("On which day was it held?", called="the day")
    transfer_in = forms.YesNo(
        "Was it held because the child moved here with a plan of another authority?", called="why it was held"
    )

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], today: date) -> None:
        super().__init__(request, children=children, today=today)
        self.decided = self.decided_for_each("What was decided", ConferenceDecided, today)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.decided.for_each().items()
        outcomes = [
            ConferenceForChild(
                UUID(key), each["plan_made"], each["reasons"], each["category"] or "", each["visit_every"]
            )
            for key, each in answers
        ]
        return {"on": self.cleaned_data["on"], "transfer_in": self.cleaned_data["transfer_in"], "outcomes": outcomes}


class ReviewDecided(forms.QuestionForm):
    """What a review conference decided for one child, or for all of them."""

    continues = forms.YesNo("Does the plan go on?", called="whether the plan goes on", reveals={"yes": "category"})
    category = forms.Select(
        "If it is for another harm from this day, which?", called="the category", optional=True, says_optional=False
    )
    participation = forms.Select("How did the child take part?", called="how the child took part")
    quorate = forms.YesNo("Were enough agencies there?", optional=True)
    reasons = forms.LongText("Why?", called="why this was decided", hint=WHY, rows=6)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["category"].choices = [("", "The same harm"), *choices_of(CATEGORY, today)]  # type: ignore[attr-defined]
        self.fields["participation"].choices = choices_of(PARTICIPATION, today)  # type: ignore[attr-defined]


class ReviewConferenceForm(SeveralChildren):
    """A review conference about one child or several."""

    form_code = "child_protection.review_conference"
    title = "Review conference"

    on = forms.Date("On which day was it held?", called="the day")

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], today: date) -> None:
        super().__init__(request, children=children, today=today)
        self.decided = self.decided_for_each("What was decided", ReviewDecided, today)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        outcomes = [
            ReviewForChild(
                UUID(key),
                each["continues"],
                each["reasons"],
                each["category"] or "",
                each["participation"],
                each["quorate"],
            )
            for key, each in self.decided.for_each().items()
        ]
        return {"on": self.cleaned_data["on"], "outcomes": outcomes}


class PaperForm(SeveralChildren):
    """A paper of a conference was shared or sent."""

    form_code = "child_protection.paper"
    title = "Paper of a conference"

    kind = forms.Choice("What was sent?", choices=Paper.choices, called="what was sent")
    conference_on = forms.Date("On which day was the conference, or will it be?", called="the day of the conference")
    on = forms.Date("On which day was it sent?", called="the day it was sent")
    sent_to = forms.Text("To whom?", called="to whom", optional=True)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {name: self.cleaned_data[name] for name in ("kind", "conference_on", "on", "sent_to")} | {
            "children": [child.key for child in self.children]
        }
