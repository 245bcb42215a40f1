"""Meetings: of which kind they are, who takes part in which part, and what a record of one cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices


class MeetingKind(TextChoices):
    """What a meeting is for."""

    CORE_GROUP = "core_group", "Core group"
    CHILD_IN_NEED = "child_in_need", "Child in need meeting"
    TEAM_AROUND_FAMILY = "team_around_family", "Team around the family"
    FAMILY_NETWORK = "family_network", "Family network meeting"
    PROFESSIONALS = "professionals", "Meeting of professionals"
    PRE_BIRTH = "pre_birth", "Planning before a birth"
    CARE_PLANNING = "care_planning", "Care planning meeting"
    STABILITY = "stability", "Meeting about whether a home will last"
    EDUCATION = "education", "Meeting about education"
    PATHWAY = "pathway", "Meeting about a pathway plan"
    EXPLOITATION = "exploitation", "Meeting about exploitation or missing episodes"
    CONFERENCE = "conference", "Child protection conference"
    CARE_REVIEW = "care_review", "Review of a care plan"
    OTHER = "other", "Another meeting"


# Only the chair finalises what these decide (practice rules, "Managers' words": chairs are independent).
CHAIRED_INDEPENDENTLY = (MeetingKind.CONFERENCE, MeetingKind.CARE_REVIEW)


class How(TextChoices):
    """How people meet."""

    IN_PERSON = "in_person", "In person"
    ONLINE = "online", "By video or telephone"
    BOTH = "both", "Some in person, some by video or telephone"


class Part(TextChoices):
    """In which part somebody is invited or takes part."""

    CHILD = "child", "The child"
    PARENT = "parent", "Parent, or somebody with parental responsibility"
    FAMILY = "family", "Somebody else of the family and its friends"
    CARER = "carer", "Carer"
    ADVOCATE = "advocate", "Advocate"
    INTERPRETER = "interpreter", "Interpreter"
    SOCIAL_WORKER = "social_worker", "Social worker"
    FAMILY_SUPPORT = "family_support", "Family support or early help"
    CHAIR = "chair", "Chair"
    EDUCATION = "education", "School, college or nursery"
    HEALTH = "health", "Health"
    POLICE = "police", "Police"
    HOUSING = "housing", "Housing"
    PROBATION = "probation", "Probation or youth justice"
    ADULT_SERVICES = "adult_services", "Services for adults"
    LEGAL = "legal", "Legal adviser"
    VOLUNTARY = "voluntary", "Charity or community group"
    OTHER = "other", "Somebody else"


class Came(TextChoices):
    """Whether somebody took part."""

    CAME = "came", "Came"
    SOME = "some", "Came for a part of it"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Did not come and sent no word"
    LEFT_OUT = "left_out", "Was left out of it"


@dataclass(frozen=True)
class Details:
    """When, where and how people meet, who chairs it, and what it is about."""

    kind: str
    on: date
    how: str = ""
    where: str = ""
    chaired_by: str = ""
    agenda: str = ""


@dataclass(frozen=True)
class Invitation:
    """Somebody who is asked to a meeting, or whom the chair leaves out, and why."""

    part: str
    name: str
    organisation: str = ""
    left_out_because: str = ""


@dataclass(frozen=True)
class TookPart:
    """Whether somebody came to a meeting, and whether they sent a report."""

    part: str
    name: str
    came: str
    organisation: str = ""
    sent_report: bool | None = None


@dataclass(frozen=True)
class ForChild:
    """What a meeting decided for one child, and why."""

    child: UUID
    decided: str
    reasons: str = ""
    disagreed: str = ""


@dataclass(frozen=True)
class NewStep:
    """Something that was agreed: what, who and by when; about one goal of a plan, or about these children."""

    text: str
    who: str
    by_when: date
    owner: UUID | None = None
    goal: UUID | None = None
    children: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Quorum:
    """Whether enough people came to decide; not asked of every meeting."""

    enough: bool | None = None
    went_on_because: str = ""


def missing_from_details(details: Details) -> str:
    """The sentence for what a meeting cannot do without; nothing where all is said."""
    if details.kind not in MeetingKind.values:
        return "Say what kind of meeting it is."
    if details.how and details.how not in How.values:
        return "Say how people met."
    return ""


def missing_from_invitations(invited: Sequence[Invitation]) -> str:
    """The sentence for an invitation that cannot be: each names somebody once, in a part."""
    if any(each.part not in Part.values or not each.name.strip() for each in invited):
        return "Say of everybody who is invited who they are, and in which part."
    if len({(each.part, each.name.strip().lower()) for each in invited}) < len(invited):
        return "Invite everybody once."
    return ""


def missing_from_people(people: Sequence[TookPart]) -> str:
    """The sentence for what was said of those who took part; a meeting is of at least one person who came."""
    if any(each.part not in Part.values or not each.name.strip() for each in people):
        return "Say of everybody who they are, and in which part."
    if any(each.came not in Came.values for each in people):
        return "Say of everybody whether they came."
    if len({(each.part, each.name.strip().lower()) for each in people}) < len(people):
        return "Name everybody once."
    if not any(each.came in (Came.CAME, Came.SOME) for each in people):
        return "Say who came. If nobody did, say that the meeting did not take place."
    return ""


def missing_from_quorum(quorum: Quorum) -> str:
    """The sentence for a meeting that went on without enough people and does not say why."""
    if quorum.enough is False and not quorum.went_on_because.strip():
        return "Say why the meeting went on without enough people."
    return ""


def missing_from_step(step: NewStep, on: date) -> str:
    """The sentence for what a step cannot do without."""
    if not step.text.strip() or not step.who.strip():
        return "Say of each step what will be done and who will do it."
    if step.by_when < on:
        return "A step must not be due before the meeting."
    return ""
