"""What families agreed to and were told, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.agreements import queries, rules
from sightline.foundation.agreements.models import Agreement, FamilyTold
from sightline.foundation.agreements.queries import Decided, Whom
from sightline.foundation.calendar.words import format_date
from sightline.foundation.chronology.presenters import address
from sightline.ui.components import EmptyState, Link, Table, Tag, Ticket
from sightline.ui.vocabulary import in_own_words

ANSWERS = {
    rules.Answer.ASKED: Tag("Asked, no answer yet", "yellow"),
    rules.Answer.AGREED: Tag("Agreed", "green"),
    rules.Answer.NOT_AGREED: Tag("Did not agree", "orange"),
    rules.Answer.WITHDRAWN: Tag("Does not agree any more", "orange"),
}


def to_what(to: str) -> str:
    """What somebody was asked to agree to, in the authority's own words."""
    return in_own_words(str(rules.To(to).label))


def agreement_title(agreement: Agreement) -> str:
    """An agreement as a line of a chronology."""
    matter = to_what(agreement.to)
    return f"{agreement.whom}, {matter[:1].lower()}{matter[1:]}: {str(agreement.get_answer_display()).lower()}"


def ladder_decision(agreement: Agreement) -> str:
    """Which decision of the ladder an answer asks for: only a refusal asks a manager whether the risk changes."""
    return "agreement_refused" if rules.is_refused(agreement.answer) else ""


def agreement_detail(agreement: Agreement) -> str:
    """What somebody said when they were asked, and how."""
    return "\n".join(filter(None, (agreement.what_they_said, manner(agreement))))


def told_title(told: FamilyTold) -> str:
    """A telling as a line of a chronology."""
    if told.why_not_safe:
        return f"{told.whom} was not told of a decision: not safe"
    return f"{told.whom} was told of a decision"


def told_detail(told: FamilyTold) -> str:
    """What somebody replied, or why it was not safe to tell them."""
    complain = {True: "They were told how to complain.", False: "They were not told how to complain.", None: ""}
    by = f"Told by {told.told_by}." if told.told_by else ""
    parts = (told.why_not_safe, told.their_reply, by, manner(told), complain[told.told_how_to_complain])
    return "\n".join(filter(None, parts))


def manner(said: Any) -> str:
    """How something was said, in which language, and who interpreted."""
    interpreter = said.get_interpreter_display() if said.interpreter not in ("", rules.Interpreter.NOT_NEEDED) else ""
    parts = (said.get_how_display() if said.how else "", said.language, interpreter)
    return f"{', '.join(filter(None, parts))}." if any(parts) else ""


def overview(child: UUID, today: date, *, records: bool) -> dict[str, Any]:
    """The page of what a family agreed to and was told."""
    decided = queries.decisions_of(child)
    whom = queries.whom_to_tell(child, today)
    ask = Link("Record that somebody was asked to agree", reverse("agreements:ask", args=[child])) if records else None
    return {
        "agreements": agreements_table(queries.agreements_of(child), ask),
        "ask": ask,
        "decisions": decisions_table(child, decided, whom, records=records),
        "nobody": not any(each.because != "The child" for each in whom),
        "family": reverse("children:family", args=[child]),
    }


def agreements_table(found: Sequence[Agreement], ask: Link | None) -> Table:
    """What each person answered last."""
    empty = EmptyState(
        "Nobody was asked yet",
        "Before other agencies are asked, and before any work, each person is asked whether they agree.",
        ask,
    )
    rows: list[Sequence[object]] = [
        [
            Link(to_what(each.to), reverse("recording:fact", args=[each.child_id, each.pk])),
            each.whom,
            ANSWERS[rules.Answer(each.answer)],
            format_date(each.happened),
            each.what_they_said,
        ]
        for each in found
    ]
    return Table("What was agreed", ["To what", "Who", "Answer", "Day", "What they said"], rows, empty=empty)


def decisions_table(child: UUID, decided: Sequence[Decided], whom: Sequence[Whom], *, records: bool) -> Table:
    """Every decision of which the family is told, with who was and who waits."""
    empty = EmptyState("No decision yet", "Each decision stands here, with who was told of it and what they said.")
    rows: list[Sequence[object]] = [
        [
            decision_cell(each, child),
            format_date(each.on),
            [told_line(said) for said in each.told] or "Nobody yet",
            waits_cell(each, child, each.untold(whom), records=records),
        ]
        for each in decided
    ]
    return Table("Decisions, and who was told", ["Decision", "Day", "Told", "Still to tell"], rows, empty=empty)


def decision_cell(decided: Decided, child: UUID) -> object:
    """A decision, with the way to it where it has a page."""
    where = address(decided.line, child, None)
    return Link(decided.title, where) if where else decided.title


def told_line(told: FamilyTold) -> str:
    """Who was told, and when."""
    how = "not safe to tell" if told.why_not_safe else format_date(told.happened)
    return f"{told.whom}, {how}"


def waits_cell(decided: Decided, child: UUID, untold: Sequence[Whom], *, records: bool) -> object:
    """Who has not been told yet, with the way to say that they were."""
    names = ", ".join(each.name for each in untold)
    if not records:
        return names or "Nobody"
    page = reverse("agreements:tell", args=[child, decided.key])
    return [names, Link("Record who was told", page)] if untold else Link("Add to what was told", page)


def still_to_tell(child: UUID, today: date) -> list[Ticket]:
    """The decisions of the last half year that somebody of the family has not been told of, newest first."""
    found = queries.waits_to_be_told(child, today, since=today - timedelta(days=rules.TOLD_WITHIN_DAYS))
    return [
        Ticket(
            title=decided.title,
            lines=[
                f"Decided on {format_date(decided.on)}",
                f"Still to tell: {', '.join(each.name for each in untold)}",
            ],
        )
        for decided, untold in found
    ]
