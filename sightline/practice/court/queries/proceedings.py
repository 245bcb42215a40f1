"""The clocks of care proceedings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Allowance, Clock, Ending, State, weeks
from sightline.foundation.timescales.rules.sequences import by_child, over
from sightline.practice.court import models, rules
from sightline.practice.court.rules import limits

CASE_ENDED, EXTENDED = "The proceedings ended", "The court extended the timetable"
ONE_OF_A_KIND = {
    limits.CASE_MANAGEMENT: rules.HearingKind.CASE_MANAGEMENT,
    limits.ISSUES_RESOLUTION: rules.HearingKind.ISSUES_RESOLUTION,
}


def proceedings_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The 26 weeks, each extension by the court, and the hearings; three queries."""
    people = list(children)
    hearings = by_child(models.Hearing.objects.current().about(people))
    extensions = by_child(models.ProceedingsExtension.objects.current().about(people))
    clocks: list[Clock] = []
    for case in models.CareProceedings.objects.current().about(people):
        about = {"child": case.child_id, "anchor": case, "start": case.began}
        longer = [each for each in extensions[case.child_id] if each.proceedings_id == case.pk]
        if case.began >= limits.CHILDREN_AND_FAMILIES_ACT:
            clocks += timetable_clocks(case, longer)
        heard = [each for each in hearings[case.child_id] if each.proceedings_id == case.pk]
        clocks += [hearing_clock(timescale, case, heard, about) for timescale in ONE_OF_A_KIND]
    return clocks


def hearing_clock(timescale: Any, case: models.CareProceedings, heard: list[Any], about: dict[str, Any]) -> Clock:
    """By when one kind of hearing is held."""
    kind = ONE_OF_A_KIND[timescale]
    held = next((each.happened for each in heard if each.kind == kind), None)
    return Clock(timescale, stop=held, ended=over(case, CASE_ENDED) if held is None else None, **about)


def timetable_clocks(case: models.CareProceedings, extensions: list[Any]) -> list[Clock]:
    """The 26 weeks, then each extension from the end of the timetable so far, or from the court's order if later.

    Once a court has extended it, the end of the timetable before it is no limit any more.
    """
    steps = [(limits.PROCEEDINGS, case, None), *((limits.EXTENSION, each, weeks(each.weeks)) for each in extensions)]
    clocks: list[Clock] = []
    end = case.began
    for place, (rule, anchor, allows) in enumerate(steps):
        start = end if anchor is case else max(end, anchor.happened)
        end = last_day(allows or rule.allows, start)
        clocks.append(
            Clock(
                rule, child=case.child_id, anchor=anchor, start=start, stop=case.ended, allows=allows,
                ended=extended(end, steps[place + 1][1]) if place + 1 < len(steps) else None,
            )
        )  # fmt: skip
    return clocks


def extended(end: date, extension: Any) -> Ending:
    """That a court moved the end of the timetable: from the day after it, or from the order where that is later."""
    return Ending(EXTENDED, on=max(end + timedelta(days=1), extension.happened), state=State.NOT_APPLICABLE)


def last_day(allows: Allowance, start: date) -> date:
    """The last day that a length in weeks gives."""
    due = allows(start)
    assert isinstance(due, date)
    return due
