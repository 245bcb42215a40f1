"""How a practitioner stands to a record: reach of their post, walls, relationships, openings."""

from sightline.foundation.access.queries.openings import UnreviewedOpening, looks_at, openings_to_review
from sightline.foundation.access.queries.reach import (
    Reach,
    at_work,
    current_involvements,
    post_of,
    reach,
    relationships,
    teams_below,
)
from sightline.foundation.access.queries.standings import standing, standings
from sightline.foundation.access.queries.walls import (
    TooFewReaders,
    exclusions_of,
    named_readers,
    restricted_record,
    restriction_of,
    sealed,
    still_openable,
    unopenable_records,
)

__all__ = [
    "Reach",
    "TooFewReaders",
    "UnreviewedOpening",
    "at_work",
    "current_involvements",
    "exclusions_of",
    "looks_at",
    "named_readers",
    "openings_to_review",
    "post_of",
    "reach",
    "relationships",
    "restricted_record",
    "restriction_of",
    "sealed",
    "standing",
    "standings",
    "still_openable",
    "teams_below",
    "unopenable_records",
]
