"""What cannot be recorded about a person, and the sentence that says why; recording and correcting ask the same."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from django.db.models import Model

from sightline.foundation.children.models import (
    Disability,
    Ethnicity,
    Gender,
    Identifier,
    NoContact,
    ParentalResponsibility,
    Person,
    Religion,
    WarningNote,
)
from sightline.foundation.children.models.family import Tie
from sightline.foundation.children.rules import identity, warnings
from sightline.foundation.children.rules.identity import IdentifierKind
from sightline.foundation.door import Refusal, ends
from sightline.foundation.search.queries import identifier_is_taken
from sightline.foundation.writing import Ending

ONE_PERSON_EACH = (IdentifierKind.NHS, IdentifierKind.UPN, IdentifierKind.NATIONAL_INSURANCE)
ONE_AT_A_TIME = (Gender, Ethnicity, Religion)


class NumberIsWrong(Refusal):
    """The number cannot be one of its kind."""


class NumberIsTaken(Refusal):
    """Somebody else has the number already."""

    def __init__(self, kind: str) -> None:
        label = IdentifierKind(kind).label
        super().__init__(f"Somebody else already has this {label}. Search for the number: it may be the same person.")


class NotAPerson(Refusal):
    """There is nobody there, or nobody whom this practitioner may see."""

    def __init__(self) -> None:
        super().__init__("Choose the person again: there is no such person in this record.")


class SayWho(Refusal):
    """Neither a person nor a name was given."""

    def __init__(self) -> None:
        super().__init__("Say who: choose a person from the network or enter a name.")


class DatesDoNotFit(Refusal):
    """The dates cannot be true together."""


@singledispatch
def refuse(fact: Model) -> None:
    """Raise a Refusal if the fact cannot be; most facts can."""


@refuse.register
def _(fact: Identifier) -> None:
    if problem := identity.problem_with(fact.kind, fact.value):
        raise NumberIsWrong(problem)
    if fact.kind in ONE_PERSON_EACH and identifier_is_taken(fact.kind, fact.value, fact.person_id):
        raise NumberIsTaken(fact.kind)


@refuse.register
def _(fact: Disability) -> None:
    others = Disability.objects.current().filter(person=fact.person_id, ended=None)
    if fact.supersedes_id:
        others = others.exclude(pk=fact.supersedes_id)
    if fact.ended is None and identity.contradicts_disabilities(fact.code, others.values_list("code", flat=True)):
        raise Refusal("“No disability” cannot stand beside a disability. End the other entry first.")


@refuse.register
def _(fact: Tie) -> None:
    if fact.other_id is None:
        return
    if fact.other_id == fact.person_id or not Person.objects.filter(pk=fact.other_id).exists():
        raise NotAPerson


@refuse.register(ParentalResponsibility)
@refuse.register(NoContact)
def _(fact: Any) -> None:
    if fact.other_id is None and not (getattr(fact, "holder", "") or getattr(fact, "who", "")):
        raise SayWho
    refuse.dispatch(Tie)(fact)


@refuse.register
def _(fact: WarningNote) -> None:
    latest = warnings.latest_review(fact.began)
    if not fact.began <= fact.review_by <= latest:
        raise DatesDoNotFit("A warning must be reviewed within a year of the day it began.")


def recorded(fact: Any) -> Iterator[Model | Ending]:
    """Yield a fact that can be, after the end of the one it takes the place of, where there is one at a time."""
    refuse(fact)
    if isinstance(fact, ONE_AT_A_TIME):
        before = type(fact).objects.current().filter(person=fact.person_id, ended=None).first()
        if before:
            yield ends(before, on=max(before.began, fact.began))
    yield fact
