"""From the first contact to the end of work with a family: referral, assessment, plans for children in need."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.demo.careers import protection
from sightline.demo.careers.care import comes_into_care, into_care
from sightline.demo.careers.chance import Chance, after, comes, working
from sightline.demo.careers.households import birth, grown_up
from sightline.demo.careers.life import Life

SOURCES = {
    "police": {"6": 1.0},
    "health": {"3A": 0.2, "3B": 0.25, "3C": 0.15, "3D": 0.15, "3E": 0.25},
    "education": {"2A": 0.9, "2B": 0.1},
    "family_or_child": {"1A": 0.7, "1B": 0.15, "1C": 0.15},
    "other": {"4": 0.15, "5A": 0.1, "5B": 0.2, "5C": 0.1, "7": 0.15, "8": 0.2, "9": 0.1},
}
NEEDS = {"N1": 0.57, "N2": 0.07, "N3": 0.03, "N4": 0.09, "N5": 0.15, "N6": 0.03, "N8": 0.03, "N9": 0.03}
FACTORS = {
    "4B": 0.37,
    "3B": 0.38,
    "17A": 0.16,
    "4A": 0.20,
    "16A": 0.16,
    "2B": 0.20,
    "1B": 0.24,
    "5A": 0.14,
    "18C": 0.12,
    "3A": 0.10,
    "15A": 0.05,
    "7A": 0.02,
    "19C": 0.05,
    "10A": 0.04,
    "24A": 0.03,
    "11A": 0.02,
}  # fmt: skip  (population.md, "Factors at the end of assessment")
NO_FACTORS, FROM_2020, FROM_2021 = "21", ("18C", "19C"), ("24A",)
MAIN = ("3B", "4B", "2B", "1B")  # of one family with the same trouble
ADVICE = {"ADVICE_FLAG": 0.39, "NFA_FLAG": 0.29, "OTHER_OUTCOMES_EXIST_FLAG": 0.32}
ALREADY_OPEN = "EXISTING_REFERRAL_FLAG"
AGAIN_SOON, AGAIN_LATER, SOON = 0.29, 0.16, 300  # a short episode is often followed by another referral within a year
AFTER_PLAN = 0.5  # of families whose children were protected, the share supported for some months more
REVIEWED_EVERY = 42  # days, plans for children in need
FROM_EARLY_HELP = date(2022, 4, 1)  # from when the census has a closing code for it


def contact(life: Life, on: date, children: tuple[int, ...], outcome: str) -> str:
    """Somebody gets in touch and it is decided what becomes of it, within a day or so; who it was."""
    chance = life.chance
    source = chance.one(SOURCES[chance.one(life.p.shares("contact_source_"))])
    life.home.tell(on, "contact", children, hour=9, contact_source=source)
    decided = on if chance.named("decided_within_24h") else after(on, 2)
    life.home.tell(decided, "contact decided", children, hour=10, outcome=outcome)
    return source


def referred(life: Life, on: date) -> None:
    """A family is referred, and perhaps again after the work has ended, until the children are grown up."""
    while on < life.until and (children := life.not_yet_grown(on)):
        again = episode(life, comes(on, life.home.seed), children)
        if again is None:
            return
        on = again


def episode(life: Life, on: date, children: tuple[int, ...]) -> date | None:
    """One referral of these children to the end of the work with each; the day of the next referral, if any."""
    chance = life.chance
    source = contact(life, on, children, "NEW_REFERRAL_FLAG")
    need = chance.one(NEEDS)
    life.home.tell(on, "referral", children, hour=10, referral_source=source, primary_need=need)
    life.home.tell(on, "referral decided", children, hour=12, outcome="SINGLE_ASSESSMENT_FLAG")
    life.home.tell(after(on, 1), "referrer told", children, hour=12, how="in_writing")
    life.hold(on, children, "assessment")
    born(life, on, children)
    entering = {child: comes_into_care(life, on, child) for child in children}
    enquiries = protection.enquiries(life, on, entering)
    finish = assessed(life, on, children, enquiries.over)
    ends = after_assessment(life, on, finish, entering, enquiries)
    return next_referral(life, on, ends)


def born(life: Life, on: date, children: tuple[int, ...]) -> None:
    """Babies who are expected while somebody works with the family are born."""
    for child in children:
        if life.home.children[child].born is None:
            birth(life.home, child, life.chance)


def assessed(life: Life, on: date, children: tuple[int, ...], no_earlier: date) -> date:
    """The assessment: from within two days of the referral to a manager's authorisation; its last day."""
    chance = life.chance
    begins = after(on, chance.whole(0, 2))
    life.home.tell(begins, "assessment", children, hour=12)
    first = after(on, chance.whole(2, 5) if life.on_time() else chance.whole(6, 12))
    life.visit("assessment", max(first, begins), children)
    if chance.named("within_45_days"):
        length = min(45, max(8, round(chance.around(life.p("assessment_days_median") + 1, 0.45))))
    else:
        length = 45 + round(chance.around(9, 0.7))
    finish = max(after(on, length), after(no_earlier, 1))
    for share in (0.35, 0.7):
        life.visit("assessment", working(begins + (finish - begins) * share), children)
    return finish


