"""Putting right a fact that was recorded wrongly: correcting what it says, or withdrawing it with all that is its."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.code_sets.refusals import refuse_unless_code_or_nothing
from sightline.foundation.correctable import Correctable, correctable
from sightline.foundation.door import Conflict, Refusal, Work, Yielded, action, again, corrects, moves, withdraws
from sightline.foundation.facts import Acting, Fact
from sightline.foundation.recording import columns, queries
from sightline.foundation.standing import hold, refuse_before, refuse_without

NOTHING_DIFFERENT = "Nothing is different from what is recorded."
WITHDRAWN_BEFORE = (
    "Somebody has said already that this was recorded by mistake. Nothing stands that could be put right."
)
NOT_YOURS = "Your role does not allow this. Ask somebody who records it."
ONLY_OWN = "Only the person who recorded this can put it right."
TWO_SOURCES = "Two sources differ about this. Settle which of them is right instead."
BELONGS = "What it belongs to was put right: {why}"
OF_AN_END = ("ended_at", "end_recorded_at", "end_recorded_by", "end_entry_id")
REASON_LENGTH = 500  # characters, of every reason for a correction


class CannotBePutRight(Refusal):
    """The fact, or whoever asks, does not allow it."""


@action(permission=Permission.CORRECT_FACT, says="corrected what was recorded")
def correct_fact(*, child_id: UUID, fact_id: UUID, seen: int, right: Mapping[str, Any], why: str, by: Acting) -> Work:
    """Put right what a fact says, in the version `seen`; what belongs to it belongs to the correction from now on.

    Raises Conflict with both texts where somebody else put it right first.
    """
    hold([child_id])
    old = the_fact(child_id, fact_id, seen, right, by)
    refuse_without(why, asks="Say why it is corrected.")
    if all(getattr(old, name) == value for name, value in right.items()):
        raise CannotBePutRight(NOTHING_DIFFERENT)
    new: Fact = again(old, **with_no_end(old, right))
    refuse_impossible(new, old, [name for name, value in right.items() if getattr(old, name) != value])
    yield corrects(old, new, reason=why)
    yield from following({old.pk: (old, new)}, why, told={old.pk})
    return new


@action(permission=Permission.CORRECT_FACT, says="took out what was recorded by mistake")
def withdraw_fact(
    *, child_id: UUID, fact_id: UUID, seen: int, why: str, together: Sequence[UUID] = (), by: Acting
) -> Work:
    """Say that a fact, and what was recorded `together` with it, should never have been recorded.

    What cannot stand without them is withdrawn with them; what only pointed at them stays, and points at nothing.
    """
    hold([child_id])
    old = the_fact(child_id, fact_id, seen, {}, by)
    refuse_without(why, asks="Say why it was recorded by mistake.")
    goes = [old, *(each for each in queries.standing_among(child_id, together) if each.pk != old.pk)]
    for each in goes[1:]:
        refuse_unless_theirs(each, correctable()[each._meta.label], by)
    goes += queries.all_belonging_to(goes)
    for each in goes:
        yield withdraws(each, reason=why)
    yield from following(cut_from(goes), why, gone={each.pk for each in goes})
    return old


def the_fact(child: UUID, fact: UUID, seen: int, right: Mapping[str, Any], by: Acting) -> Fact:
    """The fact as it stands, if whoever asks has seen that version and may put it right."""
    found = queries.the_standing(child, fact)
    if found is None:
        raise CannotBePutRight(WITHDRAWN_BEFORE)
    standing, version, declared = found
    if standing.superseded_at is not None:
        raise CannotBePutRight(WITHDRAWN_BEFORE)
    if standing.contested:
        raise CannotBePutRight(TWO_SOURCES)
    refuse_unless_theirs(standing, declared, by)
    if version != seen:
        standing.version = version
        raise Conflict(standing, dict(right))
    stands: Fact = standing
    return stands


def refuse_unless_theirs(fact: Any, declared: Correctable, by: Acting) -> None:
    """Raise unless whoever asks could have recorded the fact."""
    if by.system:
        return
    if not may(by.role, declared.needs(fact)):
        raise CannotBePutRight(NOT_YOURS)
    if declared.own and fact.recorded_by_id != by.practitioner_id:
        raise CannotBePutRight(ONLY_OWN)


def with_no_end(old: Any, right: Mapping[str, Any]) -> dict[str, Any]:
    """What is right, without what was said at an end that was none."""
    values = dict(right)
    if "ended" in values and values["ended"] is None:
        kind = type(old)
        values |= {name: kind._meta.get_field(name).get_default() for name in (*OF_AN_END, *kind.set_at_end)}
    return values


def refuse_impossible(new: Any, old: Any, changed: Collection[str]) -> None:
    """Raise where a corrected fact could not have been recorded: a code of another day, a day before its beginning."""
    found = [column for column in new._meta.concrete_fields if column.name in changed]
    try:
        new.clean_fields(exclude={each.name for each in new._meta.concrete_fields} - {each.name for each in found})
    except ValidationError as wrong:
        raise CannotBePutRight(" ".join(wrong.messages)) from wrong
    for column in found:
        if isinstance(column, CodeField):
            code, called = getattr(new, column.name), str(column.verbose_name)
            refuse_unless_code_or_nothing(column.code_set_name, code, columns.day_of(new), called=called)
    if columns.day_of(new) != columns.day_of(old):
        for column in (each for each in new._meta.concrete_fields if each.is_relation):
            began = getattr(getattr(new, column.name), "began", None)
            if began is not None:
                refuse_before(columns.day_of(new), began, what="What it belongs to began")


def cut_from(goes: Iterable[Any]) -> dict[UUID, tuple[Any, Any]]:
    """What only pointed at facts that go: each as it is, and as it stands without them."""
    going = list(goes)
    keys = {each.pk for each in going}
    cut: dict[UUID, tuple[Any, Any]] = {}
    for belongs in (each for fact in going for each in queries.belonging_to(fact)):
        if belongs.fact.pk not in keys:
            pair = cut.setdefault(belongs.fact.pk, (belongs.fact, again(belongs.fact)))
            setattr(pair[1], belongs.column, None)
    return cut


def following(
    made: dict[UUID, tuple[Any, Any]], why: str, *, told: Collection[UUID] = (), gone: Collection[UUID] = ()
) -> Iterator[Yielded]:
    """Everything that belongs to facts in whose place others stand now, pointing at those.

    `made` are the old facts with the new ones by the keys of the old; those of `told` are yielded already.
    """
    waiting = list(made)
    while waiting:
        old, new = made[waiting.pop(0)]
        for belongs in queries.belonging_to(old):
            key = belongs.fact.pk
            if key in gone:
                continue
            if key not in made:
                made[key] = (belongs.fact, again(belongs.fact))
                waiting.append(key)
            setattr(made[key][1], belongs.column, new)
    reason = BELONGS.format(why=why)[:REASON_LENGTH]
    yield from (moves(old, new, reason=reason) for key, (old, new) in made.items() if key not in told)
