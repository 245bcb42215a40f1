"""Legal gateway, pre-proceedings and court as plain data."""

from sightline.practice.court.presenters.overview import overview

__all__ = ["overview"]
