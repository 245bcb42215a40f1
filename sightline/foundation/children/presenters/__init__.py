"""What the pages about people show, as plain data."""

from sightline.foundation.children.presenters.clocks import clocks_due
from sightline.foundation.children.presenters.pages import (
    details_page,
    facts_of_overview,
    family_page,
    overview,
    person_page,
    reaching_page,
)
from sightline.foundation.children.presenters.record import record_page

__all__ = [
    "clocks_due",
    "details_page",
    "facts_of_overview",
    "family_page",
    "overview",
    "person_page",
    "reaching_page",
    "record_page",
]
