"""Lists that a practitioner keeps under a name."""

from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import KeptList
from sightline.foundation.workforce.queries.kept_lists import lists_kept_by

MOST = 20  # kept by one person, so that My work stays short


class TooManyLists(Refusal):
    """More lists than anybody finds their way in."""


@action(permission=Permission.WORK, says="kept a list")
def keep_list(*, name: str, route: str, of: UUID, query: str, by: Acting) -> Work:
    """Keep a list as it is narrowed now; it shows whoever fits at the time it is opened."""
    if len(lists_kept_by(by.practitioner_id)) >= MOST:
        raise TooManyLists(f"You keep {MOST} lists. Remove one first.")
    if by.practitioner_id is None:
        raise Refusal("Only somebody who works here keeps lists.")
    kept = KeptList(
        practitioner_id=by.practitioner_id, began=london_today(), name=name, route=route, of=of, query=query
    )
    yield kept
    return kept


@action(permission=Permission.WORK, says="removed a list")
def remove_list(*, kept: KeptList, by: Acting) -> Work:
    """Keep a list no longer."""
    yield ends(kept, on=max(london_today(), kept.began))
    return kept
