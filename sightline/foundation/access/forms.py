"""Questions about walls and openings."""

from typing import Any
from uuid import UUID

from sightline.foundation.access import queries, rules
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms


class ReasonForm(RecordingForm):
    """Why a record is opened without a relationship."""

    reason_code = forms.Choice("Why do you need to open this record?", choices=rules.OpeningReason.choices)
    reason = forms.LongText(
        "What do you need to know, and for whom?",
        hint=f"At least {rules.REASON_LENGTH} characters. The people who work with the child will read this.",
        rows=4,
        limit=1000,
    )


class LookForm(ReasonForm):
    """A look without a relationship."""

    form_code = "access.look"
    title = "Reason for opening a record"


class BreakGlassForm(ReasonForm):
    """An emergency opening of a restricted record."""

    form_code = "access.break_glass"
    title = "Emergency opening of a restricted record"


class ReviewOpeningForm(RecordingForm):
    """What a manager thought of an emergency opening."""

    form_code = "access.review_opening"
    title = "Review of an emergency opening"

    justified = forms.YesNo("Was this opening justified?")
    remarks = forms.LongText("What did you check, and what follows?", rows=4, limit=1000)


class ReadersForm(RecordingForm):
    """Who may open a restricted record."""

    form_code = "access.readers"
    title = "Who may open a restricted record"

    readers = forms.Choices(
        "Who may open it?", choices=[], hint="At least two people who work here now, one of them a manager."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["readers"].choices = people_to_choose()  # type: ignore[attr-defined]

    def named(self) -> list[UUID]:
        """The people chosen."""
        return [UUID(key) for key in self.cleaned_data["readers"]]


class RestrictForm(ReadersForm):
    """Why a record is restricted, and to whom."""

    form_code = "access.restrict"
    title = "Restriction of a record"

    category = forms.Choice("Why must this record be restricted?", choices=rules.RestrictionCategory.choices)
    reason = forms.LongText("What is the risk if more people can open it?", rows=4, limit=1000)
    asked_by = forms.Text("Who asked for it?", limit=120)
    field_order = ("category", "reason", "asked_by", "readers")


class EndForm(RecordingForm):
    """Why a restriction or an exclusion ends."""

    form_code = "access.end"
    title = "End of a restriction or exclusion"

    reason = forms.LongText("Why is it no longer needed?", rows=3, limit=500)


class RenewForm(RecordingForm):
    """Why a restriction is still needed."""

    form_code = "access.renew"
    title = "Review of a restriction"

    reason = forms.LongText("Why is it still needed?", rows=3, limit=1000)


class ExcludeForm(RecordingForm):
    """Who must never see a record."""

    form_code = "access.exclude"
    title = "Exclusion from a record"

    practitioner = forms.Select("Who must never see this record?", choices=[])
    reason = forms.LongText(
        "Why?", hint="For example: their own family, a neighbour, a former partner.", rows=3, limit=500
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["practitioner"].choices = [("", "Choose a person"), *people_to_choose()]  # type: ignore[attr-defined]


def people_to_choose() -> list[tuple[str, str]]:
    """Everybody who works here now, with their role, to choose from."""
    return [(str(person.pk), person.name) for person in queries.people_at_work()]
