"""Living in care: visits, reviews, health, school, and going missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sightline.demo.careers.chance import after, birthday, months_after, working
from sightline.demo.careers.commands import Command
from sightline.demo.careers.life import Life

FIRST_VISIT, VISITED_WITHIN = 7, 42  # days (Care Planning Regulations 2010, reg 28)
YOUNG, SPEAKS_FROM, SCHOOL_FROM, DENTIST_FROM, MISSING_FROM = 5, 4, 4, 2, 10  # years
TAKES_PART = {"PN1": 0.55, "PN2": 0.05, "PN3": 0.05, "PN4": 0.03, "PN5": 0.1, "PN6": 0.17, "PN7": 0.05}
PLANS = {"RETURNEV": 0.25, "RETURN6M": 0.15, "LTRELFR": 0.2, "LTFOST18": 0.3, "OTHERPLN": 0.1}
WHY_NO_SCORE = {"SDQ2": 0.3, "SDQ4": 0.5, "SDQ5": 0.2}
SCORED_FROM, SCORED_TO, SPREAD_OF_SCORES, HIGHEST = 4, 16, 7, 40
TERMS = ((10, 15), (2, 10), (5, 20))  # about when education plans are looked at: month and day
MISSING_SHARE_OLD = {"letter": 3.4, "control": 2.5}  # missing children are mostly over ten: their share, as a multiple


def looked_after(life: Life, on: date, child: int, last: date) -> None:
    """Everything regular in a period of care."""
    last = min(last, life.until)
    life.home.tell(after(on, 8), "care plan", child, hour=14, options=(life.chance.one(PLANS),))
    first = working(on + timedelta(days=life.chance.whole(2, 6)))
    life.visits("in_care", first, {child: last}, life.gaps(VISITED_WITHIN, life.p("visit_on_time") + 0.03))
    reviews(life, on, child, last)
    health(life, on, child, last)
    yearly(life, on, child, last)
    school(life, on, child, last)
    missing(life, on, child, last)


def reviews(life: Life, on: date, child: int, last: date) -> None:
    """Care reviews: within 20 working days, then three months, then every six, each from the one before."""
    chance, member = life.chance, life.home.children[child]
    day = after(on, chance.whole(13, 19) if life.on_time() else chance.whole(21, 30))
    months = 3
    while day < last:
        took_part = "PN0" if member.age_on(day) < SPEAKS_FROM else chance.one(TAKES_PART)
        life.home.tell(day, "care review", child, hour=11, participation=took_part)
        between = working(day + timedelta(days=months * 15))
        if between < last:
            life.home.tell(between, "officer's contact", child, hour=12, how=chance.pick(("visit", "talk", "check")))
        early = chance.whole(3, 14) if life.on_time() else -chance.whole(4, 25)
        day, months = working(months_after(day, months) - timedelta(days=early)), 6


def health(life: Life, on: date, child: int, last: date) -> None:
    """A first health assessment by a doctor, then every six months under five and every year from five."""
    chance, member = life.chance, life.home.children[child]
    day = after(on, chance.whole(12, 20) if chance.named("iha_20_days") else chance.whole(22, 45))
    kind, whom = "initial", "doctor"
    while day < last:
        life.home.tell(day, "health assessment", child, hour=10, kind=kind, by_whom=whom, result="Completed")
        months = 6 if member.age_on(day) < YOUNG else 12
        late = chance.whole(15, 120) if not chance.named("annual_health") else -chance.whole(3, 30)
        kind, whom, day = "review", "nurse", working(months_after(day, months) + timedelta(days=late))


def yearly(life: Life, on: date, child: int, last: date) -> None:
    """What is looked at once a year: teeth, immunisations, development, strengths and difficulties."""
    chance, member = life.chance, life.home.children[child]
    day = working(on + chance.days(40, 150))
    while day < last:
        age = member.age_on(day)
        if age >= DENTIST_FROM and chance.named("dental_12m"):
            life.home.tell(day, "dentist", child, hour=10, result="Completed")
        life.home.tell(day, "immunisations", child, hour=11, up_to_date=chance.named("immunised"))
        if age < YOUNG:
            life.home.tell(day, "development", child, hour=11, up_to_date=chance.of(0.9))
        if SCORED_FROM <= age <= SCORED_TO:
            scored(life, day, child)
        day = working(months_after(day, 12) - chance.days(2, 25))


def scored(life: Life, day: date, child: int) -> None:
    """The carer's questionnaire, or why there is no score."""
    chance = life.chance
    if chance.named("sdq_returned"):
        score = round(chance.random.gauss(life.p("sdq_mean"), SPREAD_OF_SCORES))
        life.home.tell(day, "questionnaire", child, hour=12, score=min(HIGHEST, max(0, score)), reason="")
    else:
        life.home.tell(day, "questionnaire", child, hour=12, score=None, reason=chance.one(WHY_NO_SCORE))


