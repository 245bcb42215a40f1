"""Assessments as plain data."""

from sightline.practice.assessment.presenters.document import document_page
from sightline.practice.assessment.presenters.offering import for_need, for_sharing, for_view
from sightline.practice.assessment.presenters.overview import overview
from sightline.practice.assessment.presenters.reader import assessment_for
from sightline.practice.assessment.presenters.work import work_page
from sightline.practice.assessment.presenters.writing import section_form

__all__ = [
    "assessment_for",
    "document_page",
    "for_need",
    "for_sharing",
    "for_view",
    "overview",
    "section_form",
    "work_page",
]
