"""What follows for section 47 enquiries when a decision or an outcome is recorded or corrected."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Refusal, Yielded, corrects, ends, withdraws
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import Section47Enquiry
from sightline.practice.child_protection.queries import Standing


class EnquiriesEnded(Refusal):
    """Enquiries would be left with an end and without a beginning."""


def enquiries_follow(child: UUID, standing: Standing, *, reason: str) -> Iterator[Yielded]:
    """Begin, end, correct or withdraw enquiries so that they are what follows from what now stands about a child."""
    right = standing.right()
    refuse_end_without_enquiries(standing, right)
    pairs = paired(standing.enquiries, right)
    for spell, enquiry in pairs:
        yield from made_right(spell, enquiry, child, reason)
    matched = {id(enquiry) for _, enquiry in pairs}
    yield from (spell_of(child, enquiry) for enquiry in right if id(enquiry) not in matched)


def refuse_end_without_enquiries(standing: Standing, right: list[rules.Enquiry]) -> None:
    """Raise if enquiries are said to have ended on a day on which none were under way."""
    if left_over := rules.ends_without_enquiries(right, standing.found.values()):
        day = format_date(left_over[0])
        raise EnquiriesEnded(
            f"Enquiries are recorded as having ended on {day}, and none would have been under way. "
            "Correct when they began, or what they found, first."
        )


def paired(
    spells: list[Section47Enquiry], right: list[rules.Enquiry]
) -> list[tuple[Section47Enquiry, rules.Enquiry | None]]:
    """Each recorded enquiry with what it should be: begun by the same discussion, else ended on the same day."""
    free = list(right)
    pairs: dict[UUID, rules.Enquiry] = {}
    for same in (begun_together, ended_together):
        for spell in spells:
            match = next((each for each in free if spell.pk not in pairs and same(spell, each)), None)
            if match is not None:
                pairs[spell.pk] = match
                free.remove(match)
    return [(spell, pairs.get(spell.pk)) for spell in spells]


def begun_together(spell: Section47Enquiry, right: rules.Enquiry) -> bool:
    """Whether the same discussion began both."""
    return bool(begun_by(spell) == right.discussion)


def begun_by(spell: Section47Enquiry) -> UUID:
    """The key of the discussion that began an enquiry, or of the enquiry itself where a return told of it."""
    key: UUID = spell.discussion_id or spell.pk
    return key


def ended_together(spell: Section47Enquiry, right: rules.Enquiry) -> bool:
    """Whether both ended on the same day, or both are under way."""
    return bool(spell.ended == right.ended)


def made_right(spell: Section47Enquiry, right: rules.Enquiry | None, child: UUID, reason: str) -> Iterator[Yielded]:
    """What brings a recorded enquiry to what it should be; nothing if it is."""
    if right is None:
        yield withdraws(spell, reason=reason)
    elif (begun_by(spell), spell.began) == (right.discussion, right.began) and spell.ended is None:
        if right.ended is not None:
            yield ends(spell, on=right.ended)
    elif (begun_by(spell), spell.began, spell.ended) != (right.discussion, right.began, right.ended):
        yield corrects(spell, spell_of(child, right, instead_of=spell), reason=reason)


def spell_of(child: UUID, right: rules.Enquiry, instead_of: Section47Enquiry | None = None) -> Section47Enquiry:
    """An enquiry as it is recorded, with what else is known of the one that it stands in place of."""
    known = {}
    if instead_of is not None:
        known = {"referral_id": instead_of.referral_id, "conference_target": instead_of.conference_target}
    told_of = instead_of is not None and right.discussion == instead_of.pk
    discussion = None if told_of else right.discussion
    return Section47Enquiry(child_id=child, discussion_id=discussion, began=right.began, ended=right.ended, **known)
