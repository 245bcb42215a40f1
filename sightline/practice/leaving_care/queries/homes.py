"""The clocks of where young people are after care: in custody, or at a new address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Address
from sightline.foundation.timescales.rules import Clock, Ending
from sightline.foundation.timescales.rules.sequences import by_child, day_of_first_since, over
from sightline.foundation.visits.models import Seen
from sightline.practice.care.queries import longer_than_breaks, standing_facts
from sightline.practice.care.rules.choices import SENTENCED
from sightline.practice.leaving_care.models import CareLeaverStatus
from sightline.practice.leaving_care.queries.young_people import young_people
from sightline.practice.leaving_care.rules import timescales
from sightline.practice.leaving_care.rules.entitlement import REVIEWED_TO

BACK_IN_CARE, TURNED_21 = "Looked after again", "Turned 21"


def detained_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One visit to each young person whose care ended with a sentence, unless they are relevant."""
    people = list(children)
    eligible = {who.child: who.eligible_from for who in young_people(people)}
    seen = by_child(Seen.objects.current().about(people).filter(seen=True))
    times = longer_than_breaks(people)
    clocks: list[Clock] = []
    for care in times:
        left = care.period.ended
        if left is None or care.reason_ceased != SENTENCED or eligible.get(care.child, date.max) <= left:
            continue
        again = min((each.began for each in times if each.child == care.child and each.began >= left), default=None)
        ended = Ending(BACK_IN_CARE, on=again) if again else None
        visited = day_of_first_since(seen[care.child], left)
        about: dict[str, Any] = {"child": care.child, "anchor": care.period, "start": left}
        clocks.append(Clock(timescales.DETAINED, stop=visited, ended=ended, **about))
    return clocks


def accommodation_clocks(children: Iterable[UUID]) -> list[Clock]:
    """After each move of a young person who left care: whether where they live suits them, to 21."""
    people = list(children)
    statuses = standing_facts(CareLeaverStatus, people)
    addresses: dict[UUID, list[Any]] = defaultdict(list)
    for address in Address.objects.current().filter(person__in=people).order_by("began", "id"):
        addresses[address.person_id].append(address)
    clocks: list[Clock] = []
    for who in young_people(people):
        judged = [status.happened for status in statuses[who.child] if status.suitability]
        for address in addresses[who.child]:
            if who.left_on is None or not who.left_on <= address.began < who.birthday(REVIEWED_TO):
                continue
            stop = min((on for on in judged if on >= address.began), default=None)
            about = {"child": who.child, "anchor": address, "start": address.began}
            moved = over(address, "Moved to another address")
            ended = moved or who.over(address.began, REVIEWED_TO, TURNED_21)
            clocks.append(Clock(timescales.ACCOMMODATION, stop=stop, ended=ended, **about))
    return clocks
