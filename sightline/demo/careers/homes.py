"""Where children in care live, and how often they move."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sightline.demo.careers.chance import birthday, working
from sightline.demo.careers.life import Life
from sightline.demo.tables import rows

SUPPORTED_FROM, OF_SUPPORTED_AGE = date(2024, 4, 1), 16  # from when the return has a code of its own for it
RESIDENTIAL_FROM = 9  # years
REASONS = {
    "care_plan": "CARPL", "carer_request_behaviour": "CREQB", "carer_request_other": "CREQO",
    "child_request": "CHILD", "status_change_only": "PLACE", "other": "OTHER",
}  # fmt: skip
FOSTERED_FOR_LONG, FOSTERED = ("U1", "U4"), ("U3", "U6")
LONG_OF = {"U3": "U1", "U6": "U4"}  # the same home, once the child is to stay
BEFORE_ADOPTION = 270  # days between moving in with adopters and the order; adoption_placement_to_order
NEIGHBOUR = "E06000047"
SETTLED = 700  # days after which a move becomes rare


def a_home(life: Life, on: date, child: int, **known: Any) -> dict[str, Any]:
    """A home of a kind that fits the child's age on a day."""
    chance, p = life.chance, life.p
    kind = known.pop("placement_type", "") or kind_of_home(life, on, child)
    away = chance.of(p("out_of_area")) and kind != "P1"
    place = chance.pick(rows("streets"))
    provider = {"P1": "PR0", "K2": "PR4", "K3": "PR4", "H5": "PR4"}.get(kind, "PR1")
    if kind in (*FOSTERED, *FOSTERED_FOR_LONG) and away:
        provider = "PR4"
    urn = f"SC{100_000 + chance.whole(0, 399)}" if kind not in ("P1", "R5") else ""
    authority = NEIGHBOUR if away else ""
    return {"placement_type": kind, "provider": provider, "postcode": place["postcode"], "urn": urn,
            "local_authority": authority, "same_carer": None, "emergency": None} | known  # fmt: skip


def kind_of_home(life: Life, on: date, child: int) -> str:
    """With foster carers mostly; older children in children's homes more often, some with their parents."""
    chance, p, age = life.chance, life.p, life.home.children[child].age_on(on)
    old = age >= OF_SUPPORTED_AGE
    kinds = {
        "U3": p("stock_foster") * p("kinship_share_of_foster") * (0.4 if old else 1),
        "U6": p("stock_foster") * (1 - p("kinship_share_of_foster")) * (0.4 if old else 1),
        "K2": p("stock_children_home_or_secure") * (0 if age < RESIDENTIAL_FROM else 2.2),
        "P1": p("stock_with_parents"),
        ("K3" if on >= SUPPORTED_FROM else "H5"): p("stock_supported_or_semi_independent") * (7 if old else 0),
    }
    return chance.one(kinds)


def first_home(life: Life, on: date, child: int, *, emergency: bool) -> dict[str, Any]:
    """The home into which a child comes."""
    return a_home(life, on, child, emergency=emergency)


def moves(life: Life, on: date, child: int, last: date, *, emergency: bool, adopted: bool) -> None:
    """Every later home until care ends."""
    chance, p = life.chance, life.p
    now = life.home.commands[-1]
    now = next(each for each in reversed(life.home.commands) if each.what == "care" and each.children == (child,))
    kind, day = str(now.said["home"]["placement_type"]), on
    adopters = working(last - timedelta(days=BEFORE_ADOPTION)) if adopted else last
    if chance.named("move_28d_emergency_entry" if emergency else "move_28d_planned_entry"):
        day, kind = move(life, working(on + chance.days(3, 27)), child, "CARPL", min(last, adopters), kind)
    while True:
        day = working(day + timedelta(days=90 + round(chance.random.expovariate(hazard(p, day - on)) * 365)))
        if day >= min(last, adopters, life.until):
            break
        reason = REASONS[chance.one(p.shares("change_reason_"))]
        day, kind = move(life, day, child, reason, min(last, adopters), kind)
    if adopted and on < adopters < last:
        home = a_home(life, adopters, child, placement_type="A6", provider="PR1")
        life.home.tell(adopters, "moves", child, hour=15, reason="CARPL", home=home)


def hazard(p: Any, since: timedelta) -> float:
    """Moves a year; fewer for those who have been settled for long."""
    yearly = float(p("move_hazard_after_90d"))
    return yearly * (0.5 if since.days > SETTLED else 1.6)


def move(life: Life, day: date, child: int, reason: str, last: date, before: str) -> tuple[date, str]:
    """One move, or a change of the status of the home only; the day and the kind of the home from then on."""
    if day >= last:
        return day, before
    born = life.home.children[child].born or day
    if reason == "PLACE" and before in LONG_OF:
        home = a_home(life, day, child, placement_type=LONG_OF[before], same_carer=True)
    else:
        home = a_home(life, day, child)
        reason = reason if reason != "PLACE" else "CARPL"
    if home["placement_type"] in ("K3", "H5") and day < birthday(born, OF_SUPPORTED_AGE):
        home["placement_type"] = "K2"
    life.home.tell(day, "moves", child, hour=15, reason=reason, home=home)
    return day, str(home["placement_type"])
