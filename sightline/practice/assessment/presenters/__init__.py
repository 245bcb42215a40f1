"""Assessments as plain data."""

from sightline.practice.assessment.presenters.document import document_page
from sightline.practice.assessment.presenters.overview import overview
from sightline.practice.assessment.presenters.reader import assessment_for
from sightline.practice.assessment.presenters.work import work_page
from sightline.practice.assessment.presenters.writing import adults, section_form

__all__ = ["adults", "assessment_for", "document_page", "overview", "section_form", "work_page"]
