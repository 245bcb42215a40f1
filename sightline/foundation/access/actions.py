"""What people do about walls: restrict, name readers, exclude, look with a reason, break the glass, review."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sightline.foundation.access import queries, rules
from sightline.foundation.access.models import (
    Exclusion,
    NamedReader,
    Opening,
    OpeningReview,
    Restriction,
)
from sightline.foundation.access.rules import OpeningKind, Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.actions.several import copied
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting


class TooFewReaders(Refusal):
    """A restricted record must stay open to at least two people at work, one of them a manager."""

    def __init__(self) -> None:
        super().__init__(
            "Name at least two people who work here now, one of them a manager, so that somebody can always open it."
        )


class ReasonTooShort(Refusal):
    """An opening with a reason needs a reason."""

    def __init__(self) -> None:
        super().__init__(f"Say why in at least {rules.REASON_LENGTH} characters.")


class AlreadyRestricted(Refusal):
    """A record is restricted once; the list of readers can be changed."""

    def __init__(self) -> None:
        super().__init__("This record is restricted already. Change who may open it instead.")


class AlreadyExcluded(Refusal):
    """Somebody is excluded from a record once."""

    def __init__(self) -> None:
        super().__init__("This person is excluded from the record already.")


class NotAboutYourself(Refusal):
    """Nobody changes a wall that concerns themselves."""

    def __init__(self) -> None:
        super().__init__("You cannot change who may open a record where that concerns you. Ask another manager.")


@action(permission=Permission.LOOK_WITH_REASON, says="looked at a record with a reason")
def look(*, person: UUID, reason_code: str, reason: str, now: datetime, by: Acting) -> Work:
    """Open a record without a relationship for a while; its allocated worker is told."""
    yield opening(person, OpeningKind.LOOK, reason_code, reason, now, by, review_by=None)
    return None


@action(permission=Permission.BREAK_GLASS, says="opened a restricted record in an emergency")
def break_glass(*, person: UUID, reason_code: str, reason: str, now: datetime, review_by: date, by: Acting) -> Work:
    """Open a restricted record in an emergency; others review it on the next working day."""
    yield opening(person, OpeningKind.BREAK_GLASS, reason_code, reason, now, by, review_by=review_by)
    return None


def opening(
    person: UUID, kind: OpeningKind, code: str, reason: str, now: datetime, by: Acting, *, review_by: date | None
) -> Opening:
    """An opening that lasts the permitted hours; refuses a reason that says nothing."""
    if len(reason.strip()) < rules.REASON_LENGTH:
        raise ReasonTooShort
    assert by.practitioner_id is not None
    return Opening(
        person_id=person,
        practitioner_id=by.practitioner_id,
        kind=kind,
        reason_code=code,
        reason=reason,
        happened=london_today(now),
        happened_at=now,
        until=now + timedelta(hours=rules.LOOK_LASTS_HOURS),
        review_by=review_by,
    )


@action(permission=Permission.REVIEW_OPENINGS, says="reviewed an opening of a record")
def review_opening(*, opening: queries.UnreviewedOpening, justified: bool, remarks: str, on: date, by: Acting) -> Work:
    """Say whether an opening was justified; never one's own."""
    if opening.practitioner == by.practitioner_id:
        raise NotAboutYourself
    yield OpeningReview(
        person_id=opening.person, opening_id=opening.opening, justified=justified, remarks=remarks, happened=on
    )
    return None


@action(permission=Permission.RESTRICT_RECORD, says="restricted a record")
def restrict(
    *, person: UUID, category: str, reason: str, asked_by: str, readers: Sequence[UUID], on: date, by: Acting
) -> Work:
    """Let only named people open a record, from this moment; reviewed within 90 days."""
    if queries.restriction_of(person) is not None:
        raise AlreadyRestricted
    if not queries.still_openable(person, readers):
        raise TooFewReaders
    restriction = Restriction(
        person_id=person,
        category=category,
        reason=reason,
        asked_by=asked_by,
        began=on,
        review_by=on + timedelta(days=rules.RESTRICTION_REVIEW_DAYS),
    )
    yield restriction
    for reader in dict.fromkeys(readers):
        yield NamedReader(person_id=person, practitioner_id=reader, began=on)
    return restriction


@action(permission=Permission.RESTRICT_RECORD, says="reviewed a restriction")
def renew_restriction(*, restriction: Restriction, reason: str, on: date, by: Acting) -> Work:
    """Keep a restriction after its review; the next review is due within 90 days."""
    yield ends(restriction, on=on, end_reason="Reviewed and renewed")
    yield Restriction(
        person_id=restriction.person_id,
        category=restriction.category,
        reason=reason,
        asked_by=restriction.asked_by,
        began=on,
        review_by=on + timedelta(days=rules.RESTRICTION_REVIEW_DAYS),
    )
    return None


@action(permission=Permission.RESTRICT_RECORD, says="lifted a restriction")
def lift_restriction(*, restriction: Restriction, reason: str, on: date, by: Acting) -> Work:
    """Open the record again to everybody with a relationship."""
    yield ends(restriction, on=on, end_reason=reason)
    for named in queries.named_readers(restriction.person_id):
        yield ends(named, on=on)
    return None


@action(permission=Permission.RESTRICT_RECORD, says="changed who may open a restricted record")
def change_readers(*, person: UUID, readers: Sequence[UUID], on: date, by: Acting) -> Work:
    """Replace the list of people who may open a restricted record."""
    if not queries.still_openable(person, readers):
        raise TooFewReaders
    current = {named.practitioner_id: named for named in queries.named_readers(person)}
    if by.practitioner_id in set(readers) ^ set(current):
        raise NotAboutYourself
    for practitioner, named in current.items():
        if practitioner not in readers:
            yield ends(named, on=on)
    for reader in dict.fromkeys(readers):
        if reader not in current:
            yield NamedReader(person_id=person, practitioner_id=reader, began=on)
    return None


@action(permission=Permission.RESTRICT_RECORD, says="excluded somebody from a record")
def exclude(*, person: UUID, practitioner: UUID, reason: str, on: date, by: Acting) -> Work:
    """Make a record not exist for one practitioner, from this moment; it beats every role."""
    if practitioner == by.practitioner_id:
        raise NotAboutYourself
    if queries.exclusions_of(person).filter(practitioner=practitioner).exists():
        raise AlreadyExcluded
    readers = [named.practitioner_id for named in queries.named_readers(person)]
    if practitioner in readers and not queries.still_openable(person, readers, without=practitioner):
        raise TooFewReaders
    yield Exclusion(person_id=person, practitioner_id=practitioner, reason=reason, began=on)
    return None


@action(permission=Permission.RESTRICT_RECORD, says="ended an exclusion")
def end_exclusion(*, exclusion: Exclusion, reason: str, on: date, by: Acting) -> Work:
    """Let somebody see a record again where they have another reason to."""
    if exclusion.practitioner_id == by.practitioner_id:
        raise NotAboutYourself
    yield ends(exclusion, on=on, end_reason=reason)
    return None


def walls_of_twins(first: UUID, further: Sequence[UUID], given: Sequence[object]) -> Iterator[object]:
    """The walls around a baby who is expected, for each further baby of the pregnancy: nobody sees one past them."""
    for kind in (Exclusion, NamedReader, Restriction):
        for wall in kind.objects.current().filter(person=first, ended=None):
            for baby in further:
                yield copied(wall, person_id=baby)
