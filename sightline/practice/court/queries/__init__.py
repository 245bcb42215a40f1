"""Named questions about pre-proceedings and court, and their clocks."""

from sightline.practice.court.queries.before import (
    before_birth_clocks,
    family_clocks,
    gateway_clocks,
    pre_proceedings_clocks,
)
from sightline.practice.court.queries.proceedings import order_clocks, proceedings_clocks
from sightline.practice.court.queries.standing import kind_of_next_meeting, steps_so_far

__all__ = [
    "before_birth_clocks",
    "family_clocks",
    "gateway_clocks",
    "kind_of_next_meeting",
    "order_clocks",
    "pre_proceedings_clocks",
    "proceedings_clocks",
    "steps_so_far",
]
