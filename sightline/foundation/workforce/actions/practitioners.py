"""Practitioners: added, moved between posts, suspended, and those who leave."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Refusal, Work, action, changes, ends
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import queries, rules
from sightline.foundation.workforce.models import Post, Practitioner
from sightline.foundation.workforce.sign_in.ending import end_sessions
from sightline.foundation.workforce.sign_in.second_factor import forget_ways_in


class NotYourself(Refusal):
    """Nobody changes their own role, team, relationship or account."""

    def __init__(self) -> None:
        super().__init__("You cannot change your own role, team or account. Ask another user administrator.")


class CannotManage(Refusal):
    """A manager is somebody else who works here, and not somebody they manage."""


class AddressInUse(Refusal):
    """Two people cannot sign in with one e-mail address."""

    def __init__(self) -> None:
        super().__init__("Somebody already signs in with this email address. Use another one.")


class DatesAreWrong(Refusal):
    """The last day is not before the first."""


@action(permission=Permission.MANAGE_WORKFORCE, says="added a practitioner")
def add_practitioner(
    *,
    name: str,
    email: str,
    qualification: str,
    starts_on: date,
    role: str,
    team_id: UUID,
    manager_id: UUID | None = None,
    registration: str = "",
    telephone: str = "",
    ends_on: date | None = None,
    unused_from: date | None = None,
    by: Acting,
) -> Work:
    """Add somebody who works here, in their first post; they cannot sign in until they chose a password.

    Days without a sign-in are counted from `unused_from`, where it is later than today and their first day.
    """
    refuse_address_in_use(email, None)
    refuse_wrong_dates(starts_on, ends_on)
    refuse_wrong_manager(None, manager_id)
    practitioner = Practitioner(
        name=name,
        email=email.lower(),
        telephone=telephone,
        qualification=qualification,
        registration=registration,
        starts_on=starts_on,
        ends_on=ends_on,
        unused_from=unused_from,
    )
    practitioner.set_unusable_password()
    yield practitioner
    yield Post(practitioner=practitioner, team_id=team_id, role=role, manager_id=manager_id, began=starts_on)
    return practitioner


@action(permission=Permission.MANAGE_WORKFORCE, says="changed what is known about a practitioner")
def change_details(
    *,
    practitioner_id: UUID,
    version: int,
    name: str,
    email: str,
    qualification: str,
    registration: str,
    telephone: str,
    by: Acting,
) -> Work:
    """Say what somebody is called, how they are reached, and what they are qualified as."""
    refuse_own(practitioner_id, by)
    refuse_address_in_use(email, practitioner_id)
    practitioner = queries.practitioner(practitioner_id)
    values: dict[str, Any] = {"name": name, "email": email.lower(), "telephone": telephone}
    values |= {"qualification": qualification, "registration": registration}
    yield changes(practitioner, version=version, **values)
    return practitioner


@action(permission=Permission.MANAGE_WORKFORCE, says="changed somebody's post")
def change_post(
    *, practitioner_id: UUID, role: str, team_id: UUID, manager_id: UUID | None, on: date, by: Acting
) -> Work:
    """End somebody's post and begin another; what they may do changes when this is written, and they sign in again."""
    refuse_own(practitioner_id, by)
    refuse_wrong_manager(practitioner_id, manager_id)
    held = queries.open_post(practitioner_id)
    if held and on < held.began:
        raise DatesAreWrong(
            f"The new post cannot begin before the present one, which began on {format_date(held.began)}."
        )
    if held:
        yield ends(held, on=max(on - timedelta(days=1), held.began))
    post = Post(practitioner_id=practitioner_id, team_id=team_id, role=role, manager_id=manager_id, began=on)
    yield post
    end_sessions(practitioner_id, by, why="post changed")
    return post


@action(permission=Permission.MANAGE_WORKFORCE, says="set somebody's last day")
def set_last_day(*, practitioner_id: UUID, version: int, ends_on: date | None, today: date, by: Acting) -> Work:
    """Say when somebody leaves, or that they stay after all; past their last day every session ends at once."""
    refuse_own(practitioner_id, by)
    leaver = queries.practitioner(practitioner_id)
    refuse_wrong_dates(leaver.starts_on, ends_on)
    yield changes(leaver, version=version, ends_on=ends_on)
    if ends_on and ends_on < today:
        end_sessions(practitioner_id, by, why="left")
    return leaver


@action(permission=Permission.MANAGE_WORKFORCE, says="suspended an account")
def suspend(*, practitioner_id: UUID, version: int, at_moment: datetime, by: Acting) -> Work:
    """Stop somebody from signing in, from this moment, and end every session they have."""
    refuse_own(practitioner_id, by)
    practitioner = queries.practitioner(practitioner_id)
    yield changes(practitioner, version=version, suspended_at=at_moment)
    end_sessions(practitioner_id, by, why="suspended")
    return practitioner


@action(permission=Permission.MANAGE_WORKFORCE, says="let somebody sign in again")
def take_back(*, practitioner_id: UUID, version: int, reason: str, today: date, by: Acting) -> Work:
    """End a suspension, for a reason; days without a sign-in are counted from today, so that it does not come back."""
    refuse_own(practitioner_id, by)
    practitioner = queries.practitioner(practitioner_id)
    unused_from = max(today, practitioner.unused_from or today)
    values = {"suspended_at": None, "dormancy": "", "unused_from": unused_from, "reopened_because": reason}
    yield changes(practitioner, version=version, **values)
    return practitioner


@action(permission=Permission.MANAGE_WORKFORCE, says="set up somebody's sign-in from the beginning")
def set_up_sign_in(*, practitioner_id: UUID, version: int, by: Acting) -> Work:
    """Take somebody's password and second steps away and end their sessions: they begin with a new link."""
    refuse_own(practitioner_id, by)
    practitioner = queries.practitioner(practitioner_id)
    yield changes(practitioner, version=version, password=make_password(None))
    forget_ways_in(practitioner)
    end_sessions(practitioner_id, by, why="sign-in set up from the beginning")
    return practitioner


@action(permission=Permission.MANAGE_WORKFORCE, says="chose a password")
def choose_password(*, practitioner_id: UUID, version: int, encoded: str, by: Acting) -> Work:
    """Keep the password, already hashed, that somebody chose with their link; older sessions end."""
    practitioner = queries.practitioner(practitioner_id)
    yield changes(practitioner, version=version, password=encoded)
    end_sessions(practitioner_id, by, why="password chosen")
    return practitioner


def refuse_own(practitioner_id: UUID, by: Acting) -> None:
    """Raise where somebody would change their own account."""
    if practitioner_id == by.practitioner_id:
        raise NotYourself


def refuse_address_in_use(email: str, practitioner_id: UUID | None) -> None:
    """Raise where another practitioner signs in with this address."""
    holder = queries.holder_of(email)
    if holder is not None and holder != practitioner_id:
        raise AddressInUse


def refuse_wrong_dates(starts_on: date, ends_on: date | None) -> None:
    """Raise where somebody would leave before they begin."""
    if ends_on and ends_on < starts_on:
        raise DatesAreWrong(f"The last day cannot be before the first, {format_date(starts_on)}.")


def refuse_wrong_manager(practitioner_id: UUID | None, manager_id: UUID | None) -> None:
    """Raise where a manager would be themselves, or somebody below them in the line."""
    if manager_id is None:
        return
    above, managers = manager_id, queries.managers()
    for _ in range(rules.LONGEST_LINE):
        if above == practitioner_id:
            raise CannotManage("Nobody can be managed by themselves, or by somebody whom they manage.")
        if (next_above := managers.get(above)) is None:
            return
        above = next_above
