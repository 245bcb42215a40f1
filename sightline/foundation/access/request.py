"""What the access middleware adds to a request."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpRequest

from sightline.foundation.audit_trail.recorder import COPY_MADE, LONGEST_BASIS
from sightline.foundation.facts import Acting

if TYPE_CHECKING:
    from sightline.foundation.access.queries import Reach
    from sightline.foundation.workforce.models import Practitioner


class NoSuchRecord(Http404):
    """There is no such record, or it is not for this practitioner: both look the same."""

    def __init__(self, asked_for: UUID | None, why: str) -> None:
        super().__init__()
        self.asked_for, self.why = asked_for, why


class Reading:
    """The people whom the lists on this page showed; one entry in the read log for the whole response."""

    def __init__(self) -> None:
        self.people: dict[UUID, None] = {}
        self.basis = "shown in a list"

    def shows(self, people: Iterable[UUID]) -> None:
        """Note that these people stand in a list on this page."""
        self.people.update(dict.fromkeys(people))

    def downloads(self, people: Iterable[UUID], *, lines: int, narrowed_to: str) -> None:
        """Note that these people stand in a file that is kept: with how many lines, narrowed to what."""
        self.shows(people)
        self.basis = f"downloaded, {lines} lines: {narrowed_to or 'everything'}"[:LONGEST_BASIS]

    def copies(self, people: Iterable[UUID], *, what: str) -> None:
        """Note that a copy of a document about or for these people is made and kept: of what, and for whom."""
        self.shows(people)
        self.basis = f"{COPY_MADE}{what}"[:LONGEST_BASIS]


class RecordRequest(HttpRequest):
    """A request as guarded views receive it: its practitioner is signed in, verified, and holds a post."""

    user: "Practitioner"
    request_id: UUID
    acting: Acting
    reach: "Reach"
    reading: Reading
    refused: NoSuchRecord | None
    keep_on_failure: Callable[[], None] | None
