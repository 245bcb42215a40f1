"""What is asked about assessments."""

from sightline.practice.assessment.forms.assessments import BeginForm
from sightline.practice.assessment.forms.findings import (
    CheckpointForm,
    ScaleForm,
    SharingForm,
    ViewForm,
    WhetherForm,
)
from sightline.practice.assessment.forms.needs import NeedForm
from sightline.practice.assessment.forms.sections import People, SectionForm
from sightline.practice.assessment.forms.submitting import SubmitForm

__all__ = [
    "BeginForm",
    "CheckpointForm",
    "NeedForm",
    "People",
    "ScaleForm",
    "SectionForm",
    "SharingForm",
    "SubmitForm",
    "ViewForm",
    "WhetherForm",
]
