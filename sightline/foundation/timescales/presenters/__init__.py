"""Clocks and timescales as plain data for pages."""

from sightline.foundation.timescales.presenters.chips import chip, name_of

__all__ = ["chip", "name_of"]
