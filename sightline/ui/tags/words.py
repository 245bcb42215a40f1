"""Tags that say things in the authority's own words."""

from django import template

from sightline.ui.vocabulary import said, word


def join(register: template.Library) -> None:
    """Offer the tags of this module."""
    register.simple_tag(word, name="word")
    register.simple_tag(said, name="phrase")
