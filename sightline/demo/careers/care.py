"""Being in care: why and how children come into it, by what right they are there, and how they leave it."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.demo.careers import homes, living
from sightline.demo.careers.chance import after, birthday, working
from sightline.demo.careers.court import proceedings
from sightline.demo.careers.households import grown_up
from sightline.demo.careers.leaving import leaving_care
from sightline.demo.careers.life import Life

AGE_BANDS = {0: "under_1", 4: "1_4", 9: "5_9", 15: "10_15", 17: "16_plus"}  # the oldest age of each
REFERRED = {"under_1": 0.10, "1_4": 0.20, "5_9": 0.26, "10_15": 0.33, "16_plus": 0.11}
LEAVE_SOON = {"under_1": 0.10, "1_4": 0.12, "5_9": 0.13, "10_15": 0.20, "16_plus": 0.15}
STAY = {"under_1": 0.04, "1_4": 0.13, "5_9": 0.28, "10_15": 0.50, "16_plus": 0.85}  # until 18
EXITS = {
    "under_1": {"E12": 0.42, "E45": 0.28, "E13": 0.12, "E4A": 0.12, "E41": 0.04, "E8": 0.02},
    "1_4": {"E12": 0.24, "E45": 0.40, "E13": 0.15, "E4A": 0.15, "E41": 0.03, "E8": 0.03},
    "5_9": {"E12": 0.03, "E45": 0.48, "E13": 0.20, "E4A": 0.20, "E41": 0.04, "E8": 0.05},
    "10_15": {"E45": 0.20, "E13": 0.30, "E4A": 0.30, "E4B": 0.08, "E41": 0.02, "E8": 0.10},
    "16_plus": {"E13": 0.25, "E4A": 0.25, "E4B": 0.10, "E6": 0.15, "E8": 0.25},
}
SOON_EXITS = {"E4A": 0.55, "E13": 0.30, "E4B": 0.10, "E8": 0.05}
GROWN_EXITS = {"E17": 0.20, "E5": 0.50, "E6": 0.18, "E7": 0.08, "E8": 0.04}
STAYING = {"letter": 1.0, "control": 0.9}  # of those shares: the letter's authority keeps children longer
LENGTHS = {"E12": (700, 950), "E45": (300, 640), "E41": (250, 600)}  # days
ORDINARY_LENGTH = (120, 800)
NEEDS = {"N1": 0.80, "N2": 0.03, "N3": 0.03, "N4": 0.05, "N5": 0.07, "N8": 0.02}
COURT = ("E12", "E45", "E41")  # ways out of care that a court decides
OUTCOMES = {"E12": "placement_order", "E45": "special_guardianship", "E41": "child_arrangements"}
LEVEL = 1.08  # of the ratio of starts to referrals, since some of those drawn are too near 18
STEPPED_DOWN = 0.5  # of children who go home, the share with whom work goes on for a while


def comes_into_care(life: Life, on: date, child: int) -> date | None:
    """When a child comes into care during the work that began on a day, if so; by age at the referral."""
    member = life.home.children[child]
    band = band_of(max(0, member.age_on(on)))
    ratio = life.p("cla_started") / life.p("referrals_per_year")
    likely = ratio * life.p(f"age_at_start_{band}") / REFERRED[band]
    if not life.chance.of(min(0.9, likely * LEVEL)):
        return None
    day = working(on + timedelta(days=max(1, round(life.chance.around(50, 1.0)))))
    if member.born and day <= member.born:
        day = working(member.born + life.chance.days(1, 4))
    return day if day < grown_up(member) - timedelta(days=60) else None


def band_of(age: int) -> str:
    """The band of ages in which the returns count somebody."""
    return next(band for oldest, band in AGE_BANDS.items() if age <= oldest or oldest == max(AGE_BANDS))


def into_care(life: Life, on: date, child: int, assessed: date) -> None:
    """A period of care of one child, from the first day to the last, and what comes after."""
    chance = life.chance
    band = band_of(life.home.children[child].age_on(on))
    status = first_status(life)
    emergency = status in ("L1", "L2")
    home = homes.first_home(life, on, child, emergency=emergency)
    need = chance.one(NEEDS)
    life.hold(on, (child,), "care")
    life.home.tell(on, "care", child, hour=14, legal_status=status, category_of_need=need, home=home)
    last, reason = leaves(life, on, child, band)
    statuses(life, on, child, status, last, reason)
    homes.moves(life, on, child, last, emergency=emergency, adopted=reason == "E12")
    living.looked_after(life, on, child, last)
    leaves_care(life, on, child, last, reason, assessed)


def first_status(life: Life) -> str:
    """By what right a child first comes into care."""
    p = life.p
    return life.chance.one({
        "L1": p("start_police_protection"), "L2": p("start_epo"), "C1": p("start_interim_care_order"),
        "V2": p("start_section20"),
    })  # fmt: skip


def leaves(life: Life, on: date, child: int, band: str) -> tuple[date, str]:
    """When and how a child leaves care: within weeks, after some months or years, or on growing up."""
    chance, grown = life.chance, grown_up(life.home.children[child])
    if chance.of(LEAVE_SOON[band]):
        return min(working(on + chance.days(4, 56)), grown), chance.one(SOON_EXITS)
    if chance.of(STAYING[life.p.scenario] * STAY[band] / (1 - LEAVE_SOON[band])):
        return grown, chance.one(GROWN_EXITS)
    reason = chance.one(EXITS[band])
    last = working(on + chance.days(*LENGTHS.get(reason, ORDINARY_LENGTH)))
    return (last, reason) if last < grown else (grown, chance.one(GROWN_EXITS))


def statuses(life: Life, on: date, child: int, first: str, last: date, reason: str) -> None:
    """One legal status after another: emergency powers end within days, interim orders with the final hearing."""
    chance, status, day = life.chance, first, on
    if status in ("L1", "L2"):
        day = on + timedelta(days=chance.whole(1, 3))
        status = "C1" if chance.of(0.55) else "V2"
        kind = {"L1": "police_protection", "L2": "epo"}[first]
        life.home.tell(on, "order", child, hour=14, kind=kind)
        life.home.tell(day, "order ends", child, hour=9, end_reason="replaced")
        life.home.tell(day, "legal status", child, hour=9, code=status)
    long = (last - on).days > 200
    if status == "V2" and long and (reason in COURT or chance.of(0.65)):
        day = working(day + chance.days(30, 120))
        status = "C1"
        life.home.tell(day, "legal status", child, hour=9, code=status)
    if status == "C1" and day < last:
        outcome = OUTCOMES.get(reason, "care_order")
        final = proceedings(life, day, child, outcome, last)
        if final < last and (last - final).days > 20:
            life.home.tell(final, "legal status", child, hour=13, code="E1" if reason == "E12" else "C2")


def leaves_care(life: Life, on: date, child: int, last: date, reason: str, assessed: date) -> None:
    """The last day in care, and the work that goes on afterwards: with a family, or with somebody who has grown up."""
    life.home.tell(last, "leaves care", child, hour=16, reason=reason, change="CARPL" if reason != "E4B" else "OTHER")
    if leaving_care(life, on, child, last):
        return
    if reason in ("E4A", "E4B", "E13") and last < birthday(life.home.children[child].born or last, 17):
        end = min(last + life.chance.days(60, 200), grown_up(life.home.children[child]))
        begins = after(last, life.chance.whole(1, 6))
        if begins < end and life.chance.of(STEPPED_DOWN):
            supported(life, begins, child, end)
            last = working(end)
    closed = {"E12": "RC1", "E41": "RC3", "E45": "RC4"}.get(reason, "RC7")
    life.let_go(max(last, assessed), child, closed)


def supported(life: Life, begins: date, child: int, end: date) -> None:
    """A plan of support after going home."""
    ends = working(end)
    life.hold(begins, (child,), "protection")
    life.home.tell(begins, "child in need plan", child, hour=14)
    life.visits("child_in_need", begins + timedelta(days=7), {child: ends}, life.gaps(28, life.p("visit_on_time")))
    life.home.tell(ends, "child in need plan ends", child, hour=17, end_reason="needs_met")
