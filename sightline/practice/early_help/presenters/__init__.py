"""Early help as plain data."""

from sightline.practice.early_help.presenters.handovers import asked_of_us, step_shown, step_tags, words
from sightline.practice.early_help.presenters.overview import episode_words, overview
from sightline.practice.early_help.presenters.services import closed_table, services_table

__all__ = [
    "asked_of_us",
    "closed_table",
    "episode_words",
    "overview",
    "services_table",
    "step_shown",
    "step_tags",
    "words",
]
