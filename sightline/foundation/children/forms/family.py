"""Questions about the people around a child, orders, professionals and warnings."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.children.forms.dates import between
from sightline.foundation.children.forms.detail import SOMEBODY_ELSE, DetailForm
from sightline.foundation.children.rules import family
from sightline.foundation.children.rules.warnings import WarningKind, latest_review
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms

ANOTHER_AGENCY = "another"


class RelationshipForm(DetailForm):
    """Who one person is to another."""

    form_code, title, asks_who = "children.relationship", "A relationship", "who"

    who = forms.Select("Who?", called="a person")
    kind = forms.Select("Who are they to this person?", choices=family.RelationshipKind.choices, called="who they are")
    details = forms.LongText("Anything else to know about it", optional=True, limit=1000, rows=2)


class LivesWithForm(DetailForm):
    """Who somebody lives with."""

    form_code, title, asks_who = "children.lives_with", "Who they live with", "who"

    who = forms.Choice("Who do they live with?", called="who they live with")
    how_often = forms.Choice("How much of the time?", choices=family.HowOften.choices, called="how much of the time")


class ParentalResponsibilityForm(DetailForm):
    """Who has parental responsibility, and how we know."""

    form_code, title = "children.parental_responsibility", "Parental responsibility"
    asks_who, or_somebody_else = "who", True

    who = forms.Choice("Who has it?", called="who has it", reveals={SOMEBODY_ELSE: "holder"})
    holder = forms.Text("Name", hint="A person who is not in the network yet, or an authority", limit=200)
    how = forms.Select(
        "How did they come to have it?", choices=family.HowHeld.choices, called="how they came to have it"
    )
    evidence = forms.Choice(
        "How do we know?", choices=family.Evidence.choices, called="how we know", reveals={"document": "seen_on"}
    )
    seen_on = forms.Date("When did we see the document?", called="the date we saw the document")
    details = forms.LongText(
        "What else is known",
        hint="For a father who could not be found: what was tried",
        optional=True,
        limit=1000,
        rows=3,
    )


class CourtOrderForm(DetailForm):
    """An order of a court."""

    form_code, title = "children.court_order", "A court order"
    began_label, began_hint = "When was it made?", "If you do not know, leave this empty: today is used"

    kind = forms.Select("What kind of order?", choices=family.OrderKind.choices, called="the kind of order")
    terms = forms.LongText("What does it say?", called="what the order says", rows=4, limit=4000, points_out=False)
    court = forms.Text("Which court?", optional=True, limit=200)
    case_number = forms.Text("Case number", optional=True, limit=60, width=20)
    until = forms.Date(
        "Until when does it last?", hint="Leave this empty if it has no end", called="the last day", optional=True
    )
    document_seen_on = forms.Date(
        "When did we see the order itself?",
        hint="Leave this empty if nobody has",
        called="the date it was seen",
        optional=True,
    )


class NoContactForm(DetailForm):
    """Who must not have contact."""

    form_code, title = "children.no_contact", "Who must not have contact"
    asks_who, or_somebody_else = "other", True

    other = forms.Choice(
        "Who must not have contact?", called="who must not have contact", reveals={SOMEBODY_ELSE: "who"}
    )
    who = forms.Text("Name", limit=200)
    ground = forms.Choice("On what ground?", choices=family.Ground.choices, called="the ground")
    terms = forms.LongText(
        "What exactly is not allowed?", called="what is not allowed", rows=3, limit=4000, points_out=False
    )
    until = forms.Date("Until when?", hint="Leave this empty if it has no end", called="the last day", optional=True)
    document_seen_on = forms.Date(
        "When did we see the document?",
        hint="Leave this empty if nobody has",
        called="the date it was seen",
        optional=True,
    )


class ProfessionalForm(DetailForm):
    """A named professional."""

    form_code, title = "children.professional", "A professional"

    name = forms.Text("Name", limit=200, autocomplete="off")
    role = forms.Text(
        "What do they do?", hint="For example: health visitor, head of year", called="what they do", limit=200
    )
    agency_id = forms.Select(
        "Which agency are they from?", called="the agency", reveals={ANOTHER_AGENCY: ["agency_name", "agency_kind"]}
    )
    agency_name = forms.Text("Name of the agency", limit=200)
    agency_kind = forms.Select("What kind of agency?", choices=family.AgencyKind.choices, called="the kind of agency")
    telephone = forms.Telephone("Telephone", optional=True, limit=30, autocomplete="off")
    email = forms.Email("Email", optional=True, autocomplete="off")

    def prepare(self) -> None:
        """The agencies that are known, and another one."""
        known = [(str(key), name) for key, name in self.agencies]
        self.fields["agency_id"].choices = [*known, (ANOTHER_AGENCY, "Another agency")]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The answers, with the agency's key where it is known."""
        values = super().values()
        chosen = values["agency_id"]
        values["agency_id"] = None if chosen == ANOTHER_AGENCY else UUID(chosen)
        return values


class WarningForm(DetailForm):
    """A warning."""

    form_code, title = "children.warning", "A warning"

    kind = forms.Choice("What kind of warning?", choices=WarningKind.choices, called="the kind of warning")
    why = forms.LongText("Why?", hint="What happened, when, and who told us", called="why", rows=4, limit=2000)
    what_to_do = forms.LongText("What should workers do?", optional=True, limit=1000, rows=2)
    agreed_with = forms.Text(
        "Which manager agreed it?",
        hint="A warning is never held up: leave this empty if nobody has yet",
        optional=True,
        limit=120,
    )
    review_by = forms.Date("By when is it looked at again?", hint="Within a year", called="the date of the review")

    def prepare(self) -> None:
        """The review falls within a year."""
        earliest = self.initial.get("began") or self.today
        between(self, "review_by", earliest=earliest, latest=latest_review(self.today))


class RenewForm(RecordingForm):
    """A warning that still stands."""

    form_code, title = "children.renew_warning", "A warning that still stands"

    reason = forms.LongText("Why does it still stand?", called="why it still stands", rows=3, limit=1000)
    review_by = forms.Date("By when is it looked at again?", hint="Within a year", called="the date of the next review")

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, **options)
        between(self, "review_by", earliest=today, latest=latest_review(today))


class EndWarningForm(RecordingForm):
    """A warning that no longer stands."""

    form_code, title = "children.end_warning", "The end of a warning"

    on = forms.Date("When did it end?", called="the date it ended")
    end_reason = forms.LongText("Why does it no longer stand?", called="why it no longer stands", rows=3, limit=1000)

    def __init__(self, request: RecordRequest, *, today: date, began: date, **options: Any) -> None:
        super().__init__(request, **options)
        between(self, "on", earliest=began, latest=today)
