"""What the page of a strategy discussion shows at one child's record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment, format_time
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.presenters.passages import PassageShown, passage_shown
from sightline.foundation.oversight.presenters import AnswerShown, answer_shown
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion, StrategyOutcome
from sightline.practice.child_protection.presenters.titles import decision_in_words
from sightline.practice.child_protection.queries import Discussion
from sightline.practice.child_protection.rules import Agency, HeldBy, agencies_missing
from sightline.ui.components import Column, Link, Table
from sightline.ui.vocabulary import said


@dataclass(frozen=True)
class DecisionShown:
    """What was decided for one child."""

    name: str
    decision: str
    reasons: str
    recorded: str
    scales: Table | None
    passages: Sequence[PassageShown]
    answer: AnswerShown | None
    corrected: str = ""
    corrected_from: str = ""
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class DiscussionShown:
    """The page as plain data."""

    title: str
    rows: Sequence[tuple[str, list[str]]]
    missing: str
    decisions: Sequence[DecisionShown]
    others: Sequence[Link] = ()
    together: str = ""
    versions: Sequence[Link] = field(default_factory=tuple)


def discussion_rows(row: StrategyDiscussion) -> list[tuple[str, list[str]]]:
    """When and how it was held, and who took part: a label and its lines."""
    return [
        ("Held", [held(row)]),
        ("How", [str(HeldBy(row.held_by).label)]),
        ("Who took part", [took_part(each) for each in row.agencies] or ["Nobody is named"]),
        ("Agreed beforehand", [row.agreed_beforehand or "Not recorded"]),
        ("Recorded", [recorded(row)]),
    ]


def held(row: StrategyDiscussion) -> str:
    """The day, and the time where it is known."""
    day = format_date(row.happened)
    return f"{day} at {format_time(row.happened_at)}" if row.happened_at else day


def took_part(named: Mapping[str, str]) -> str:
    """An agency, and who for it."""
    label = Agency(named["agency"]).label
    return f"{label}: {named['who']}" if named["who"] else str(label)


def missing(row: StrategyDiscussion) -> str:
    """Which agencies are normally there and were not; this never holds anything up."""
    absent = [str(agency.label) for agency in agencies_missing(each["agency"] for each in row.agencies)]
    names = " and ".join(", ".join([*absent[:1], *(label.lower() for label in absent[1:])]).rsplit(", ", 1))
    return f"{names} did not take part. Find out what they know." if absent else ""


def recorded(fact: Any) -> str:
    """When something was recorded, and by whom."""
    by = f" by {fact.recorded_by}" if fact.recorded_by else ""
    return f"{format_moment(fact.recorded_at)}{by}"


def decision_shown(
    discussion: Discussion,
    outcome: StrategyOutcome,
    names: Mapping[UUID, str],
    answers: Mapping[UUID, Any],
    links: Sequence[Link] = (),
    *,
    may_reply: bool,
) -> DecisionShown:
    """What was decided for one child, where agencies place the child, and what was said about the child only."""
    return DecisionShown(
        name=names.get(outcome.child_id, ""),
        decision=decision_in_words(outcome.decision),
        reasons=outcome.reasons,
        recorded=recorded(outcome),
        scales=scales_table(discussion.scales_for(outcome.child_id)),
        passages=[passage_shown(each, names) for each in discussion.passages_for(outcome.child_id)],
        answer=None if outcome.superseded_at else answer_shown(answers.get(outcome.pk), outcome, may_reply=may_reply),
        corrected=outcome.correction_reason,
        corrected_from=reverse("child_protection:outcome", args=[outcome.child_id, outcome.supersedes_id])
        if outcome.supersedes_id
        else "",
        links=links,
    )


def scales_table(scales: Sequence[AgencyScale]) -> Table | None:
    """Each agency's own number, kept apart; nothing where none gave one."""
    if not scales:
        return None
    rows = [(str(Agency(scale.agency).label), scale.number, scale.why or "Not said") for scale in scales]
    caption = "Where each agency places the child, from 0, protection needed at once, to 10, safe enough to close"
    columns: list[Column | str] = ["Agency", Column("How safe, 0 to 10", numeric=True), "What they base it on"]
    return Table(caption, columns, rows, caption_hidden=True)


def page_of_discussion(
    discussion: Discussion,
    outcome: StrategyOutcome,
    *,
    others: Sequence[Named],
    shown: Sequence[UUID],
    answers: Mapping[UUID, Any],
    links: Sequence[Link],
    moment: datetime | None,
    may_reply: bool,
) -> DiscussionShown:
    """The page at one child's record; of others only the names of those who may be seen, and what is open."""
    names = {outcome.child_id: str(outcome.child), **{each.key: each.name for each in others}}
    decisions = [decision_shown(discussion, outcome, names, answers, links, may_reply=may_reply)]
    decisions += [
        decision_shown(discussion, each, names, answers, may_reply=may_reply)
        for each in discussion.outcomes
        if each.child_id in shown and each.child_id != outcome.child_id
    ]
    day = format_date(outcome.happened)
    address = reverse("child_protection:outcome", args=[outcome.child_id, outcome.pk])
    together = f"{address}?together=1" if others and not shown and moment is None else ""
    return DiscussionShown(
        title=said("{strategy_discussion:capital}, ") + day,
        rows=discussion_rows(discussion.row),
        missing=missing(discussion.row),
        decisions=decisions,
        others=[Link(each.name, reverse("children:child", args=[each.key])) for each in others],
        together=together,
    )
