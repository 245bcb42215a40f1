"""Cover while somebody is away, and who answers for a team's duty desk."""

from datetime import date, datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import queries, rules
from sightline.foundation.workforce.models import Cover, Duty


class CoverDoesNotWork(Refusal):
    """The cover asked for would leave the work with nobody, or give it to the wrong person."""


class ShiftDoesNotWork(Refusal):
    """The shift asked for has no length, is too long, or is already somebody's."""


@action(permission=Permission.ARRANGE_COVER, says="arranged cover")
def arrange_cover(
    *, practitioner_id: UUID, covered_by_id: UUID | None, reason: str, began: date, until: date, by: Acting
) -> Work:
    """Give somebody's work, messages and alerts to a colleague while they are away; or to duty, with nobody named."""
    if until < began:
        raise CoverDoesNotWork("The last day away cannot be before the first.")
    queries.hold_people([practitioner_id, covered_by_id])
    if queries.is_away(practitioner_id, began, until):
        raise CoverDoesNotWork("Cover is already arranged for some of these days. End that cover first.")
    if covered_by_id is not None:
        refuse_wrong_cover(practitioner_id, covered_by_id, began, until, by)
    cover = Cover(practitioner_id=practitioner_id, covered_by_id=covered_by_id, reason=reason, began=began, until=until)
    yield cover
    return cover


@action(permission=Permission.ARRANGE_COVER, says="ended cover")
def end_cover(*, cover_id: UUID, on: date, by: Acting) -> Work:
    """Say that somebody is back, or that the cover did not come about."""
    cover = queries.cover(cover_id)
    yield ends(cover, on=max(on, cover.began))
    return cover


@action(permission=Permission.ARRANGE_COVER, says="put somebody on duty")
def put_on_duty(
    *, practitioner_id: UUID, team_id: UUID, began_at: datetime, until: datetime, out_of_hours: bool, by: Acting
) -> Work:
    """Let somebody answer for a team's duty desk for one shift."""
    if not began_at < until <= began_at + rules.LONGEST_SHIFT:
        raise ShiftDoesNotWork("A shift ends after it begins, and lasts at most 24 hours.")
    if practitioner_id == by.practitioner_id:
        raise ShiftDoesNotWork("You cannot put yourself on duty. Ask another manager.")
    day = london_today(began_at)
    if not queries.may_work_with_children(practitioner_id, day):
        raise ShiftDoesNotWork("This person does not work with children on that day. Choose somebody else.")
    if queries.is_away(practitioner_id, day, day):
        raise ShiftDoesNotWork("This person is away on that day. Choose somebody else.")
    shift = Duty(
        practitioner_id=practitioner_id,
        team_id=team_id,
        began=day,
        began_at=began_at,
        until=until,
        out_of_hours=out_of_hours,
    )
    yield shift
    return shift


@action(permission=Permission.ARRANGE_COVER, says="took somebody off duty")
def take_off_duty(*, duty_id: UUID, at_moment: datetime, by: Acting) -> Work:
    """End a shift early, or cancel one that has not begun."""
    shift = queries.shift(duty_id)
    ended_at = max(at_moment, shift.began_at or at_moment)
    yield ends(shift, on=london_today(ended_at), ended_at=ended_at)
    return shift


def refuse_wrong_cover(practitioner_id: UUID, covered_by_id: UUID, began: date, until: date, by: Acting) -> None:
    """Raise unless the person who covers is somebody else, at work on those days, and not the one who arranges it."""
    if covered_by_id == practitioner_id:
        raise CoverDoesNotWork("Nobody can cover for themselves. Choose a colleague, or leave the work to duty.")
    if covered_by_id == by.practitioner_id:
        raise CoverDoesNotWork("You cannot give yourself somebody's work. Ask another manager to arrange it.")
    if not all(queries.may_work_with_children(covered_by_id, day) for day in (began, until)):
        raise CoverDoesNotWork("The colleague who covers does not work with children on those days.")
    if queries.is_away(covered_by_id, began, until):
        raise CoverDoesNotWork("The colleague who covers is away on some of these days. Choose somebody else.")
