"""Correcting and ending what was recorded about a person."""

from datetime import date
from typing import Any

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.refusals import DatesDoNotFit, refuse
from sightline.foundation.children.models import Identifier
from sightline.foundation.children.models.contact import Place
from sightline.foundation.children.rules.contact import normalised_postcode
from sightline.foundation.children.rules.identity import normalised
from sightline.foundation.door import Work, action, corrects, ends
from sightline.foundation.facts import Acting, PersonSpell
from sightline.foundation.writing import Correction

CARRIED = ("ended", "ended_at", "end_reason")


@action(permission=Permission.RECORD_PERSON, says="corrected a detail of a person")
def correct_detail(*, old: PersonSpell, values: dict[str, Any], reason: str, by: Acting) -> Work:
    """Put right what was recorded wrongly; what was recorded stays readable, marked as corrected."""
    new, correction = corrected(old, values, reason)
    yield correction
    return new


@action(permission=Permission.RECORD_PERSON, says="ended a detail of a person")
def end_detail(*, fact: PersonSpell, on: date, end_reason: str = "", by: Acting) -> Work:
    """Say that something recorded about a person no longer holds from a day."""
    if on < fact.began:
        raise DatesDoNotFit("It cannot end before it began.")
    yield ends(fact, on=on, **({"end_reason": end_reason} if "end_reason" in fact.set_at_end else {}))
    return fact


def corrected(old: PersonSpell, values: dict[str, Any], reason: str) -> tuple[PersonSpell, Correction]:
    """The fact that takes the place of a wrong one, with what the wrong one said of its end, and the correction."""
    carried = {name: getattr(old, name) for name in CARRIED if hasattr(old, name)}
    new = type(old)(person_id=old.person_id, **(carried | values))
    if isinstance(new, Identifier):
        new.value = normalised(new.kind, new.value)
    if isinstance(new, Place):
        new.postcode = normalised_postcode(new.postcode)
    new.supersedes = old
    refuse(new)
    if new.ended is not None and new.ended < new.began:
        raise DatesDoNotFit("It cannot begin after it ended.")
    return new, corrects(old, new, reason=reason)
