"""Leaving care as plain data."""

from sightline.practice.leaving_care.presenters.overview import overview

__all__ = ["overview"]
