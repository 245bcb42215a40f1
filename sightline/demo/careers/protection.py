"""Strategy discussions, section 47 enquiries, conferences, and protection plans with what keeps them going."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sightline.demo.careers.chance import after, months_after, working
from sightline.demo.careers.court import pre_proceedings
from sightline.demo.careers.households import grown_up
from sightline.demo.careers.life import Life

CATEGORIES = {"neglect": "NEG", "emotional": "EMO", "physical": "PHY", "sexual": "SAB", "multiple": "MUL"}
WORKING_DAYS_TO_CONFERENCE = {9: 0.04, 11: 0.06, 12: 0.1, 13: 0.25, 14: 0.3, 15: 0.25}  # population.md, lengths
LATE_CONFERENCE = (16, 26)  # working days
AGENCIES = ("social_care", "police", "health", "education")
VISITED_WITHIN = 14  # days: ten working days
NOT_TRUE = {"not_substantiated": 0.45, "no_continuing_risk": 0.55}


@dataclass(frozen=True)
class Enquiries:
    """Whether enquiries were held, when they were over, and the conference that made a plan for some children."""

    held: bool
    over: date
    conference: date | None = None
    planned: tuple[int, ...] = ()


def enquiries(life: Life, on: date, entering: dict[int, date | None]) -> Enquiries:
    """A strategy discussion and enquiries soon after a referral, for some families; perhaps a conference."""
    chance, children = life.chance, tuple(entering)
    if not chance.named("s47_per_referral"):
        return Enquiries(held=False, over=on)
    day = after(on, chance.one({0: 0.45, 1: 0.3, 2: 0.1, 8: 0.1, 16: 0.05}))
    discussed(life, day, children)
    if not chance.named("s47_to_icpc"):
        over = after(day, chance.whole(4, 10) if life.on_time() else chance.whole(11, 16))
        concluded(life, over, children, "")
        return Enquiries(held=True, over=over)
    if chance.named("icpc_within_15_days"):
        conference = after(day, chance.one(WORKING_DAYS_TO_CONFERENCE))
    else:
        conference = after(day, chance.whole(*LATE_CONFERENCE))
    concluded(life, after(day, chance.whole(4, 8)), children, "continuing_risk")
    at_home = tuple(child for child, entry in entering.items() if entry is None or entry > conference)
    planned = at_home if at_home and chance.named("icpc_to_plan") else ()
    confer(life, conference, at_home, bool(planned))
    return Enquiries(held=True, over=conference, conference=conference, planned=planned)


def confer(life: Life, conference: date, children: tuple[int, ...], plan_made: bool) -> None:
    """An initial conference about the children who are not in care, with what is sent before and after it."""
    if not children:
        return
    chance, tell = life.chance, life.home.tell
    tell(after(conference, 0) - timedelta(days=chance.whole(3, 6)), "report shared", children, conference_on=conference)
    category = CATEGORIES[chance.one(life.p.shares("category_"))] if plan_made else ""
    tell(conference, "initial conference", children, hour=12, plan_made=plan_made, category=category)
    tell(after(conference, 1), "decision sent", children, conference_on=conference)
    minutes = after(conference, chance.whole(6, 14) if life.on_time() else chance.whole(16, 25))
    tell(minutes, "minutes sent", children, conference_on=conference)


def discussed(life: Life, on: date, children: tuple[int, ...]) -> None:
    """A strategy discussion that begins enquiries, with a visit within a working day."""
    worry = life.chance.whole(0, 2)
    life.home.tell(on, "strategy discussion", children, hour=13, agencies=AGENCIES, worry=worry)
    life.agreed("strategy discussion", on, children)
    life.visit("section_47", on if life.chance.of(0.5) else after(on, 1), children)


def concluded(life: Life, on: date, children: tuple[int, ...], outcome: str) -> None:
    """What the enquiries found."""
    outcome = outcome or life.chance.one(NOT_TRUE)
    life.home.tell(on, "enquiries end", children, hour=15, outcome=outcome, worry=life.chance.whole(0, 2))
    life.agreed("enquiries end", on, children)


def plan(life: Life, found: Enquiries, entering: dict[int, date | None]) -> date:
    """A protection plan from the conference that made it to the review that ends it; its last day."""
    chance, children = life.chance, found.planned
    conference = found.conference or found.over
    life.hold(after(conference, 1), children, "protection")
    last = ending(life, conference, chance.length("plan_length_"))
    ends = {child: earliest(life, child, entering[child], last) for child in children}
    reviewed(life, conference, ends, last)
    core_groups(life, conference, ends)
    gaps = life.gaps(VISITED_WITHIN, life.p("visit_on_time"))
    life.visits("child_protection", conference + timedelta(days=chance.whole(3, 10)), ends, gaps, lead=0.93)
    for child, end in ends.items():
        if end < last:
            reason = "care" if end == entering[child] else "eighteen"
            life.home.tell(end, "protection plan ends", child, hour=13, end_reason=reason)
    staying = tuple(child for child, end in ends.items() if end == last)
    if staying:
        further_enquiries(life, conference, last, staying)
        pre_proceedings(life, conference, last, staying)
    return last


def earliest(life: Life, child: int, entry: date | None, last: date) -> date:
    """When the plan of one child ends: with that of the others, on coming into care, or on growing up."""
    return min(last, entry or last, grown_up(life.home.children[child]))


def ending(life: Life, began: date, length: int) -> date:
    """The review at which a plan of about this length ends: at 3 months, at 9, and then every six."""
    if length <= 75:
        return working(began + timedelta(days=max(length, 30)))
    target = began + timedelta(days=length)
    reviews = [months_after(began, months) for months in (3, 6, 9, 12, 15, 21, 27, 33)]
    near = min(reviews, key=lambda day: abs((day - target).days))
    return working(near - life.chance.days(0, 9))


def reviewed(life: Life, began: date, ends: dict[int, date], last: date) -> None:
    """Review conferences: the first within three months, then each within six months of the last, which ends it."""
    day = early(life, months_after(began, 3))
    while day < max(ends.values()) and day < life.until:
        if (last - day).days < 25:
            break
        here = tuple(child for child, end in ends.items() if day < end)
        life.home.tell(day, "review conference", here, hour=11, continues=True, quorate=life.chance.of(0.93))
        day = early(life, months_after(day, 6))
    over = tuple(child for child, end in ends.items() if end == last)
    if over:
        life.home.tell(last, "review conference", over, hour=11, continues=False, quorate=True)


def early(life: Life, due: date) -> date:
    """A working day a little before the day on which something is due, or seldom after it."""
    before = life.chance.whole(1, 12) if life.on_time() else -life.chance.whole(3, 20)
    return working(due - timedelta(days=before + 2))


def core_groups(life: Life, began: date, ends: dict[int, date]) -> None:
    """Core groups: the first within ten working days, then each within four weeks or so."""
    chance, on_time = life.chance, life.p("core_group_on_time")
    day = after(began, chance.whole(5, 10) if chance.of(on_time) else chance.whole(11, 16))
    gaps = life.gaps(28, on_time)
    while day < min(max(ends.values()), life.until):
        here = tuple(child for child, end in ends.items() if day < end)
        life.home.tell(day, "core group", here, hour=14)
        day = working(day + timedelta(days=next(gaps)))


def further_enquiries(life: Life, began: date, last: date, children: tuple[int, ...]) -> None:
    """Now and then there is a new worry while a plan lasts; what is found changes nothing of the plan."""
    day = working(began + timedelta(days=life.chance.whole(40, 200)))
    grown = [child for child in children if after(day, 12) < grown_up(life.home.children[child])]
    if life.chance.of(0.12) and len(grown) == len(children) and after(day, 12) < last:
        discussed(life, day, children)
        concluded(life, after(day, life.chance.whole(4, 10)), children, "no_continuing_risk")
