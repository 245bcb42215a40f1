"""Background work on clocks: they follow the limits that the authority sets for itself."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from procrastinate.contrib.django import app

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.timescales.models import LocalLimit
from sightline.foundation.timescales.queries import children_with_open_clocks
from sightline.foundation.timescales.refresh import rebuild_in_steps

ATTEMPTS = 5  # somebody else may be counting the clocks of one of these children for a while


def follow_limits(written: Iterable[models.Model]) -> None:
    """Have open clocks counted again, once the transaction is committed, if a limit that governs them was written.

    It is work for the background: a page may neither read nor count the clocks of records that it has not opened.
    """
    governed = {row.timescale for row in written if isinstance(row, LocalLimit)}
    if governed:
        count_again.defer(timescales=sorted(governed))


@app.task(name="timescales.count_again", lock="timescales.count_again", retry=ATTEMPTS)
def count_again(timescales: list[str]) -> None:
    """Count the open clocks of these timescales again; closed ones keep what they were counted with (C16)."""
    rebuild_in_steps(children_with_open_clocks(timescales, london_today()))
