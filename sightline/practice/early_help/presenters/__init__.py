"""Early help as plain data."""

from sightline.practice.early_help.presenters.overview import episode_words, overview

__all__ = ["episode_words", "overview"]
