"""What is recorded of assessments."""

from sightline.practice.assessment.actions.assessments import authorise_assessment, begin_assessment
from sightline.practice.assessment.actions.findings import (
    decide_whether,
    record_checkpoint,
    record_scale,
    record_sharing,
    record_view,
)
from sightline.practice.assessment.actions.needs import record_need
from sightline.practice.assessment.actions.submitting import submit_work
from sightline.practice.assessment.actions.work import begin_work, save_section

__all__ = [
    "authorise_assessment",
    "begin_assessment",
    "begin_work",
    "decide_whether",
    "record_checkpoint",
    "record_need",
    "record_scale",
    "record_sharing",
    "record_view",
    "save_section",
    "submit_work",
]
