"""Meetings about children, arranged and recorded through the real actions.

planned = arranged(family, on=date(2026, 6, 8))
met = held(family, on=date(2026, 6, 1))
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.facts import Acting
from sightline.foundation.meetings import actions
from sightline.foundation.meetings.models import Held, Meeting
from sightline.foundation.meetings.rules import Came, Details, ForChild, How, Invitation, MeetingKind, Part, TookPart
from tests.builders.child_protection import in_the_name_of
from tests.builders.workforce import BUILDER, as_builder

MET = date(2026, 6, 1)
INVITED = (Invitation(Part.PARENT, "Bea Bright"), Invitation(Part.EDUCATION, "Jo Carr", "Hill School"))
CAME = (
    TookPart(Part.PARENT, "Bea Bright", Came.CAME),
    TookPart(Part.EDUCATION, "Jo Carr", Came.APOLOGIES, "Hill School", sent_report=True),
)


def details(on: date = MET, kind: str = MeetingKind.CORE_GROUP, **more: Any) -> Details:
    """When and where people meet."""
    said: dict[str, Any] = {"how": How.IN_PERSON, "where": "Hill School", "chaired_by": "Amina Yusuf"}
    return Details(kind=kind, on=on, **said | more)


def arranged(children: Sequence[UUID], *, on: date = MET, by: Acting = BUILDER, **more: Any) -> Meeting:
    """A meeting to come, with a mother and a school invited."""
    with in_the_name_of(by):
        asked = {"details": details(on), "invited": INVITED, "children": list(children)} | more
        return Meeting.objects.get(pk=actions.arrange_meeting(**asked, by=by).result)


def decided(child: UUID, text: str = "The plan goes on", **more: str) -> ForChild:
    """What was decided for a child."""
    return ForChild(child, text, **{"reasons": "He sleeps through the night now", **more})


def held(children: Sequence[UUID], /, *, on: date = MET, by: Acting = BUILDER, **more: Any) -> Meeting:
    """A meeting that took place, at which the same was decided for all unless `children` of `more` says otherwise."""
    asked = {"details": details(on), "people": CAME, "children": [decided(child) for child in children]} | more
    with in_the_name_of(by):
        return Held.objects.get(pk=actions.record_meeting(**asked, by=by).result).meeting


def held_for(child: UUID, met: Meeting) -> Held:
    """What stands as what became of a meeting for a child."""
    with as_builder():
        return Held.objects.current().get(child=child, meeting=met.occasion)
