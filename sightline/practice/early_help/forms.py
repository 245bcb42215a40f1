"""Questions about early help: what the family answered, who helps and why, and how it ended."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.early_help.rules import Answer
from sightline.ui import forms
from sightline.ui.vocabulary import phrase


class AnswerForm(AboutOneChild):
    """What a family answered to an offer."""

    form_code = "early_help.answer"
    title = phrase("Answer to an offer of {early_help}")

    on = forms.Date("On which day did the family answer?", called="the day")
    answer = forms.Choice("What did they answer?", choices=Answer.choices, called="what they answered")
    who_answered = forms.Text("Who answered?", called="who answered", limit=200)
    what_they_said = forms.LongText("What did they say?", rows=4, optional=True)


class BeginForm(AboutOneChild):
    """Help began, with the family's yes."""

    form_code = "early_help.begin"
    title = phrase("{early_help:capital} began")

    on = forms.Date("On which day did it begin?", called="the first day")
    organisation = forms.Text("Which organisation leads it?", called="which organisation leads", limit=200)
    reason = forms.LongText("What is it for?", called="what it is for", rows=4)
    who_agreed = forms.Text(
        "Who in the family agreed?", called="who agreed", hint="Without their yes there is no such help.", limit=200
    )
    what_they_said = forms.LongText("What did they say?", rows=3, optional=True)


class EndForm(AboutOneChild):
    """Help ended."""

    form_code = "early_help.end"
    title = phrase("{early_help:capital} ended")

    on = forms.Date("On which day did it end?", called="the last day")
    end_reason = forms.LongText("Why did it end, and what has changed?", called="why it ended", rows=4, limit=250)
