"""Education as plain data."""

from sightline.practice.education.presenters.overview import overview, place_words

__all__ = ["overview", "place_words"]
