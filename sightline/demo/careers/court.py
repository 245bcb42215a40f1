"""Legal gateway, pre-proceedings and care proceedings."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.demo.careers.chance import after, working
from sightline.demo.careers.life import Life

ENTERING = 0.3  # of families with a protection plan; parameter enter_per_10000 as a share of them
ISSUE, STEP_DOWN = "Decision to Issue Care Proceedings", "Decision to step down"
HEARINGS = {"case_management": 14, "issues_resolution": 140}  # days after the application


def pre_proceedings(life: Life, began: date, last: date, children: tuple[int, ...]) -> None:
    """The last chance to change before a court is asked, for some families while a protection plan lasts."""
    chance = life.chance
    gateway = working(began + chance.days(40, 160))
    weeks = min(40, max(6, chance.around(life.p("weeks_median"), 0.4)))
    end = working(gateway + timedelta(days=round(weeks * 7)))
    if not chance.of(ENTERING) or end >= last:
        return
    tell = life.home.tell
    tell(gateway, "gateway", children, hour=11, outcome="B")
    letter = after(gateway, chance.whole(2, 5) if life.on_time() else chance.whole(6, 12))
    tell(letter, "letter before proceedings", children)
    first = after(letter, chance.whole(5, 10) if life.on_time() else chance.whole(11, 16))
    tell(first, "pre-proceedings meeting", children, parents_represented=chance.of(0.85))
    review = working(first + timedelta(days=40))
    while review < end:
        tell(review, "pre-proceedings meeting", children, parents_represented=chance.of(0.85))
        review = working(review + timedelta(days=40))
    tell(end, "pre-proceedings end", children, hour=15, outcome=STEP_DOWN)


def proceedings(life: Life, issued: date, child: int, outcome: str, until: date) -> date:
    """Care proceedings about a child in care, with their hearings; the day of the final hearing."""
    chance, tell = life.chance, life.home.tell
    weeks = max(20, chance.random.gauss(life.p("proceedings_weeks_mean"), 8))
    final = min(working(issued + timedelta(days=round(weeks * 7))), until)
    tell(issued, "care proceedings", child, hour=10, initial_care_plan="A", short_notice=chance.of(0.3))
    for kind, days in HEARINGS.items():
        heard = working(issued + timedelta(days=days))
        if heard < final:
            tell(heard, "hearing", child, hour=11, kind=kind)
    tell(final, "hearing", child, hour=11, kind="final")
    tell(final, "proceedings end", child, hour=12, outcome=outcome)
    return final
