"""Named questions about pre-proceedings and court, and their clocks."""

from sightline.practice.court.queries.before import (
    before_birth_clocks,
    family_clocks,
    gateway_clocks,
    pre_proceedings_clocks,
)
from sightline.practice.court.queries.orders import order_clocks
from sightline.practice.court.queries.proceedings import proceedings_clocks
from sightline.practice.court.queries.standing import (
    StandsInCourt,
    is_in_court,
    kind_of_next_meeting,
    orders_in_force,
    stands_in_court,
    steps_so_far,
)

__all__ = [
    "StandsInCourt",
    "before_birth_clocks",
    "family_clocks",
    "gateway_clocks",
    "is_in_court",
    "kind_of_next_meeting",
    "order_clocks",
    "orders_in_force",
    "pre_proceedings_clocks",
    "proceedings_clocks",
    "stands_in_court",
    "steps_so_far",
]
