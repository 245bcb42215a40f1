"""Plans for children in need as plain data."""

from sightline.practice.child_in_need.presenters.overview import overview

__all__ = ["overview"]
