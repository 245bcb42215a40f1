"""Moves from home to home, and what is settled and done for each."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import ending_too
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse
from sightline.practice.care.actions.checks import age_of, in_care_on, refuse_same_day
from sightline.practice.care.models import Home, HomeArrangement, HomeStep
from sightline.practice.care.queries import standing
from sightline.practice.care.rules import Arrangement, NewHome, Step
from sightline.practice.care.rules.choices import PASSING
from sightline.practice.care.rules.records import wrong_with_arrangement, wrong_with_home


@action(permission=Permission.RECORD_PRACTICE, says="recorded a move to another home")
def move_home(*, child_id: UUID, on: date, home: NewHome, reason: str = "", by: Acting) -> Work:
    """Record that a child moved: one home ends and the next begins on the same day, with the reason for the change."""
    hold([child_id])
    in_care_on(child_id, on)
    before = standing.open_home(child_id)
    if before is not None:
        refuse_same_day(before, on, what="The home")
        refuse_reason(before.placement_type, home.placement_type, reason, on)
        yield ends(before, on=on, **({"reason_for_change": reason} if reason else {}))
        if not home.same_carer and home.placement_type not in PASSING:
            yield from ending_too(Home, child_id, on)
    moved_into = home_of(child_id, on, home)
    yield moved_into
    return moved_into


def refuse_reason(before: str, after: str, reason: str, on: date) -> None:
    """Raise unless there is a reason for the change; a passing absence and the return from it need none."""
    refuse_unless_code_or_nothing("ssda903-reason-place-change", reason, on, called="why the home changed")
    if not reason and before not in PASSING and after not in PASSING:
        raise NotNow("Say why the home changed.")


def home_of(child: UUID, on: date, home: NewHome) -> Home:
    """A home as a fact, not yet recorded; raises Refusal for a home that contradicts itself."""
    refuse_unless_code("ssda903-placement-type", home.placement_type, on, called="what kind of home it is")
    refuse_unless_code_or_nothing("ssda903-placement-provider", home.provider, on, called="who provides the home")
    refuse(wrong_with_home(home, age=age_of(child, on)))
    return Home(
        child_id=child, began=on, placement_type=home.placement_type, provider=home.provider,
        postcode=home.postcode.strip().upper(), urn=home.urn.strip().upper(), local_authority=home.local_authority,
        same_carer=home.same_carer, emergency=home.emergency,
    )  # fmt: skip


@action(permission=Permission.RECORD_PRACTICE, says="recorded what was settled about a home")
def settle_home(*, child_id: UUID, on: date, arrangement: str, by: Acting) -> Work:
    """Record an approval that does not last, its extension or end, or that the child stays until grown up."""
    hold([child_id])
    home = lived_in_on(child_id, on)
    if arrangement not in Arrangement.values:
        raise NotNow("Choose what was settled from the list.")
    refuse(wrong_with_arrangement(arrangement, home.placement_type, standing.arrangements_of(home)))
    settled = HomeArrangement(child_id=child_id, happened=on, home=home, arrangement=arrangement)
    yield settled
    return settled


@action(permission=Permission.RECORD_PRACTICE, says="recorded what was done for a new home")
def record_home_step(*, child_id: UUID, on: date, step: str, by: Acting) -> Work:
    """Record that the plan for a home was agreed, that people were told, or that the meeting was held."""
    hold([child_id])
    home = lived_in_on(child_id, on)
    if step not in Step.values:
        raise NotNow("Choose what was done from the list.")
    if standing.of_child(HomeStep, child_id).filter(home=home, step=step).exists():
        raise NotNow("This is recorded for the home already.")
    done = HomeStep(child_id=child_id, happened=on, home=home, step=step)
    yield done
    return done


def lived_in_on(child: UUID, on: date) -> Home:
    """The home of a child in care on a day; raises Refusal if none is recorded."""
    in_care_on(child, on)
    home = standing.home_on(child, on)
    if home is None:
        raise NotNow("No home is recorded for that day. Record first where the child lived.")
    return home
