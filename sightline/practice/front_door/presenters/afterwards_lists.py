"""The list behind a number of the page of afterwards: which contacts, and what happened; never who decided."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.workforce.presenters.behind_numbers import called
from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.presenters.titles import way_in_words
from sightline.ui.components import Link, Table

COLUMNS = ["Child", "Decided", "What was decided", "Work began", "In touch again"]


def decided_table(rows: Iterable[DecidedContact], title: str) -> Table:
    """These decisions, each leading to its contact."""
    return Table(title, COLUMNS, [line(row) for row in rows], empty="Nothing is on this list.", caption_hidden=True)


def line(row: DecidedContact) -> list[object]:
    """One decision in dates, without its words."""
    whole = reverse("front_door:contact_page", args=[row.child_id, row.contact_id]) if row.contact_id else ""
    days = [format_date(day) if day else "" for day in (row.changed_on, row.repeated_on)]
    return [Link(called(row.child.person), whole), format_date(row.decided_on), way_in_words(row.way), *days]
