"""How every document for a family ends: whom to ring, how to put something right, how to complain, who helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sightline.foundation.documents.making import MadeDocument, MadeSection
from sightline.foundation.documents.making.kinds import Reader
from sightline.foundation.documents.rules.passages import Audience
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.ui.vocabulary import said

TO_PARENTS = (
    "If something here is wrong, or you do not agree, tell us. We write down what you say beside what we wrote.",
    "If you want to complain, tell any of us, or ring and ask for the person who deals with complaints. You do not "
    "have to say why first, and it changes nothing in the help you get.",
    "You can bring somebody with you. You can also ask us for an advocate, somebody who helps you to be heard.",
)
TO_CHILDREN = (
    "If something here is wrong, tell us. We write down what you say.",
    "You can ask for an advocate. That is a person who does not work with us, and who helps you to say what you want.",
    "If you are not happy with what we do, you can complain. An advocate can help you. Nobody will be cross with you.",
    "If you are in danger now, ring 999. You can ring Childline at any time on 0800 1111. It costs nothing.",
)


def with_ending(document: MadeDocument, reader: Reader, involved: Iterable[Any]) -> MadeDocument:
    """The document of somebody of the family with its ending; anybody else's as it is.

    `involved` are the child's involvements that are open.
    """
    if not reader.is_family:
        return document
    is_child = reader.recipient.audience is Audience.CHILD
    heading = "If you want to talk to us" if is_child else "Whom to ring, and if you do not agree"
    points = [whom_to_ring(involved), *(TO_CHILDREN if is_child else TO_PARENTS)]
    return replace(document, sections=[*document.sections, MadeSection(heading, points=points)])


def whom_to_ring(involved: Iterable[Any]) -> str:
    """The worker and the team, with the number that is recorded for them."""
    by_kind = {each.kind: each for each in involved}
    worker, team = by_kind.get(InvolvementKind.ALLOCATED_WORKER), by_kind.get(InvolvementKind.HOLDING_TEAM)
    named = [each for each in (worker and worker.practitioner, team and team.team) if each]
    numbers = [f"{each.name} on {each.telephone}" for each in named if each.telephone]
    if numbers:
        return f"You can ring {' or '.join(numbers)}."
    if named:
        return f"You can ask for {named[0].name}."
    return said("You can ring {children_services} and give your name.")
