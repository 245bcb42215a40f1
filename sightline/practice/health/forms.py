"""Questions about the health of children in care."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.health.rules import HIGHEST_SCORE, AssessmentKind, Clinician
from sightline.ui import forms

RESULT = {"result": "ssd-health-check-status"}


class HealthAssessmentForm(AboutOneChild):
    """A health assessment was done, planned, refused or cancelled."""

    form_code = "health.assessment"
    title = "Health assessment"
    codes = RESULT

    on = forms.Date("On which day?", called="the day of the assessment")
    kind = forms.Choice("Which one was it?", choices=AssessmentKind.choices, called="which one it was")
    result = forms.Choice("What became of it?", called="what became of it")
    by_whom = forms.Choice("Who did it, if it was done?", choices=Clinician.choices, called="who did it", optional=True)


class DentalCheckForm(AboutOneChild):
    """A child saw a dentist, or this was planned, refused or cancelled."""

    form_code = "health.dental"
    title = "Dentist’s check"
    codes = RESULT

    on = forms.Date("On which day?", called="the day of the check")
    result = forms.Choice("What became of it?", called="what became of it")


class ImmunisationForm(AboutOneChild):
    """Whether immunisations are up to date."""

    form_code = "health.immunisations"
    title = "Immunisations"

    on = forms.Date("On which day was this known?", called="the day")
    up_to_date = forms.YesNo("Are they up to date?", called="whether they are up to date")


class QuestionnaireForm(AboutOneChild):
    """The carer's score, or why there is none."""

    form_code = "health.questionnaire"
    title = "Strengths and difficulties questionnaire"
    codes = {"reason": "ssda903-sdq-reason"}

    on = forms.Date("On which day?", called="the day")
    score = forms.WholeNumber("The carer’s score", most=HIGHEST_SCORE, optional=True)
    reason = forms.Choice("If there is no score, why not?", called="why there is none", optional=True)