def after_assessment(
    life: Life, on: date, finish: date, entering: dict[int, date | None], enquiries: protection.Enquiries
) -> dict[int, date]:
    """What the assessment leads to, for each child; the last day of the work with those who do not come into care."""
    chance, children = life.chance, tuple(entering)
    supported = bool(enquiries.planned) or any(entering.values()) or not chance.of(no_need(life))
    factors = found(chance, finish) if supported or chance.of(0.6) else (NO_FACTORS,)
    outcome = "PROV_OF_SERVICES_FLAG" if supported else "NFA_FLAG"
    life.home.tell(
        finish, "assessment authorised", children, hour=15, factors=factors, outcome=outcome, requires_support=supported
    )
    if not supported:
        closed = closing(life, finish, enquiries.held)
        return {child: close(life, finish, child, closed) for child in children}
    staying = tuple(child for child in children if entering[child] is None)
    last = protection.plan(life, enquiries, entering) if enquiries.planned else None
    for child, entry in entering.items():
        if entry is not None:
            into_care(life, entry, child, finish)
    if not staying:
        return {}
    return in_need(life, on, finish, staying) if last is None else protected(life, finish, last, staying)


def no_need(life: Life) -> float:
    """How likely an assessment ends the work, given that no plan of protection was made and nobody came into care."""
    plans = life.p("s47_per_referral") * life.p("s47_to_icpc") * life.p("icpc_to_plan")
    return life.p("assessed_not_in_need") / (1 - plans) / 0.95


def closing(life: Life, on: date, enquiries: bool) -> str:
    """The census's code for a referral that ends with the assessment; its own codes exclude enquiries."""
    if enquiries:
        return "RC7"
    return "RC9" if on >= FROM_EARLY_HELP and life.chance.of(0.35) else "RC8"


def found(chance: Chance, on: date) -> tuple[str, ...]:
    """The factors of an assessment; troubles of parents often come together."""
    troubled = chance.of(0.45)
    likely = {code: share * (1.5 if troubled else 0.6) if code in MAIN else share for code, share in FACTORS.items()}
    codes = tuple(code for code, share in likely.items() if chance.of(share) and since(code) <= on)
    return codes or ("4B",)


def since(code: str) -> date:
    """From when a factor can be given."""
    if code in FROM_2020:
        return date(2020, 4, 1)
    return date(2021, 4, 1) if code in FROM_2021 else date.min


def in_need(life: Life, on: date, finish: date, children: tuple[int, ...]) -> dict[int, date]:
    """A plan for children in need, from the end of the assessment until the work ends."""
    length = life.chance.length("episode_length_")
    end = max(on + timedelta(days=length), after(finish, 12))
    planned(life, after(finish, life.chance.whole(3, 9)), end, children)
    return {child: close(life, grown_before(life, child, end), child, "RC7") for child in children}


def planned(life: Life, begins: date, end: date, children: tuple[int, ...]) -> None:
    """A plan for children in need with its visits and reviews; for nobody who grows up before it begins."""
    ends = {child: grown_before(life, child, working(end)) for child in children}
    ends = {child: last for child, last in ends.items() if last > begins}
    children = tuple(ends)
    if not children:
        return
    life.hold(begins, children, "protection")
    life.home.tell(begins, "child in need plan", children, hour=14)
    life.visits("child_in_need", begins + timedelta(days=7), ends, life.gaps(28, life.p("visit_on_time")))
    gaps = life.gaps(REVIEWED_EVERY, life.p("visit_on_time"))
    review = working(begins + timedelta(days=next(gaps)))
    while review < min(end, life.until):
        here = tuple(child for child in children if review < ends[child])
        if here:
            life.home.tell(review, "child in need review", here, continues=True)
        review = working(review + timedelta(days=next(gaps)))
    for child, last in ends.items():
        life.home.tell(last, "child in need plan ends", child, hour=17, end_reason="needs_met")


def protected(life: Life, finish: date, last: date, children: tuple[int, ...]) -> dict[int, date]:
    """After a protection plan many children have a plan of support for some months."""
    last = max(last, after(finish, 1))
    if life.chance.of(AFTER_PLAN) and last < life.until:
        end = last + life.chance.days(92, 190)
        planned(life, after(last, life.chance.whole(2, 8)), end, children)
        last = end
    return {child: close(life, grown_before(life, child, last), child, "RC7") for child in children}


def grown_before(life: Life, child: int, end: date) -> date:
    """The day, or the birthday on which the child is 18 if that comes before."""
    return min(working(end), grown_up(life.home.children[child]))


def close(life: Life, on: date, child: int, reason: str) -> date:
    """End the work with a child; early help goes on for some."""
    life.let_go(on, child, reason)
    if reason != "RC8" and on < life.until and life.chance.of(0.3) and life.helped.get(child, date.min) < on:
        life.home.tell(on, "early help", child, hour=20, organisation="Eastmere family hub", reason="Step down")
        ends = on + life.chance.days(60, 200)
        life.helped[child] = ends
        life.home.tell(ends, "early help ends", child, hour=8, end_reason="What was agreed has been reached")
    return on


def next_referral(life: Life, on: date, ends: dict[int, date]) -> date | None:
    """When the family is referred again: often within a year of the last time, sometimes later."""
    if not ends:
        return None
    last = max(ends.values())
    if (last - on).days < SOON and life.chance.of(AGAIN_SOON):
        return last + timedelta(days=life.chance.whole(10, max(11, 360 - (last - on).days)))
    return last + life.chance.days(366, 1400) if life.chance.of(AGAIN_LATER) else None


def known_by_contact(life: Life, on: date) -> None:
    """A family about whom people get in touch now and then, without a referral."""
    day = on
    while day < life.until:
        outcome = life.chance.one(ADVICE)
        day = comes(day, life.home.seed)
        contact(life, day, tuple(range(len(life.home.children))), outcome)
        if life.chance.of(0.48):
            return
        day += life.chance.days(15, 500)
