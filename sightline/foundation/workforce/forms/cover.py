"""What is asked about cover and duty."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.forms import choices
from sightline.ui import forms


class CoverForm(RecordingForm):
    """Who is away, and who has their work."""

    form_code = "workforce.arrange_cover"
    title = "Arrange cover"

    practitioner = forms.Select("Who is away?", called="who is away")
    reason = forms.Choice("Why?", choices=rules.CoverReason.choices, called="why")
    began = forms.Date("First day away", called="the first day away")
    until = forms.Date("Last day away", called="the last day away")
    covered_by = forms.Select(
        "Who covers?",
        hint="They get the work, messages and alerts. Leave it empty and duty has them.",
        called="who covers",
        optional=True,
    )

    def __init__(self, *args: Any, today: date, me: UUID, teams: Iterable[UUID] | None, **options: Any) -> None:
        super().__init__(*args, initial={"began": today}, **options)
        choices.set_choices(self, "practitioner", choices.people(today, teams=teams))
        choices.set_choices(self, "covered_by", choices.with_children(today, without=[me]))


class ShiftForm(RecordingForm):
    """Who answers for a team, and from when to when."""

    form_code = "workforce.put_on_duty"
    title = "Put somebody on duty"

    team = forms.Select("For which team?", called="a team")
    practitioner = forms.Select("Who is on duty?", called="who is on duty")
    on = forms.Date("On which day does the shift begin?", called="the day")
    begins = forms.Time("When does it begin?", called="when it begins")
    ends = forms.Time(
        "When does it end?",
        called="when it ends",
        hint="For example, 08:00. Before its beginning means the next day.",
    )
    out_of_hours = forms.YesNo("Is it an out-of-hours shift?", called="whether it is out of hours")

    def __init__(self, *args: Any, today: date, me: UUID, teams: Iterable[UUID] | None, **options: Any) -> None:
        super().__init__(*args, initial={"on": today}, **options)
        offered, inside = choices.teams(), None if teams is None else {str(team) for team in teams}
        choices.set_choices(self, "team", [each for each in offered if inside is None or each[0] in inside])
        choices.set_choices(self, "practitioner", choices.with_children(today, without=[me]))

    def moments(self) -> tuple[datetime, datetime]:
        """When the shift begins and ends, by the clock on the wall."""
        answers = self.cleaned_data
        begins = timezone.make_aware(datetime.combine(answers["on"], answers["begins"]))
        last = answers["on"] if answers["ends"] > answers["begins"] else answers["on"] + timedelta(days=1)
        return begins, timezone.make_aware(datetime.combine(last, answers["ends"]))


class EndForm(RecordingForm):
    """Whether cover or a shift is really to end."""

    form_code = "workforce.end_cover_or_shift"
    title = "End cover or a shift"
