"""What the pages about panels show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.documents.models import StoredFile
from sightline.foundation.oversight.presenters import level_words
from sightline.foundation.oversight.rules import DirectionAnswer, ladder
from sightline.foundation.panels.models import Booking, PanelDecision, PanelReferral, Recommendation, Sitting
from sightline.foundation.panels.queries import WholeReferral
from sightline.foundation.panels.rules import Panel, Recommends, panels
from sightline.ui.components import Column, EmptyState, Link, Table, Tag, Ticket, counted
from sightline.ui.vocabulary import said

COLOURS = {Recommends.YES: "green", Recommends.WITH_CONDITIONS: "green", Recommends.NO: "orange"}
URGENCY = Column("Urgency", hidden_heading=True)
YES_NO = {True: "Yes", False: "No"}
NO_REFERRALS = EmptyState(
    "No referrals to panels yet", "What a panel was asked about this child, and what became of it, stands here."
)
Rows = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Part:
    """A recommendation or a decision."""

    heading: str
    tag: Tag
    text: str
    reasons: str
    rows: Rows


@dataclass(frozen=True)
class ReferralShown:
    """One referral whole."""

    title: str
    stage: Tag
    case: list[tuple[str, str]]
    rows: Rows
    papers: list[Link]
    parts: list[Part]
    steps: Table | None
    links: list[Link]


def panel_words(panel: str) -> str:
    """What a panel is called here."""
    return said(panels()[panel].says) if panel in panels() else "Panel"


def decides_words(panel: Panel) -> str:
    """Who decides after a panel."""
    return level_words(ladder()[panel.decision])


def panel_choices() -> list[tuple[str, str]]:
    """Every panel with who decides, to choose from."""
    return [(key, f"{panel_words(key)} – decided by: {decides_words(each)}") for key, each in panels().items()]


def sitting_choices(sittings: Sequence[Sitting]) -> list[tuple[str, str]]:
    """Sittings to choose from."""
    return [
        (str(each.pk), f"{format_date(each.happened)}, {each.place or panel_words(each.panel)}") for each in sittings
    ]


def paper_choices(files: Sequence[StoredFile]) -> list[tuple[str, str]]:
    """Papers of a record to choose from."""
    return [(str(each.pk), f"{format_date(each.happened)}: {each.title or each.name}") for each in files]


def referral_title(referral: PanelReferral) -> str:
    """A referral as a line of a child's chronology."""
    return f"Referred: {panel_words(referral.panel)}"


def recommendation_title(recommendation: Recommendation) -> str:
    """A recommendation as a line of a child's chronology."""
    answer = Recommends(recommendation.answer).label
    return f"{panel_words(recommendation.referral.panel)} recommended: {str(answer).lower()}"


def stage(whole: WholeReferral) -> Tag:
    """How far a referral has come."""
    if whole.to_decide is not None:
        return Tag("Waits for the decision-maker", "yellow")
    if whole.decisions:
        answer = Recommends(whole.decisions[0].answer)
        return Tag(f"Decided: {str(answer.label).lower()}", COLOURS.get(answer, "blue"))
    if whole.booking is not None:
        return Tag(f"Heard on {format_date(whole.booking.sitting.happened)}", "blue")
    return Tag("Waits for a sitting", "yellow")


def listed(wholes: Sequence[WholeReferral]) -> list[Ticket]:
    """The referrals about a child."""
    return [
        Ticket(
            title=panel_words(each.referral.panel),
            href=reverse("panels:referral", args=[each.referral.child_id, each.referral.pk]),
            about=f"Referred on {format_date(each.referral.happened)}",
            tags=[stage(each), *urgent(each.referral)],
            lines=[],
        )
        for each in wholes
    ]


def urgent(referral: PanelReferral) -> list[Tag]:
    """That something was done before the panel sat."""
    return [Tag("Acted on already", "orange")] if referral.urgent else []


