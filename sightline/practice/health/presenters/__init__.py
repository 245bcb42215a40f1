"""Health as plain data."""

from sightline.practice.health.presenters.overview import overview

__all__ = ["overview"]
