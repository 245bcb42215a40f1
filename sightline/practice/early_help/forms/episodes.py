"""Questions about early help: who leads it and why, and how it ended."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.ui import forms
from sightline.ui.vocabulary import phrase


class BeginForm(AboutOneChild):
    """Help began, with the family's yes."""

    form_code = "early_help.begin"
    form_version = 2
    title = phrase("{early_help:capital} began")

    on = forms.Date("On which day did it begin?", called="the first day")
    organisation = forms.Text("Which organisation leads it?", called="which organisation leads", limit=200)
    lead_worker = forms.Text(
        "Who is the lead worker?", called="who is the lead worker", hint="Whom the family rings.", limit=200
    )
    reason = forms.LongText("What is it for?", called="what it is for", rows=4)
    who_agreed = forms.Text(
        "Who in the family agreed?",
        hint="Leave this where their yes is recorded already. Without it there is no such help.",
        limit=200,
        optional=True,
    )
    what_they_said = forms.LongText("What did they say?", rows=3, optional=True, points_out=False)


class LeadForm(AboutOneChild):
    """Somebody else leads."""

    form_code = "early_help.lead"
    title = phrase("Somebody else leads the {early_help}")

    on = forms.Date("From which day?", called="the day")
    lead_worker = forms.Text("Who leads?", called="who leads", limit=200)
    organisation = forms.Text("Of which organisation?", called="the organisation", limit=200)
    why = forms.LongText("Why did it change, and who told the family?", called="why it changed", rows=3, limit=500)


class EndForm(AboutOneChild):
    """Help ended."""

    form_code = "early_help.end"
    title = phrase("{early_help:capital} ended")

    on = forms.Date("On which day did it end?", called="the last day")
    end_reason = forms.LongText("Why did it end, and what has changed?", called="why it ended", rows=4, limit=250)
