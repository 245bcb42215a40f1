"""What is asked about teams."""

from typing import Any

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.models import Team
from sightline.ui import forms


class TeamQuestions(RecordingForm):
    """What a team is called, where it stands and how it is reached."""

    name = forms.Text("Name", called="a name", limit=120)
    within = forms.Select("What does it stand in?", called="what it stands in", optional=True)
    telephone = forms.Telephone("Telephone", limit=30, optional=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        places = [rules.TeamKind.AUTHORITY, rules.TeamKind.SERVICE]
        choices.set_choices(self, "within", choices.teams(places))


class AddTeamForm(TeamQuestions):
    """A new team."""

    form_code = "workforce.add_team"
    title = "Add a team"

    kind = forms.Choice("What is it?", choices=rules.TeamKind.choices, called="what it is")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_fields(["kind"])


class TeamForm(TeamQuestions):
    """What changed about a team."""

    form_code = "workforce.change_team"
    title = "Change a team"

    def __init__(self, *args: Any, team: Team, **options: Any) -> None:
        known = {"name": team.name, "within": str(team.within_id or ""), "telephone": team.telephone}
        super().__init__(*args, changing=team, initial=known, **options)


class CloseTeamForm(RecordingForm):
    """Whether a team is really to be closed."""

    form_code = "workforce.close_team"
    title = "Close a team"

    on = forms.Date("On which day does it close?", called="the day")

    def __init__(self, *args: Any, team: Team, **options: Any) -> None:
        super().__init__(*args, changing=team, **options)
