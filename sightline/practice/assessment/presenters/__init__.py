"""Assessments as plain data."""

from sightline.practice.assessment.presenters.overview import overview

__all__ = ["overview"]
