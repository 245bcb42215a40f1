"""Letters about a contact: to whoever got in touch, and to the family; each holds only what its reader may know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.documents.making import MadeDocument, MadeQuote, MadeSection
from sightline.foundation.documents.making.kinds import MadeKind, Reader, sender
from sightline.foundation.documents.queries import passages_a_child_may_hold
from sightline.foundation.documents.queries.readers import called
from sightline.foundation.documents.rules.passages import Audience
from sightline.practice.front_door import queries
from sightline.practice.front_door.models import ReceivedContact
from sightline.practice.front_door.rules import Way
from sightline.ui.components import Link
from sightline.ui.vocabulary import said

TO_REFERRER, TO_FAMILY = "letter-to-referrer", "letter-to-family"
NO_MORE = "We may not be able to tell you more, because what we know about a family belongs to them."
WORRIED_AGAIN = "If you are worried again, tell us and give this reference. If a child is in danger now, ring 999."
LOOKED = {True: "We looked at what we were told.", False: "We are looking at what we were told."}
FOLLOWS = {  # what a decision means, to the family
    Way.STRATEGY_DISCUSSION: "We are talking with other services today about how to keep {child} safe.",
    Way.ASSESSMENT: "We would like to find out with you what {child} and your family need. This is an assessment.",
    Way.EARLY_HELP: "We think that {early_help} could help {child} and your family. It is for you to say yes or no.",
    Way.OPEN_WORK: "We have told the worker who knows {child}, who will talk with you.",
    Way.TRANSFER: "We have passed this on to the children’s services of the area that is now home for {child}.",
    Way.ADVICE: "We think that advice, and knowing where to find help, is enough. We will not do anything else now.",
    Way.CLOSE: "We will not do anything else now. If you would like help later, you can still ask us.",
}
FOR_SERVICES = {  # what a decision means, to somebody from a service who told us
    Way.STRATEGY_DISCUSSION: "We are talking with the police, health and others about how to keep the child safe.",
    Way.ASSESSMENT: "We will find out with the family what is needed. This is an assessment.",
    Way.EARLY_HELP: "We will offer the family {early_help}. It is for them to say yes or no.",
    Way.OPEN_WORK: "We have told those who work with the child already.",
    Way.TRANSFER: "We have passed this on to the children’s services of another area.",
    Way.ADVICE: "Advice is given, or where help can be found. We will not do anything else now.",
    Way.CLOSE: "We will not do anything else now.",
}


def to_referrer(child: Any, fact: UUID, reader: Reader, today: date) -> MadeDocument | None:
    """Thanks, and the reference; somebody from a service learns what follows, a member of the public no detail."""
    told = queries.told_of(child.pk, fact)
    if told is None:
        return None
    name = told.referrer.name if told.referrer else ""
    professional = told.referrer is not None and not told.referrer.public
    decided = told.decision if professional and child.person.died_on is None else None
    follows = [said(FOR_SERVICES[Way(decided.way)])] if decided else []
    return MadeDocument(
        title="Thank you for getting in touch",
        for_whom=f"Reference {told.received.reference}",
        sent_by=sender(),
        made_on=today,
        greeting=f"Dear {name}," if name else "Hello,",
        opening=[
            f"You got in touch with us on {format_date(told.contact.happened)} because of a child. Thank you.",
            f"Your reference is {told.received.reference}.",
            "We have read what you told us, and we have decided what to do."
            if told.decision
            else "We are reading what you told us, and will then decide what to do.",
        ],
        sections=[MadeSection("What happens next", paragraphs=follows)],
        closing=[NO_MORE, WORRIED_AGAIN],
    )


def to_family(child: Any, fact: UUID, reader: Reader, today: date) -> MadeDocument | None:
    """What was decided, what this reader may know of why, and how to complain; never who got in touch."""
    told = queries.told_of(child.pk, fact)
    if told is None:
        return None
    occasion = (ReceivedContact._meta.label, told.received.occasion.pk)
    held = passages_a_child_may_hold(
        child.pk, reader.recipient, today=today, occasion=occasion, adults=child.adults
    ).passages
    is_child, name = reader.recipient.audience is Audience.CHILD, called(child.person)
    when = format_date(told.contact.happened)
    whom = "you" if is_child else name
    title = "This is what we decided" if told.decision else "This is where things stand"
    return MadeDocument(
        title=f"{name}, {title[:1].lower()}{title[1:]}" if is_child else title,
        for_whom=reader.whose,
        sent_by=sender(),
        made_on=today,
        about="" if is_child else str(child),
        greeting=f"Dear {reader.name}," if reader.name else "",
        opening=[f"On {when} somebody told us about {whom}. {LOOKED[bool(told.decision)]}"],
        sections=[
            MadeSection("What happens next", paragraphs=[follows(told.decision, whom)]),
            MadeSection("What we heard", quotes=[MadeQuote(each.text) for each in held]),
        ],
    )


def follows(decision: Any | None, whom: str) -> str:
    """What follows, in plain words."""
    if decision is None:
        return "We have not decided yet what happens next. We will tell you as soon as we have."
    return whom.join(said(part) for part in FOLLOWS[Way(decision.way)].split("{child}"))


def links(child: UUID, contacts: list[Any]) -> Iterator[Link]:
    """The letters about the newest contact that was taken here."""
    for contact in [each for each in contacts if each.received_id][:1]:
        day = format_date(contact.happened)
        letters = ((TO_REFERRER, "to whoever got in touch on"), (TO_FAMILY, "to the family about the contact of"))
        for kind, words in letters:
            yield Link(f"Letter {words} {day}", reverse("documents:make", args=[child, kind, contact.pk]))


KINDS = [
    MadeKind(
        TO_REFERRER,
        lambda: "A letter to whoever got in touch",
        Permission.RECORD_PRACTICE,
        to_referrer,
        queries.was_taken_here,
        audiences=(Audience.REFERRER,),
        is_letter=True,
    ),
    MadeKind(
        TO_FAMILY,
        lambda: "A letter to the family",
        Permission.RECORD_PRACTICE,
        to_family,
        queries.was_taken_here,
        audiences=(Audience.PARENT, Audience.CHILD),
        is_letter=True,
    ),
]
