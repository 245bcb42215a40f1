"""Cases of the measures of contacts (FD1 to FD7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sightline.assurance.measures.rules import FEWEST_SOURCES, Counted
from sightline.foundation.agreements.models import Agreement, FamilyTold
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.facts import Source
from sightline.practice.front_door.models import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactTakenUp,
    NeedToKnow,
)
from sightline.practice.front_door.rules import CLOSING, CONTACT_DECISION, NEW_REFERRAL, KnownState, Risk
from sightline.practice.front_door.rules.afterwards import COUNTED, REPEATED_WITHIN, WINDOW

READ = (
    Contact,
    ContactOutcome,
    ContactDecision,
    ContactTakenUp,
    NeedToKnow,
    BasisForChecks,
    AgencyCheck,
    CheckAnswer,
    Agreement,
    FamilyTold,
)
WITH_A_REASON = (KnownState.NOT_AGREED, KnownState.NOT_NEEDED)


@dataclass
class Story:
    """One contact and all that was recorded on the way to its decision."""

    contact: Any
    decision: Any = None
    outcomes: list[Any] = field(default_factory=list)
    items: list[Any] = field(default_factory=list)
    bases: list[Any] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    spoken: list[Any] = field(default_factory=list)
    taken_up_on: date | None = None

    @property
    def decided_on(self) -> date | None:
        """The day of the decision; nothing while there is none."""
        days = [each.happened for each in (self.decision, *self.outcomes) if each is not None]
        return min(days) if days else None

    @property
    def dealt_with_on(self) -> date | None:
        """The day of the decision, or on which somebody took up news about a child they work with."""
        return min((day for day in (self.decided_on, self.taken_up_on) if day), default=None)

    @property
    def hours(self) -> float | None:
        """Hours from receipt to decision, where both moments are known."""
        moments: list[datetime | None] = [self.contact.happened_at, self.decision and self.decision.happened_at]
        received, decided = moments
        return (decided - received).total_seconds() / 3600 if received and decided else None

    def is_informed(self) -> bool:
        """Whether history was weighed, an agency asked, and the family spoken to; or a reason is given for each."""
        reason = bool(self.decision.limited_because.strip())
        asked = bool(self.asked) or any(each.state in WITH_A_REASON for each in self.items)
        spoken = bool(self.spoken or self.bases)
        return bool(self.decision.meaning.strip()) and (asked or reason) and (spoken or reason)

    def sources(self) -> int:
        """Independent sources of information: whoever got in touch, agencies that answered, and who else told us.

        An item that is known from an agency and that agency's answer are one source.
        """
        told = {each.known_from.strip().casefold() for each in self.items if each.state == KnownState.KNOWN}
        agencies = {each.asked.agency.name.strip().casefold() for each in self.answers if each.text.strip()}
        return 1 + len((told | agencies) - {""})

    def as_decided(self, on: date) -> Story:
        """The same with what was there when it was decided: what comes later does not make a decision better."""
        names = ("items", "bases", "asked", "answers", "spoken")
        before: dict[str, Any] = {name: [each for each in getattr(self, name) if each.happened <= on] for name in names}
        return replace(self, **before)


def cases(children: list[UUID]) -> Iterator[Counted]:
    """Every case about these children."""
    stories = stories_of(children)
    received: dict[UUID, list[date]] = defaultdict(list)
    for story in stories:
        received[story.contact.child_id].append(story.contact.happened)
    for story in stories:
        yield from of_receipt(story)
        if story.decided_on is not None:
            yield from of_decision(story, story.decided_on, received[story.contact.child_id])


def of_receipt(story: Story) -> Iterator[Counted]:
    """What is counted by the day on which a contact came."""
    contact, decided = story.contact, story.dealt_with_on
    yield case("FD1", story, contact.happened, True)
    if decided is None and contact.source == Source.IMPORT:
        return  # the file does not say whether it was decided
    try:
        limit = day_of(CONTACT_DECISION.allows(contact.happened))
    except OutsideHolidayList:
        return
    in_time = decided is not None and decided <= limit
    yield case("FD2", story, contact.happened, in_time, limit + timedelta(days=1))


def of_decision(story: Story, decided: date, received: list[date]) -> Iterator[Counted]:
    """What is counted by the day on which a contact was decided."""
    yield case("FD3", story, decided, any(each.outcome == NEW_REFERRAL for each in story.outcomes))
    if story.hours is not None and 0 <= story.hours < COUNTED:
        yield case("FD6", story, decided, WINDOW.start <= story.hours < WINDOW.stop)
    decision, story = story.decision, story.as_decided(decided)
    if decision is None or decision.risk != Risk.LOWER:
        return
    yield case("FD4", story, decided, story.is_informed())
    if decision.way in CLOSING:
        limited = story.sources() < FEWEST_SOURCES
        yield case("FD5", story, decided, limited)
        until = decided + timedelta(days=REPEATED_WITHIN)
        back = any(decided < day <= until for day in received)
        if limited or story.is_informed():
            yield case("FD7A" if limited else "FD7B", story, decided, back, until)


def case(code: str, story: Story, on: date, counted: bool, known_from: date | None = None) -> Counted:
    """A contact as a case of a measure."""
    return Counted(code, story.contact.child_id, story.contact.pk, on, counted, known_from or on)


def stories_of(children: list[UUID]) -> list[Story]:
    """The contacts about these children that stand, each with what led to its decision."""
    stories = {each.pk: Story(each) for each in Contact.objects.current().about(children)}
    collect(stories, ContactOutcome, "outcomes", children)
    collect(stories, NeedToKnow, "items", children)
    collect(stories, BasisForChecks, "bases", children)
    collect(stories, AgencyCheck, "asked", children)
    for decision in ContactDecision.objects.current().about(children):
        if decision.contact_id in stories:
            stories[decision.contact_id].decision = decision
    for answer in CheckAnswer.objects.current().about(children).select_related("asked__agency"):
        if answer.asked.contact_id in stories:
            stories[answer.asked.contact_id].answers.append(answer)
    for taken in ContactTakenUp.objects.current().about(children).select_related("passed_on").order_by("-happened"):
        if taken.passed_on.contact_id in stories:
            stories[taken.passed_on.contact_id].taken_up_on = taken.happened
    note_spoken_to(stories, children)
    return list(stories.values())


def collect(stories: dict[UUID, Story], kind: Any, name: str, children: list[UUID]) -> None:
    """Put facts of a kind with the contact that they belong to."""
    for fact in kind.objects.current().about(children):
        if fact.contact_id in stories:
            getattr(stories[fact.contact_id], name).append(fact)


def note_spoken_to(stories: dict[UUID, Story], children: list[UUID]) -> None:
    """Note what somebody of the family was asked or told about a contact or its decision, or why that was unsafe."""
    of: dict[UUID, Story] = {}
    for key, story in stories.items():
        said_about = (story.decision, *story.outcomes)
        of |= dict.fromkeys((key, *(each.pk for each in said_about if each is not None)), story)
    for kind in (Agreement, FamilyTold):
        for said in kind.objects.current().about(children).exclude(about_id=None):
            if said.about_id in of:
                of[said.about_id].spoken.append(said)
