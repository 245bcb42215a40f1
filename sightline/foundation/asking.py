"""That somebody is asked to act, as areas declare it to access and to My work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models


@dataclass(frozen=True)
class AsksToAct:
    """That somebody is asked to do something about a child: a reason to open the record until it is answered.

    `whom` gives rows that name such children as `child`: of whose work is theirs, who acts, and the moment. What is
    answered, overtaken or over is not among them. Walls around a record stand before every reason.
    """

    because: str  # as the log of openings keeps it
    whom: Callable[[Any, Any, datetime], models.QuerySet[Any]]


@dataclass(frozen=True)
class WaitsForUs:
    """What others asked of somebody's team, as My work shows it: tickets, each with the child it names."""

    heading: Callable[[], str]
    shown: Callable[[Any, Any, datetime], Sequence[tuple[UUID | None, Any]]]  # whose work is theirs, who acts, now
    urgent: bool = False  # whether it stands before everything else
