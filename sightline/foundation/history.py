"""What happened before the product was here, written through the door: by imports and by the demonstration only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import NotPermitted, Work, action
from sightline.foundation.facts import Acting, Source


@dataclass(frozen=True)
class History:
    """Facts, endings and corrections that were true before they were recorded here, and where they come from."""

    told: Sequence[Any]
    origin: str

    def __iter__(self) -> Iterator[Any]:
        return iter(self.told)

    def __str__(self) -> str:
        return f"{len(self.told)} from {self.origin}"


@action(permission=Permission.IMPORT_RETURNS, says="recorded history from elsewhere")
def record_history(*, history: History, by: Acting) -> Work:
    """Record any number of facts as they are told: practice gates do not refuse what has happened already."""
    if not by.system or by.source not in (Source.IMPORT, Source.DEMO):
        raise NotPermitted("Only an import or the demonstration records history in bulk.")
    yield from history
    return None
