"""Questions about the legal gateway, pre-proceedings and family group decision making."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.court.rules import Step
from sightline.ui import forms


class AskGatewayForm(AboutOneChild):
    """A manager asks the legal gateway."""

    form_code = "court.ask_gateway"
    title = "Ask the legal gateway"

    on = forms.Date("On which day was it asked?", called="the day")
    urgent = forms.YesNo("Is it urgent?", called="whether it is urgent")
    reasons = forms.LongText("What is it asked, and why?", called="what it is asked", rows=6)


class GatewayForm(AboutOneChild):
    """What the legal gateway decided."""

    form_code = "court.gateway"
    title = "What the legal gateway decided"
    codes = {"outcome": "ssd-legal-gateway-outcome"}

    on = forms.Date("On which day did it decide?", called="the day")
    outcome = forms.Choice(
        "What did it decide?",
        called="what it decided",
        hint="The decision to start pre-proceedings begins them on that day.",
    )
    reasons = forms.LongText("Why?", called="why this was decided", rows=6)


class BeginPreProceedingsForm(AboutOneChild):
    """Pre-proceedings began without a decision of our gateway."""

    form_code = "court.begin_pre_proceedings"
    title = "Pre-proceedings began"

    on = forms.Date("On which day did they begin?", called="the day")


class LetterForm(AboutOneChild):
    """The letter before proceedings was sent."""

    form_code = "court.letter"
    title = "Letter before proceedings"

    on = forms.Date("On which day was it sent?", called="the day")
    sent_to = forms.Text(
        "To whom?", called="to whom it was sent", hint="Each person with parental responsibility.", limit=250
    )


class MeetingForm(AboutOneChild):
    """A meeting with parents in pre-proceedings."""

    form_code = "court.meeting"
    title = "Meeting in pre-proceedings"

    on = forms.Date("On which day was it held?", called="the day")
    parents_represented = forms.YesNo("Did the parents have a solicitor there?", optional=True)
    what_was_agreed = forms.LongText(
        "What was agreed?", called="what was agreed", hint="Also by whom and by when.", rows=6
    )


class FamilyForm(AboutOneChild):
    """A step of family group decision making."""

    form_code = "court.family"
    title = "Family group decision making"

    on = forms.Date("On which day?", called="the day")
    step = forms.Choice("How far has it come?", choices=Step.choices, called="how far it has come")
    details = forms.LongText(
        "What else is known?",
        hint="If it was not offered, say why offering it is against the child’s best interests.",
        rows=4,
        optional=True,
        says_optional=False,
    )


class EndPreProceedingsForm(AboutOneChild):
    """How pre-proceedings ended."""

    form_code = "court.end_pre_proceedings"
    title = "Pre-proceedings ended"
    codes = {"outcome": "ssd-pre-proceedings-outcome"}

    on = forms.Date("On which day was it decided?", called="the day")
    outcome = forms.Choice("How did they end?", called="how they ended")
