"""The front door as plain data."""

from sightline.practice.front_door.presenters.overview import contact_words, overview, referral_words

__all__ = ["contact_words", "overview", "referral_words"]
