"""What the night owes and what the day must take over, as it stands first on My work of those concerned."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_moment
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.rules import Role
from sightline.practice.front_door.models import NightWork
from sightline.practice.front_door.presenters import night
from sightline.practice.front_door.queries.night import Asked, asked_of, not_taken_over
from sightline.practice.front_door.rules import night_of
from sightline.ui.components import Tag, Ticket


def asked_of_this_night(reach: Reach, by: Acting, now: datetime) -> list[tuple[UUID | None, Ticket]]:
    """What day asks of the night that it is now, for whoever works at night."""
    if by.role != Role.OUT_OF_HOURS:
        return []
    return [(each.request.child_id, asked_ticket(each)) for each in asked_of(night_of(now), None)]


def to_take_over(reach: Reach, by: Acting, now: datetime) -> list[tuple[UUID | None, Ticket]]:
    """What was done at night and nobody took over: for the manager of the team, and for those above once it is late."""
    if not may(by.role, Permission.OVERSEE):
        return []
    teams = {reach.own_team, *reach.teams_managed} - {None}
    waiting = not_taken_over([team for team in teams if team])
    theirs = [each for each in waiting if each.accept_by < now or each.child.in_sight.team_id == reach.own_team]
    return [(each.child_id, done_ticket(each, now)) for each in theirs]


def asked_ticket(asked: Asked) -> Ticket:
    """That something is asked about a child; what it is stands on the page of the evening, which says so of all."""
    done = [Tag("Done", "green")] if asked.done else []
    return Ticket("Read what day asks", reverse("front_door:evening"), str(asked.request.child.person), tags=done)


def done_ticket(work: NightWork, now: datetime) -> Ticket:
    """What was done and when, by whom, and by when it is taken over."""
    late = [Tag("Late", "red")] if work.accept_by < now else []
    return Ticket(
        night.words(work),
        href=night.accept_link(work),
        about=str(work.child.person),
        tags=late,
        lines=[f"{night.by_whom(work)}. To be taken over by {format_moment(work.accept_by)}."],
    )
