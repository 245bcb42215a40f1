"""What can be recorded from a child's record, as the areas declare it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import may
from sightline.foundation.area import Area, areas
from sightline.foundation.children.models import Child
from sightline.ui.components import Link
from sightline.ui.vocabulary import in_own_words


@dataclass(frozen=True)
class Group:
    """What one area offers."""

    heading: str
    links: list[Link]


def groups_to_record(request: RecordRequest, child: Child) -> list[Group]:
    """What this role may record about this child now, area by area, what is recorded most days first."""
    role = request.acting.role
    fits = cache(lambda asked: bool(asked(child.pk)))  # what several areas ask is asked once
    groups = [Group(in_own_words(area.name), offered(area, child, role, fits)) for area in sorted(areas(), key=rarely)]
    return [group for group in groups if group.links]


def rarely(area: Area) -> bool:
    """Whether nothing of what an area records is recorded most days."""
    return not any(each.everyday for each in area.records)


def offered(area: Area, child: Child, role: str, fits: Callable[[Callable[[UUID], bool]], bool]) -> list[Link]:
    """What one area offers for this child; `fits` answers its question whether a thing can be recorded now."""
    return [
        Link(each.label(), reverse(each.route, args=[child.pk]))
        for each in area.records
        if may(role, each.permission) and fits(each.offered) and not fits(each.withheld)
    ]
