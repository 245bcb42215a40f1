"""The clocks of what is shared before a conference and sent after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Clock
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import ConferencePaper, InitialConference, ReviewConference
from sightline.practice.child_protection.rules import Paper


def paper_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The report before each conference, and the decision and the minutes after it; three queries."""
    people = list(children)
    sent = {
        (paper.child_id, paper.conference_on, paper.kind): paper.happened
        for paper in ConferencePaper.objects.current().about(people)
    }
    return [
        clock
        for kind in (InitialConference, ReviewConference)
        for conference in kind.objects.current().about(people)
        for clock in papers_of(conference, sent)
    ]


def papers_of(conference: Any, sent: dict[tuple[UUID, date, str], date]) -> list[Clock]:
    """The three papers of one conference about one child."""
    day = conference.happened
    about = {"child": conference.child_id, "anchor": conference, "start": day}
    when = {kind: sent.get((conference.child_id, day, kind)) for kind in Paper}
    earlier = rules.REPORT_BEFORE_A_REVIEW if isinstance(conference, ReviewConference) else None
    return [
        Clock(rules.REPORT_SHARED, counted_from=day, allows=earlier, stop=when[Paper.REPORT], **about),
        Clock(rules.DECISION_LETTER, stop=when[Paper.DECISION_LETTER], **about),
        Clock(rules.MINUTES, stop=when[Paper.MINUTES], **about),
    ]
