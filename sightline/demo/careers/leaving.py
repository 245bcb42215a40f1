"""Young people who leave care: what they are entitled to, their pathway plan, contact, and how they are doing."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.demo.careers.chance import birthday, months_after, working
from sightline.demo.careers.households import grown_up
from sightline.demo.careers.life import Life

WEEKS_NEEDED = 13  # in care after 14 and past 16 (Care Leavers Regulations 2010)
FROM, UNTIL = 16, 21  # years; support to 25 is told of a few only
CONTACT_WITHIN = 56  # days
WORKING_ON = {"F2": 0.35, "F5": 0.35, "P5": 0.12, "F1": 0.1, "F4": 0.08}
NOT_WORKING = {"G4": 0.3, "G5": 0.55, "G6": 0.15}
LIVING = {"U": 0.35, "D": 0.22, "Z": 0.15, "B": 0.16, "E": 0.05, "T": 0.07}
UNSUITABLE = {"X": 0.4, "S": 0.2, "V": 0.2, "W": 0.2}
FROM_2021 = {"F5": "F3", "P5": "P3", "F4": "F3"}  # the codes before April 2021


def leaving_care(life: Life, on: date, child: int, last: date) -> bool:
    """Support for somebody who was in care long enough past 16; whether there is any."""
    born = life.home.children[child].born or on
    eligible = max(birthday(born, FROM), on + timedelta(weeks=WEEKS_NEEDED))
    if eligible + timedelta(days=30) >= last:
        return False
    grown = grown_up(life.home.children[child])
    tell, chance = life.home.tell, life.chance
    tell(eligible, "entitled", child, hour=9, category="Eligible")
    assessed = working(months_after(eligible, 3) - chance.days(0, 20) if life.on_time() else months_after(eligible, 4))
    if assessed < last:
        tell(assessed, "pathway", child, hour=10, kind="assessment")
        tell(assessed, "pathway", child, hour=11, kind="plan")
        pathway_reviews(life, assessed, child, birthday(born, UNTIL))
    if last < grown:
        tell(last, "entitled", child, hour=18, category="Relevant")
    tell(grown, "entitled", child, hour=20, category="Former Relevant")
    life.hold(last, (child,), "leaving")
    contacts(life, last, child, birthday(born, UNTIL))
    doing(life, born, last, child)
    life.let_go(birthday(born, UNTIL), child, "RC7")
    return True


def pathway_reviews(life: Life, planned: date, child: int, last: date) -> None:
    """Reviews of the pathway plan, six months after the plan or the review before."""
    day = planned
    while True:
        early = life.chance.whole(2, 20) if life.on_time() else -life.chance.whole(5, 40)
        day = working(months_after(day, 6) - timedelta(days=early))
        if day >= min(last, life.until):
            return
        life.home.tell(day, "pathway", child, hour=12, kind="review")


def contacts(life: Life, begins: date, child: int, last: date) -> None:
    """The adviser keeps in touch; a message without an answer is an attempt."""
    gaps = life.gaps(CONTACT_WITHIN, 0.9 if life.on_time() else 0.6)
    day = working(begins + timedelta(days=next(gaps)))
    while day < min(last, life.until):
        how = life.chance.one({"in_person": 0.55, "call": 0.3, "message": 0.15})
        life.home.tell(day, "care leaver contact", child, hour=14, how=how, replied=life.chance.of(0.93))
        day = working(day + timedelta(days=next(gaps)))


def doing(life: Life, born: date, left: date, child: int) -> None:
    """How they are doing about each birthday from 17 to 21."""
    for age in range(17, UNTIL + 1):
        day = working(birthday(born, age) - life.chance.days(0, 40))
        if left < day < life.until and day < birthday(born, UNTIL):
            life.home.tell(day, "care leaver doing", child, hour=15, **answers(life, day))


def answers(life: Life, day: date) -> dict[str, str]:
    """Whether we are in touch, where somebody lives, whether it suits them, and what they do."""
    chance, p = life.chance, life.p
    if chance.of(p("unknown_19_21")):
        return {"in_touch": "NO", "accommodation": "R", "suitability": "2", "activity": "0"}
    suits = chance.named("suitable_accommodation")
    activity = chance.one(WORKING_ON if chance.of(p("eet_19_21") / (1 - p("unknown_19_21"))) else NOT_WORKING)
    if day < date(2021, 4, 1):
        activity = FROM_2021.get(activity, activity)
    home = chance.one(LIVING if suits else UNSUITABLE)
    return {"in_touch": "YES", "accommodation": home, "suitability": "1" if suits else "2", "activity": activity}
