"""Kinds of fact that are put right where they are seen, on one page for all of them: what an area says of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import models

PAGE = "recording:fact"  # where a fact of such a kind is shown whole, unless it has a page of its own


@dataclass(frozen=True)
class Correctable:
    """Kinds of fact that whoever may record them can correct, or withdraw as recorded by mistake.

    `asked` names the columns that a correction asks, all that hold what somebody said where it names none; `questions`
    says a column in better words than its name, with vocabulary terms; `lists` names the code set of a column that
    holds several codes. Once a spell has ended, `once_ended` is the permission needed, where that is another one.
    """

    kinds: Sequence[type[models.Model]]
    permission: str
    asked: tuple[str, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    once_ended: str = ""
    once_corrected: Mapping[str, str] = field(default_factory=dict)  # what is left to do, by kind
    own: bool = False  # whether only the one who recorded it puts it right: what somebody signed is theirs

    def needs(self, fact: Any) -> str:
        """The permission needed to put a fact right."""
        return self.once_ended if self.once_ended and getattr(fact, "ended", None) else self.permission


@cache
def correctable() -> dict[str, Correctable]:
    """How facts are put right, by kind of fact."""
    from sightline.foundation.area import areas

    return {kind._meta.label: each for area in areas() for each in area.correctable for kind in each.kinds}
