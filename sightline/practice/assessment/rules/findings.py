"""What may stand as a child's view, as a need, and as the question whether to assess at all."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import TextChoices

from sightline.foundation.documents.rules import MayKnow

CRITERIA = Path(__file__).resolve().parents[1] / "data/threshold_criteria.csv"
SCALE = range(11)
NOT_FOR_A_PLAN = (
    "The family reads the steps of a plan. Word the need so that everybody it is about may know it, or answer it with "
    "a service."
)


class ViewKind(TextChoices):
    """How a view of a child came to be known."""

    ASKED = "asked", "What the child said when asked"
    UNPROMPTED = "unprompted", "What the child said unprompted"
    OWN = "own", "What matters to the child that no adult raised"
    OBSERVED = "observed", "What was observed of a baby, or of a child who does not speak"
    NOT_ASKED = "not_asked", "The child was not asked"


class WhyNotAsked(TextChoices):
    """Why a child was not asked; the first is complete in itself."""

    INTERVIEW_PENDING = "interview_pending", "An interview is pending"
    DID_NOT_WANT = "did_not_want", "The child did not want to say"
    NOT_SAFE = "not_safe", "It was not safe to ask"
    NOT_BORN = "not_born", "The child is not born yet"
    NOT_SEEN = "not_seen", "The child was not seen"


class HowSeen(TextChoices):
    """Whether a child was seen, and alone."""

    ALONE = "alone", "Seen alone"
    WITH_OTHERS = "with_others", "Seen with somebody else there"
    NOT_SEEN = "not_seen", "Not seen"


class HowShared(TextChoices):
    """How somebody of the family came to know an assessment before it was signed."""

    READ = "read", "They read it"
    HEARD = "heard", "It was read to them, or explained"
    NOT_SHARED = "not_shared", "It was not shared with them"


class Whether(TextChoices):
    """What is decided about assessing a child."""

    ASSESS = "assess", "Assess"
    SOMETHING_ELSE = "something_else", "Do something else instead"


class Asked(TextChoices):
    """What became of asking a family for their agreement to an assessment."""

    AGREED = "agreed", "They agreed"
    NOT_AGREED = "not_agreed", "They did not agree"
    NOT_ASKED = "not_asked", "They were not asked, for the reason given"


def wrong_with_view(kind: str, words: str, why_not_asked: str) -> str:
    """The sentence for a view without the child's words, or a child not asked without the reason."""
    if kind not in ViewKind.values:
        return "Choose how the child’s view is known from the list."
    if kind == ViewKind.NOT_ASKED:
        return "" if why_not_asked in WhyNotAsked.values else "Say why the child was not asked."
    return "" if words.strip() else "Write the exact words, or what was observed."


class AnsweredBy(TextChoices):
    """What answers a need."""

    SERVICE = "service", "A service of the directory"
    STEP = "step", "A step that somebody takes"
    NOTHING = "nothing", "Nothing answers it yet"


@dataclass(frozen=True)
class Answer:
    """What answers a need: a service or a step, each from a day on; or why nothing does."""

    service: UUID | None = None
    step: str = ""
    who: str = ""
    starts_on: date | None = None
    by_when: date | None = None
    how_we_will_know: str = ""
    why_none: str = ""


def wrong_with_need(answer: Answer, may_know: str) -> str:
    """The sentence for a need that leads nowhere, or to a step that the family may not read in the plan."""
    if not (answer.service or answer.step.strip()):
        return "" if answer.why_none.strip() else "Name the service or step that answers it, or say why there is none."
    if answer.starts_on is None:
        return "Say from which day on it helps."
    return "" if answer.service else wrong_with_step(answer, may_know)


def wrong_with_step(answer: Answer, may_know: str) -> str:
    """The sentence for a step that could not stand in a plan."""
    if not answer.who.strip() or not answer.how_we_will_know.strip():
        return "Say of a step who takes it, and how everybody will know that it helped."
    if answer.by_when is None or answer.starts_on is None or answer.by_when < answer.starts_on:
        return "Say by which day the step is done: not before the day on which it starts."
    return "" if may_know == MayKnow.FAMILY else NOT_FOR_A_PLAN


def wrong_with_sharing(how: str, *, copy_given: bool, why_not: str) -> str:
    """The sentence for an assessment not shared, or a copy not given, without a reason."""
    if how not in HowShared.values:
        return "Choose how it was shared from the list."
    needs_reason = how == HowShared.NOT_SHARED or not copy_given
    return "Say why it was not shared, or why no copy was given." if needs_reason and not why_not.strip() else ""


@cache
def criteria() -> dict[str, str]:
    """The criteria for an assessment in words, with where each comes from."""
    with CRITERIA.open(newline="", encoding="utf-8") as lines:
        return {row["criterion"]: f"{row['says']} ({row['source']})" for row in csv.DictReader(lines)}


class Checkpoint(TextChoices):
    """What a manager says to an assessment on its way, by day 10 and by day 25."""

    GO_ON = "go_on", "Go on with the assessment"
    END_SHORT = "end_short", "There is no need to go on: end it in short form"
    DISCUSSION = "discussion", "The risk is higher: hold a discussion of the agencies now"
