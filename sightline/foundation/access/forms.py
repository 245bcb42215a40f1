"""Questions about walls and openings."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.access import rules
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce.forms.choices import people, set_choices, with_children
from sightline.ui import forms

CHOOSE = ("", "Choose a person")


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


class ReaderForm(forms.QuestionForm):
    """One person who may open a restricted record."""

    practitioner = forms.Select("Who may open it?", choices=[], called="a person who may open it")

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        set_choices(self, "practitioner", [CHOOSE, *choices])


class ReadersForm(RecordingForm):
    """Who may open a restricted record."""

    form_code = "access.readers"
    title = "Who may open a restricted record"

    def __init__(self, request: HttpRequest, *, named: Iterable[UUID] = (), **options: Any) -> None:
        super().__init__(request, **options)
        begun = [{"practitioner": str(each)} for each in named]
        able = with_children(london_today())
        self.repeat("readers", ReaderForm, heading="Person", least=2, most=30, initial=begun, choices=able)

    def named(self) -> list[UUID]:
        """The people chosen."""
        return [UUID(row.cleaned_data["practitioner"]) for row in self.rows("readers")]


class RestrictForm(ReadersForm):
    """Why a record is restricted, and to whom."""

    form_code = "access.restrict"
    title = "Restriction of a record"

    category = forms.Choice("Why must this record be restricted?", choices=rules.RestrictionCategory.choices)
    reason = forms.LongText("What is the risk if more people can open it?", rows=4, limit=1000)
    asked_by = forms.Text("Who asked for it?", limit=120)


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

    practitioner = forms.Select("Who must never see this record?", choices=[], called="who must never see this record")
    reason = forms.LongText(
        "Why?", hint="For example: their own family, a neighbour, a former partner.", rows=3, limit=500
    )

    def __init__(self, request: HttpRequest, **options: Any) -> None:
        super().__init__(request, **options)
        others = people(london_today(), without=[request.acting.practitioner_id])  # type: ignore[attr-defined]
        set_choices(self, "practitioner", [CHOOSE, *others])