def page_of_referral(whole: WholeReferral, papers: Sequence[StoredFile], links: list[Link]) -> ReferralShown:
    """One referral: what was asked, recommended and decided, and whether it was carried out."""
    referral, case = whole.referral, whole.case
    asked = [] if case is None else [
        ("What the panel is asked", case.asks),
        ("What the child needs", case.need),
        ("Funding, looked at apart", case.funding),
        ("What was done already", case.done_already),
    ]  # fmt: skip
    heard = [format_date(whole.booking.sitting.happened)] if whole.booking else ["No sitting yet"]
    rows = [
        ("Referred", [f"{format_date(referral.happened)} by {referral.recorded_by or 'a program'}"]),
        ("Heard", heard),
        ("Who decides", [decides_words(panels()[referral.panel])]),
    ]
    return ReferralShown(
        title=panel_words(referral.panel),
        stage=stage(whole),
        case=[(label, text) for label, text in asked if text],
        rows=rows,
        papers=[
            Link(each.title or each.name, reverse("documents:document", args=[each.person_id, each.pk]))
            for each in papers
        ],
        parts=[*map(decided_part, whole.decisions), *map(recommended_part, whole.recommendations)],
        steps=steps_table(whole) if whole.directions else None,
        links=links,
    )


def answer_tag(answer: str) -> Tag:
    """Yes, with conditions, no, or not yet."""
    return Tag(str(Recommends(answer).label), COLOURS.get(Recommends(answer), "blue"))


def recommended_part(each: Recommendation) -> Part:
    """What the panel recommended."""
    rows: Rows = [("Who sat", list(map(str, each.members)))]
    if not each.enough_came:
        rows.append(("Fewer than needed; it went on because", [each.went_on_because]))
    rows += [("Interests of their own", [each.interests])] if each.interests else []
    return Part(
        f"The panel recommended, {format_date(each.happened)}",
        answer_tag(each.answer),
        each.text,
        each.reasons,
        [*rows, *follows(each)],
    )


def decided_part(each: PanelDecision) -> Part:
    """What the decision-maker decided."""
    funding = [("Funding agreed", [YES_NO[each.funding_agreed]])] if each.funding_agreed is not None else []
    by = [("Decided by", [str(each.recorded_by or "a program")])]
    heading = f"Decided, {format_date(each.happened)}"
    rows: Rows = [*by, *funding, *follows(each)]
    return Part(heading, answer_tag(each.answer), each.decision.text, each.decision.reasons, rows)


def follows(each: Any) -> Rows:
    """Conditions, and when it comes back."""
    conditions = [("Conditions", [each.conditions])] if each.conditions else []
    return [*conditions, *([("Comes back", [format_date(each.return_on)])] if each.return_on else [])]


def steps_table(whole: WholeReferral) -> Table:
    """Whether what was decided was carried out."""
    columns: list[Column | str] = ["Direction", "Who", "By when", "Carried out?"]
    rows: list[list[object]] = []
    for each in whole.directions:
        answer = whole.last_answers.get(each.pk)
        state = str(DirectionAnswer(answer.answer).label) if answer else "Not answered yet"
        rows.append([each.text, str(each.owner), format_date(each.by_when), state])
    return Table("Was it carried out?", columns, rows)


def sittings_table(sittings: Sequence[Sitting]) -> Table:
    """The sittings to come."""
    columns: list[Column | str] = ["Panel", "Day", "Where", "Chair"]
    rows: list[list[object]] = [
        [
            Link(panel_words(each.panel), reverse("panels:sitting", args=[each.pk])),
            format_date(each.happened),
            each.place,
            each.chaired_by,
        ]
        for each in sittings
    ]
    return Table("Sittings to come", columns, rows, "No panel sits yet. Arrange the first sitting.")


def waiting_table(waiting: Sequence[PanelReferral], today: date) -> Table:
    """The referrals that no sitting hears yet."""
    columns: list[Column | str] = ["Child", "Panel", "Waiting since", URGENCY]
    rows: list[list[object]] = [
        [
            referral_link(each, each.pk),
            panel_words(each.panel),
            f"{format_date(each.happened)} ({counted((today - each.happened).days, 'day')})",
            urgent(each),
        ]
        for each in waiting
    ]
    return Table("Waiting for a sitting", columns, rows, "Nobody waits for a sitting.")


def agenda_table(agenda: Sequence[Booking]) -> Table:
    """Who is heard at a sitting."""
    columns: list[Column | str] = ["Child", "Referred on", URGENCY]
    rows: list[list[object]] = [
        [referral_link(each, each.referral_id), format_date(each.referral.happened), urgent(each.referral)]
        for each in agenda
    ]
    return Table("Agenda", columns, rows, "Nobody is on the agenda yet.")


def referral_link(row: Any, referral: UUID) -> Link:
    """A child's name, leading to what the panel is asked."""
    return Link(str(row.child), reverse("panels:referral", args=[row.child_id, referral]))
