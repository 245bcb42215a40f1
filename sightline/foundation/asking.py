"""That somebody is asked to act, as areas declare it: access knows them by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models


@dataclass(frozen=True)
class AsksToAct:
    """That somebody is asked to do something about a child: a reason to open the record until it is answered.

    `whom` gives rows that name such children as `child`: of whose work is theirs, who acts, and the moment. What is
    answered, overtaken or over is not among them. Walls around a record stand before every reason.
    """

    because: str  # as the log of openings keeps it
    whom: Callable[[Any, Any, datetime], models.QuerySet[Any]]
