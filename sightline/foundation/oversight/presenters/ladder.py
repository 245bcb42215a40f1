"""The ladder of decisions in words, and the page of one decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sightline.foundation.calendar.words import LONDON, format_date, format_moment
from sightline.foundation.oversight.models import Decision, Delegation
from sightline.foundation.oversight.rules.ladder import LEVELS, Rung, Signer, has_level, is_qualified, ladder
from sightline.foundation.workforce.presenters.words import role_words
from sightline.ui.components import Column, Link, Table, counted
from sightline.ui.vocabulary import said

QUALIFIED = {
    "any": "Any qualification",
    "registered": "Registered {social_worker}",
    "lead_practitioner": "Registered {social_worker} or lead practitioner",
}
HIGHEST = LEVELS[-1]


@dataclass(frozen=True)
class LadderShown:
    """The ladder as plain data."""

    rungs: Table
    delegations: Table
    delegate: Link | None


@dataclass(frozen=True)
class DecisionShown:
    """One decision as plain data."""

    title: str
    text: str
    reasons: str
    meaning: str
    rows: list[tuple[str, list[str]]]
    rested_on: list[Link]
    then: Link
    answer: Any
    sign: Link | None
    corrected: str = ""


def decision_words(decision: str) -> str:
    """What a decision of the ladder is called, in the authority's words."""
    return said(ladder()[decision].says)


def level_words(rung: Rung) -> str:
    """Who may sign a decision."""
    level = role_words(rung.level)
    return level if rung.level == HIGHEST else f"{level} or above"


def needs_words(rung: Rung) -> str:
    """What a decision needs, as a sentence."""
    qualified = "" if rung.qualification == "any" else f" ({said(QUALIFIED[rung.qualification])})"
    return f"It needs: {level_words(rung)}{qualified}, within {counted(rung.within, 'working day')}."


def choices_of_ladder() -> list[tuple[str, str]]:
    """Every decision with who signs it, to choose from."""
    return [(key, f"{decision_words(key)} – {level_words(rung)}") for key, rung in ladder().items()]


def delegation_choices(signer: Signer | None) -> list[tuple[str, str]]:
    """The decisions that somebody may delegate."""
    return [
        (key, f"{decision_words(key)} – to a {', '.join(map(role_words, rung.stand_ins))}")
        for key, rung in ladder().items()
        if signer and rung.stand_ins and has_level(rung, signer.role) and is_qualified(rung, signer.qualification)
    ]


def ladder_page(delegations: Sequence[Delegation], signer: Signer | None, today: date) -> LadderShown:
    """Which decision needs whom, and who stands in."""
    columns: list[Column | str] = ["Decision", "Who signs it", "Qualification", "Within", "Who may stand in", "Source"]
    rows = [
        [
            decision_words(key),
            level_words(rung),
            said(QUALIFIED[rung.qualification]),
            counted(rung.within, "working day"),
            ", ".join(map(role_words, rung.stand_ins)) or "Nobody",
            said(rung.because),
        ]
        for key, rung in ladder().items()
    ]
    may = delegation_choices(signer)
    return LadderShown(
        rungs=Table("Decisions and who signs them", columns, [list[object](row) for row in rows]),
        delegations=delegations_table(delegations, signer, today),
        delegate=Link("Delegate a decision", reverse("oversight:delegate")) if may else None,
    )


def delegations_table(delegations: Iterable[Delegation], signer: Signer | None, today: date) -> Table:
    """Who stands in for whom, from when to when."""
    headings = ["Decision", "Who stands in", "Given by", "From", "To", "Why"]
    columns = [Column(heading) for heading in headings] + [Column("Actions", hidden_heading=True)]
    rows: list[list[object]] = [
        [
            decision_words(each.decision),
            str(each.given_to),
            str(each.given_by),
            format_date(each.began),
            format_date(each.until),
            each.why,
            Link("End it", reverse("oversight:end_delegation", args=[each.pk]))
            if signer and has_level(ladder()[each.decision], signer.role)
            else "",
        ]
        for each in delegations
    ]
    return Table("Delegations", columns, rows, "Nobody stands in for anybody now.")


def made_title(decision: Decision) -> str:
    """A decision as a line of a child's chronology."""
    return f"Decision: {decision_words(decision.kind)}"


def chronology_then(decision: Decision) -> str:
    """The chronology as it was known when the decision was recorded; its own minute included."""
    at = (decision.known_at + timedelta(minutes=1)).astimezone(LONDON)
    asked = {"known_on-day": at.day, "known_on-month": at.month, "known_on-year": at.year, "known_at": f"{at:%H:%M}"}
    return f"{reverse('chronology:child', args=[decision.child_id])}?{urlencode(asked)}"


def line_link(line: Any, name: str = "") -> Link:
    """An entry of the chronology that a decision rests on."""
    fact = line.fact
    day = format_date(getattr(fact, "happened", None) or fact.began)
    page = line.told.page
    href = reverse(page, args=[fact.child_id, fact.pk]) if page and hasattr(fact, "child_id") else ""
    return Link(f"{name}{day}: {line.told.title(fact)}", href)


def decision_page(decision: Decision, *, answer: Any, rested_on: Sequence[Link], sign: bool) -> DecisionShown:
    """One decision whole: what, why, what it rested on, and how it stands on the ladder."""
    rung = ladder()[decision.kind]
    agreed = [decision.agreed_with, *([format_moment(decision.agreed_at)] if decision.agreed_at else [])]
    rows = [
        ("Decided on", [format_date(decision.happened)]),
        ("Recorded", [f"{format_moment(decision.recorded_at)} by {decision.recorded_by or 'a program'}"]),
        *([("Agreed beforehand with", agreed)] if decision.agreed_with else []),
        ("Who signs it", [needs_words(rung)]),
    ]
    where = [decision.child_id, decision.pk]
    return DecisionShown(
        title=decision_words(decision.kind),
        text=decision.text,
        reasons=decision.reasons,
        meaning=decision.meaning,
        rows=rows,
        rested_on=list(rested_on),
        then=Link("The record as it was known then", chronology_then(decision)),
        answer=answer,
        sign=Link("Sign it or send it back", reverse("oversight:answer", args=where)) if sign else None,
        corrected=decision.correction_reason,
    )
