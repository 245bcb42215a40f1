"""How a passage reads on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.rules import MayKnow


@dataclass(frozen=True)
class PassageShown:
    """Something that was said by or about some of the people of an occasion only."""

    text: str
    about: str
    may_know: str


def passage_shown(passage: Passage, names: Mapping[UUID, str]) -> PassageShown:
    """One passage, naming those it is about whose names may be shown."""
    about = ", ".join(names[person] for person in passage.about if person in names)
    return PassageShown(passage.text, about, str(MayKnow(passage.may_know).label))