def school(life: Life, on: date, child: int, last: date) -> None:
    """Personal education plans: the first within ten working days, then every term."""
    chance, kind = life.chance, "first"
    begins = max(on, birthday(life.home.children[child].born or on, SCHOOL_FROM))
    day = after(begins, chance.whole(6, 10) if life.on_time() else chance.whole(11, 20))
    while day < last:
        life.home.tell(day, "education plan", child, hour=13, kind=kind)
        day, kind = next(term for term in terms(day, life) if (term - day).days > 50), "review"


def terms(day: date, life: Life) -> Iterator[date]:
    """The days about which education plans are looked at, from a year on."""
    for year in (day.year, day.year + 1):
        for month, about in sorted(TERMS):
            yield working(date(year, month, about) + life.chance.days(-6, 6))


def missing(life: Life, on: date, child: int, last: date) -> None:
    """Some go missing, and those who do often more than once; each time somebody independent offers to talk."""
    chance, p, born = life.chance, life.p, life.home.children[child].born or on
    begins = max(on, birthday(born, MISSING_FROM)) + timedelta(days=3)
    year = begins
    while (last - year).days > 20:
        ends = min(last, year + timedelta(days=365))
        share = p("cla_missing_in_year") * MISSING_SHARE_OLD[p.scenario] * (ends - year).days / 365
        if chance.of(min(0.6, share)):
            mean = max(0.2, chance.random.gammavariate(0.5, (p("incidents_per_missing_child") - 1) / 0.5))
            days = sorted({chance.whole(0, (ends - year).days - 8) for _ in range(1 + min(25, chance.count(mean)))})
            for place, offset in enumerate(days):
                free_until = days[place + 1] if place + 1 < len(days) else offset + 8
                away(life, year + timedelta(days=offset), child, free_until - offset)
        year = ends


def away(life: Life, on: date, child: int, free: int) -> None:
    """One time of being missing."""
    chance = life.chance
    left = moment(on, chance.whole(17, 22))
    hours = chance.whole(2, 40) if chance.named("incident_two_days_or_less") else chance.whole(49, 120)
    back = left + timedelta(hours=min(hours, max(1, free * 24 - 20)))
    moved = ("moves", "leaves care")
    if any(
        each.what in moved and each.children == (child,) and on <= each.on <= back.date() for each in told(life, on)
    ):
        return
    life.home.tell(on, "missing", child, hour=23, left=left, kind="M" if chance.of(0.75) else "A")
    if back.date() >= life.until:
        return
    life.home.tell(back.date(), "found", child, hour=23, back=back)
    offered = back + timedelta(hours=chance.whole(3, 30))
    again = on + timedelta(days=free)  # from when the child may be missing once more
    if offered.date() < again and chance.named("rhi_offered"):
        life.home.tell(offered.date(), "return interview", child, hour=23, when=offered, step="offered")
        done = back + timedelta(hours=chance.whole(31, 70) if chance.named("rhi_72h") else chance.whole(80, 160))
        if done.date() < again:
            step = "completed" if chance.named("rhi_taken_up") else "declined"
            life.home.tell(done.date(), "return interview", child, hour=23, when=done, step=step)


def told(life: Life, since: date) -> list[Command]:
    """What has been told of the household from a day on."""
    return [each for each in life.home.commands if each.on >= since]


def moment(day: date, hour: int) -> datetime:
    """An hour of a day."""
    return timezone.make_aware(datetime.combine(day, time(hour)))
