"""Questions about care."""

from sightline.practice.care.forms.care import CarePlanForm, EnterCareForm, LeaveCareForm, LegalStatusForm
from sightline.practice.care.forms.homes import ArrangementForm, HomeStepForm, MoveForm
from sightline.practice.care.forms.reviews import CareReviewForm, OfficerContactForm

__all__ = [
    "ArrangementForm",
    "CarePlanForm",
    "CareReviewForm",
    "EnterCareForm",
    "HomeStepForm",
    "LeaveCareForm",
    "LegalStatusForm",
    "MoveForm",
    "OfficerContactForm",
]
