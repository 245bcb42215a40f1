"""Plans for a child: their kinds, what a step must say, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices

TEXT_LENGTH = 2000  # letters of a goal or step


class PlanKind(TextChoices):
    """What a plan is for."""

    EARLY_HELP = "early_help", "Early help plan"
    CHILD_IN_NEED = "child_in_need", "Child in need plan"
    CHILD_PROTECTION = "child_protection", "Child protection plan"
    SAFETY = "safety", "Safety plan"
    CARE = "care", "Care plan"
    PLACEMENT = "placement", "Plan for where I live"
    EDUCATION = "education", "Personal education plan"
    PATHWAY = "pathway", "Pathway plan"


OPEN_TO_NEEDS = (  # where a need that an assessment found is answered, the plan of most weight first
    PlanKind.CHILD_PROTECTION,
    PlanKind.CARE,
    PlanKind.CHILD_IN_NEED,
    PlanKind.PATHWAY,
    PlanKind.EARLY_HELP,
)
OF_NEED = (PlanKind.CHILD_IN_NEED, PlanKind.CHILD_PROTECTION, PlanKind.CARE, PlanKind.PATHWAY)  # any one answers need


class Result(TextChoices):
    """What became of a goal."""

    REACHED = "reached", "It is how we hoped"
    PARTLY = "partly", "It is better, and not yet how we hoped"
    NOT_REACHED = "not_reached", "It did not change"
    OVERTAKEN = "overtaken", "It does not matter any more"


class Agency(TextChoices):
    """Who carries a step."""

    OURS = "ours", "Our own service"
    HEALTH = "health", "Health"
    EDUCATION = "education", "School, nursery or college"
    POLICE = "police", "Police"
    PARENT = "parent", "A parent or carer"
    FAMILY = "family", "Family network or friends"
    CHILD = "child", "The child or young person"
    OTHER = "other", "Another agency"


class State(TextChoices):
    """How far a step has come."""

    DONE = "done", "Done"
    UNDER_WAY = "under_way", "Under way"
    NOT_BEGUN = "not_begun", "Not begun"
    STUCK = "stuck", "Stuck"
    NOT_NEEDED = "not_needed", "Not needed any more"


SETTLED = (State.DONE, State.NOT_NEEDED)
NEEDS_WORDS = (State.STUCK, State.NOT_NEEDED)


def is_settled(state: str) -> bool:
    """Whether a step leaves nothing to do."""
    return state in SETTLED


def needs_words(state: str) -> bool:
    """Whether it must be said why: what is stuck, and what is given up."""
    return state in NEEDS_WORDS


@dataclass(frozen=True)
class NewStep:
    """Something that somebody will do: what, who, by when, how we will know, and how it is now.

    `owner` is one of us; `agency` says who carries it, and is read from `who` where it is empty.
    `comes_of` is what found it necessary in another area, and `starts_on` the day from which on somebody does it.
    """

    text: str
    who: str
    by_when: date
    owner: UUID | None = None
    starts_on: date | None = None
    comes_of: UUID | None = None
    agency: str = ""
    how_we_will_know: str = ""
    starting_point: str = ""


@dataclass(frozen=True)
class Words:
    """What a child said, exactly, from which a step came; and who may know it."""

    words: str
    said_on: date
    may_know: str


@dataclass(frozen=True)
class NewGoal:
    """What will be different in the child's day, how we will know, how it is now, and out of which worry.

    `if_not` is what happens if it does not work, and `decide_by` when that is decided.
    """

    text: str
    how_we_will_know: str
    starting_point: str = ""
    steps: tuple[NewStep, ...] = ()
    worry: str = ""
    if_not: str = ""
    decide_by: date | None = None


@dataclass(frozen=True)
class Moved:
    """How far one step has come, in words where they are needed, and a new day if one is asked for."""

    step: UUID
    state: str
    note: str = ""
    new_date: date | None = None
