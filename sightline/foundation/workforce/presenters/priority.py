"""How soon, as a word in a colour."""

from sightline.foundation.workforce.rules import Priority
from sightline.ui.components import Tag

COLOURS = {Priority.URGENT: "red", Priority.HIGH: "orange", Priority.MEDIUM: "yellow", Priority.LOW: "grey"}


def priority_tag(priority: str) -> Tag | None:
    """The tag; nothing where no priority was given."""
    return Tag(Priority(priority).label, COLOURS[Priority(priority)]) if priority else None
