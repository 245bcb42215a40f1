"""What is asked about who works with a child."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.presenters.words import part_words
from sightline.ui import forms

OFFERED = [  # samples are drawn elsewhere, by those who audit and inspect
    kind
    for kind in rules.FURTHER_PARTS
    if kind not in (rules.InvolvementKind.AUDIT_SAMPLE, rules.InvolvementKind.INSPECTION_SAMPLE)
]


class FromDay(RecordingForm):
    """Something that begins or ends on a day, today or before."""

    on = forms.Date("From which day?", called="the day")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["on"]
        field.latest, field.initial = today, today  # type: ignore[attr-defined]
        self.order_fields([name for name in self.fields if name != "on"] + ["on"])


class PlaceForm(FromDay):
    """Which team's waiting list, and how soon."""

    form_code = "workforce.place_with_team"
    title = "Place with a team"

    team = forms.Select("Which team?", called="a team")
    priority = forms.Choice("How soon must a worker be found?", choices=rules.Priority.choices, called="how soon")
    reason = forms.LongText("Why this team?", rows=3, limit=500, optional=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices.set_choices(self, "team", choices.teams([rules.TeamKind.TEAM]))


class AllocateForm(FromDay):
    """Which worker of the team."""

    form_code = "workforce.allocate"
    title = "Allocate to a worker"

    practitioner = forms.Select("Which worker?", called="a worker")
    reason = forms.LongText("Why this worker?", rows=3, limit=500, optional=True)

    def __init__(self, *args: Any, team: UUID, me: UUID, today: date, **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        choices.set_choices(self, "practitioner", choices.with_children(today, without=[me], team=team))


class InvolveForm(FromDay):
    """Who else, as what, and why."""

    form_code = "workforce.involve"
    title = "Involve somebody else"

    practitioner = forms.Select("Who?", called="a person")
    kind = forms.Choice("What is their part?", called="their part")
    reason = forms.LongText("Why are they involved?", rows=3, limit=500)

    def __init__(self, *args: Any, me: UUID, today: date, **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        choices.set_choices(self, "practitioner", choices.with_children(today, without=[me]))
        choices.set_choices(self, "kind", [(kind.value, part_words(kind)) for kind in OFFERED])


class EndForm(FromDay):
    """Why and when somebody's work with a child ends."""

    form_code = "workforce.end_involvement"
    title = "End somebody's work with a child"

    reason = forms.LongText("Why does it end?", rows=3, limit=500)
    on = forms.Date("On which day does it end?", called="the day")
