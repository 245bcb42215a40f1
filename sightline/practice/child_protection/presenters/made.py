"""The record of a strategy discussion as a document, built for one reader from what that reader may know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.documents.making import MadeDocument, MadeQuote, MadeSection, MadeTable
from sightline.foundation.documents.making.kinds import MadeKind, Reader, sender
from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.queries import passages_a_child_may_hold
from sightline.foundation.documents.queries.readers import called
from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.documents.rules.passages import Audience
from sightline.practice.child_protection import queries
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion
from sightline.practice.child_protection.presenters.discussion import discussion_rows
from sightline.practice.child_protection.presenters.titles import decision_in_words
from sightline.practice.child_protection.rules import Agency, Decision
from sightline.ui.vocabulary import said

TOLD = {  # what a decision means, to the family
    Decision.BEGIN_ENQUIRIES: "We decided that we must find out whether {child} is safe. The law calls these "
    "{section_47_enquiry:plural}. A social worker talks with {child}, with you, and with people who know {child} well.",
    Decision.NO_ENQUIRIES: "We decided that we do not need to make {section_47_enquiry:plural}.",
}
TOLD_CHILD = {
    Decision.BEGIN_ENQUIRIES: "Some people whose job is to keep children safe talked about you. They decided that we "
    "need to find out whether you are safe. A social worker comes to see you, and you can say what you want.",
    Decision.NO_ENQUIRIES: "Some people whose job is to keep children safe talked about you. They decided that we do "
    "not need to find out more.",
}


def is_there(child: UUID, fact: UUID) -> bool:
    """Whether what was decided about a child in a discussion stands."""
    outcome = queries.outcome_of(child, fact)
    return outcome is not None and outcome.superseded_at is None


def strategy_discussion(child: Any, fact: UUID, reader: Reader, today: date) -> MadeDocument | None:
    """The record of a discussion about one child; of what was written for professionals, a family's copy has none."""
    outcome = queries.outcome_of(child.pk, fact)
    discussion = queries.discussion_of(outcome.discussion_id) if outcome else None
    if outcome is None or outcome.superseded_at or discussion is None:
        return None
    occasion = (StrategyDiscussion._meta.label, discussion.key)
    held = passages_a_child_may_hold(
        child.pk, reader.recipient, today=today, occasion=occasion, adults=child.adults
    ).passages
    sections = for_family(discussion, held) if reader.is_family else for_professionals(discussion, outcome, held)
    is_child, name = reader.recipient.audience is Audience.CHILD, called(child.person)
    return MadeDocument(
        title=f"{name}, this is what we talked about" if is_child else said("Record of {strategy_discussion:article}"),
        for_whom=reader.whose,
        sent_by=sender(),
        made_on=today,
        about="" if is_child else str(child),
        greeting=f"Dear {reader.name}," if reader.name else "",
        opening=[told(Decision(outcome.decision), name, is_child)] if reader.is_family else [],
        sections=sections,
    )


def told(decision: Decision, name: str, is_child: bool) -> str:
    """What was decided, in plain words."""
    parts = (TOLD_CHILD if is_child else TOLD)[decision].split("{child}")
    return name.join(said(part) for part in parts)


def for_professionals(discussion: queries.Discussion, outcome: Any, held: Sequence[Passage]) -> list[MadeSection]:
    """Everything recorded about this child."""
    return [
        MadeSection("What was decided", paragraphs=[decision_in_words(outcome.decision), outcome.reasons]),
        MadeSection("The discussion", rows=discussion_rows(discussion.row)),
        MadeSection("Where each agency places the child", table=scales(discussion.scales_for(outcome.child_id))),
        MadeSection(
            "What was said or seen",
            quotes=[MadeQuote(each.text, f"Who may know: {MayKnow(each.may_know).label}") for each in held],
        ),
    ]


def for_family(discussion: queries.Discussion, held: Sequence[Passage]) -> list[MadeSection]:
    """When it was held, and what this reader may know of what was said."""
    return [
        MadeSection("When we talked", paragraphs=[format_date(discussion.row.happened)]),
        MadeSection("What was said or seen", quotes=[MadeQuote(each.text) for each in held]),
    ]


def scales(given: Sequence[AgencyScale]) -> MadeTable:
    """Each agency's own number, kept apart."""
    rows = [[str(Agency(each.agency).label), str(each.number), each.why or "Not said"] for each in given]
    caption = "From 0, protection needed at once, to 10, safe enough to close"
    return MadeTable(caption, ["Agency", "How safe", "What they base it on"], rows)


KINDS = [
    MadeKind(
        "strategy-discussion",
        lambda: said("A copy of the record of {strategy_discussion:article}"),
        Permission.RECORD_CHILD_PROTECTION,
        strategy_discussion,
        is_there,
        page="child_protection:outcome",
    )
]
