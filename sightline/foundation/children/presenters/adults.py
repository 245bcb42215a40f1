"""The records in which an adult stands."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.children.presenters import words
from sightline.foundation.children.queries.network import visible_people
from sightline.ui.components import Link, Table


def records_of_adult(children: Iterable[UUID], today: date) -> Table:
    """The children in whose records an adult stands."""
    people = visible_people(children).values()
    rows: list[list[object]] = [
        [Link(str(child), reverse("children:child", args=[child.pk])), words.age(child, today) or "Not known"]
        for child in sorted(people, key=str)
    ]
    return Table("Records that this person stands in", ["Child", "Age"], rows, caption_hidden=True)
