"""Imports run for tests, each of which must add up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model

from sightline.assurance.returns.importing.running import Report, run
from sightline.assurance.returns.importing.tally import COUNTED, OUTCOMES
from sightline.assurance.returns.reading import Kind
from sightline.foundation.facts import Fact
from tests.conftest import as_jobs

TODAY = date(2026, 11, 23)


def imported(kind: Kind, path: Path, **options: Any) -> Report:
    """The report of an import, which always adds up."""
    with as_jobs():
        report = run(kind, [path], today=TODAY, **options)
    for table, counts in report["tables"].items():
        assert set(counts) == {*COUNTED, "reasons"}
        assert counts["read"] == sum(counts[outcome] for outcome in OUTCOMES), table
    return report


def counted() -> dict[str, int]:
    """How many rows of each kind of fact there are."""
    kinds: list[type[Model]] = [model for model in apps.get_models() if issubclass(model, Fact)]
    return {kind._meta.label: number for kind in kinds if (number := kind._default_manager.count())}
