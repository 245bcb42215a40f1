"""What an action asks of the facts that stand about a child before it records another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Child
from sightline.foundation.facts import Fact
from sightline.foundation.writing import Refusal

Kind = TypeVar("Kind", bound=Fact)


class NotNow(Refusal):
    """What stands about the child does not allow it."""


def hold(children: Iterable[UUID]) -> None:
    """Let nobody else change what follows for these children until this transaction is over."""
    list(Child.objects.select_for_update(of=("self",)).filter(pk__in=list(children)).order_by("pk"))


def fact_of(kind: type[Kind], key: UUID, child: UUID) -> Kind:
    """A fact about a child that stands; raises NotNow if it was corrected, or is not about this child."""
    found: Kind | None = standing(kind, child).filter(pk=key).first()
    if found is None:
        raise NotNow("Somebody corrected this before you. Look at what stands now.")
    return found


def open_spell(kind: type[Kind], child: UUID, /, **more: Any) -> Kind | None:
    """The newest spell of a kind about a child that has not ended."""
    found: Kind | None = standing(kind, child).filter(ended=None, **more).order_by("-began", "-recorded_at").first()
    return found


def standing(kind: type[Fact], child: UUID) -> Any:
    """The facts of a kind about a child that stand."""
    return kind.objects.current().about([child])


def the_open(kind: type[Kind], child: UUID, *, what: str) -> Kind:
    """The spell of a kind that has not ended; raises NotNow if there is none."""
    found = open_spell(kind, child)
    if found is None:
        raise NotNow(f"There is no {what} to record this for.")
    return found


def refuse_before(on: date, began: date, *, what: str) -> None:
    """Raise where something would happen before what it belongs to; `what` says so, such as "The plan began"."""
    if on < began:
        raise NotNow(f"{what} on {format_date(began)}. Choose that day or a later one.")


def refuse_while(spell: Any, *, what: str) -> None:
    """Raise where a spell is open beside which no other of its kind can begin."""
    if spell is not None:
        raise NotNow(f"{what} is open since {format_date(spell.began)}.")


def refuse_without(text: str, *, asks: str) -> None:
    """Raise where words are missing that nobody else can supply."""
    if not text.strip():
        raise NotNow(asks)


def refuse(sentence: str) -> None:
    """Raise with a sentence, if there is one."""
    if sentence:
        raise NotNow(sentence)
