"""How often a child in care is visited: the row that fits, and what follows from it (timescales, section 3H)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.timescales.rules import (
    STATUTE,
    UNVERIFIED,
    VERIFIED,
    VERIFIED_SECONDARY,
    AlertClass,
    Allowance,
    Check,
    Confidence,
    Timescale,
    Unit,
    months,
    the_day_set,
    weeks,
)
from sightline.practice.care.rules.choices import (
    FOR_ADOPTION,
    FULL_ORDER,
    INTERIM_ORDER,
    MEANT_TO_LAST,
    SHORT_BREAKS,
    SOMEBODY_ELSE_DECIDES,
    WITH_PARENT,
    Arrangement,
)
from sightline.practice.care.rules.timescales import ADOPTION_REGULATIONS, REGULATIONS

AS_SET = the_day_set()
FIRST_YEAR = 12  # months in the same home
HOW_OFTEN_SET = "how often the review decided that visits should be"

VISIT_FIRST = Timescale(
    id="cla_visit_first",
    name="First visit in a new home",
    allows=weeks(1),
    starts="the child moves into this home; a full care order on a child at home begins it again",
    stops="a visit in which the child was seen",
    repeats="for each home",
    tier=STATUTE,
    source="Care Planning Regulations 2010, reg 28(2)",
    check=VERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.W5,
    effective_from=REGULATIONS,
)
VISIT_NEXT = Timescale(
    id="cla_visit_next",
    name="Next visit to a child in care",
    allows=weeks(6),
    starts="the last visit in which the child was seen in this home",
    stops="a visit in which the child was seen",
    repeats="from each visit",
    tier=STATUTE,
    source="Care Planning Regulations 2010, reg 28(2)",
    check=VERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.V,
    effective_from=REGULATIONS,
)


@dataclass(frozen=True)
class Row:
    """One line of the table: the first visit, and the longest gap at each stage of the stay."""

    name: str
    first: Allowance
    until_review: Allowance
    after_review: Allowance
    after_a_year: Allowance
    source: str
    check: Check = VERIFIED
    confidence: Confidence = Confidence.HIGH
    effective_from: date = REGULATIONS

    def of(self, timescale: Timescale, allows: Allowance) -> Timescale:
        """The timescale with the length and the source of this row."""
        return replace(
            timescale, allows=allows, source=self.source, check=self.check, confidence=self.confidence,
            effective_from=self.effective_from,
        )  # fmt: skip


AMENDED = date(2015, 4, 1)  # fewer visits to a long-term foster home; before, it was a home meant to last
WEEK, FOUR, SIX = weeks(1), weeks(4), weeks(6)
CPPCR = "Care Planning Regulations 2010, reg "

PLACED_FOR_ADOPTION = Row(
    "Placed for adoption", WEEK, WEEK, AS_SET, AS_SET, "Adoption Agencies Regulations 2005, reg 36(4)",
    effective_from=ADOPTION_REGULATIONS,
)  # fmt: skip
PARENT_UNASSESSED = Row("With a parent before assessment", WEEK, WEEK, SIX, SIX, CPPCR + "28(3)")
TEMPORARY_CARER = Row("With a carer approved for the time being", WEEK, WEEK, FOUR, FOUR, CPPCR + "28(4)")
INTERIM_AT_HOME = Row("Interim care order, with a parent", WEEK, WEEK, FOUR, FOUR, CPPCR + "28(4)")
ORDER_AT_HOME = Row("Full care order, with a parent", WEEK, SIX, SIX, SIX, CPPCR + "28(5)")
ELSEWHERE = Row(
    "Somebody else decides where the child lives", WEEK, SIX, SIX, months(3), CPPCR + "28(6)",
    check=UNVERIFIED, confidence=Confidence.MEDIUM,
)  # fmt: skip
SHORT_BREAK = Row(
    "Short breaks", months(3), months(6), months(6), months(6), CPPCR + "48",
    check=UNVERIFIED, confidence=Confidence.MEDIUM,
)  # fmt: skip
LONG_TERM_FOSTER = Row(
    "Long-term foster home, and the child agrees", WEEK, SIX, SIX, months(6), CPPCR + "28 as amended in 2015",
    check=VERIFIED_SECONDARY, effective_from=AMENDED,
)  # fmt: skip
TO_LAST = Row("Home meant to last to 18", WEEK, SIX, SIX, months(3), CPPCR + "28(2)")
ANY_OTHER = Row("Any other", WEEK, SIX, SIX, SIX, CPPCR + "28(2)")


@dataclass(frozen=True)
class Circumstances:
    """What decides which row fits: the kind of home, the legal status, and what was settled about the home."""

    placement_type: str
    legal_status: str
    arrangements: frozenset[str] = frozenset()

    @property
    def before_assessment(self) -> bool:
        """Whether the child lives with a parent and the assessment is not done."""
        return Arrangement.BEFORE_ASSESSMENT in self.arrangements and Arrangement.ASSESSED not in self.arrangements

    @property
    def approved_for_now(self) -> bool:
        """Whether the carer is a family member or friend approved only for the time being."""
        for_now = {Arrangement.TEMPORARY_APPROVAL, Arrangement.EXTENDED_APPROVAL} & self.arrangements
        return bool(for_now) and Arrangement.FULL_APPROVAL not in self.arrangements


def row_for(now: Circumstances, on: date) -> Row:
    """The first row that fits on a day (timescales, section 3H)."""
    with_parent = now.placement_type in WITH_PARENT
    long_term = Arrangement.LONG_TERM_FOSTER in now.arrangements
    lasting = long_term or now.placement_type in MEANT_TO_LAST or Arrangement.LASTING in now.arrangements
    tests = (
        (now.placement_type in FOR_ADOPTION, PLACED_FOR_ADOPTION),
        (with_parent and now.before_assessment, PARENT_UNASSESSED),
        (now.approved_for_now, TEMPORARY_CARER),
        (with_parent and now.legal_status == INTERIM_ORDER, INTERIM_AT_HOME),
        (with_parent and now.legal_status == FULL_ORDER, ORDER_AT_HOME),
        (now.placement_type in SOMEBODY_ELSE_DECIDES, ELSEWHERE),
        (now.legal_status in SHORT_BREAKS, SHORT_BREAK),
        (long_term and on >= LONG_TERM_FOSTER.effective_from, LONG_TERM_FOSTER),
        (lasting, TO_LAST),
    )
    return next((row for fits, row in tests if fits), ANY_OTHER)


@dataclass(frozen=True)
class Ladder:
    """One stay, with everything that decides how often the child must be seen in it."""

    began: date
    ended: date | None
    circumstances: Sequence[tuple[date, Circumstances]]  # each from a day on, the first from the day of moving in
    reviews: Sequence[date] = ()
    every: Sequence[tuple[date, int]] = field(default=())  # from a review on: a visit every so many weeks

    def circumstances_on(self, day: date) -> Circumstances:
        """How things stood on a day."""
        known = [now for since, now in self.circumstances if since <= day]
        return known[-1] if known else self.circumstances[0][1]

    def row_on(self, day: date) -> Row:
        """The row that fits on a day."""
        return row_for(self.circumstances_on(day), day)

    def limit_on(self, day: date) -> Allowance:
        """The longest gap between visits on a day: by row, by whether a review was held since, by the first year."""
        row = self.row_on(day)
        if day >= months_after(self.began, FIRST_YEAR):
            by_stage = row.after_a_year
        else:
            by_stage = row.after_review if self.reviewed_by(day) else row.until_review
        return self.as_set_on(day) if by_stage == AS_SET else by_stage

    def reviewed_by(self, day: date) -> bool:
        """Whether a review was held in this stay up to a day."""
        return any(self.began < review <= day for review in self.reviews)

    def as_set_on(self, day: date) -> Allowance:
        """What the last review set; the day is missing while no review said it."""
        said = [number for since, number in self.every if since <= day]
        return weeks(said[-1]) if said else AS_SET

    def turning_points(self, after: date, until: date | None) -> Iterator[date]:
        """The days after a visit on which another row or another stage begins."""
        days = {since for since, _ in self.circumstances} | {
            months_after(self.began, FIRST_YEAR),
            AMENDED,
            *self.reviews,
        }
        yield from sorted(day for day in days if after < day and (until is None or day < until))


@dataclass(frozen=True)
class Gap:
    """From one visit to the next: by which row, how long at most, and from which day that is counted."""

    start: date
    row: Row
    allows: Allowance
    counted_from: date


def gap_after(seen: date, ladder: Ladder, until: date | None) -> Gap:
    """How long after a visit the next is due; where the row changes meanwhile, the new one is picked from that day."""
    gap = Gap(seen, ladder.row_on(seen), ladder.limit_on(seen), seen)
    for day in ladder.turning_points(seen, until):
        due = due_of(gap)
        if due is not None and due < day:
            break
        gap = picked_again(gap, ladder, day)
    return gap


def picked_again(gap: Gap, ladder: Ladder, day: date) -> Gap:
    """The gap with the row of a later day: a shorter one runs from that day, a longer one from the visit.

    While nobody has said what the review set, the limit from before goes on.
    """
    row, allows = ladder.row_on(day), ladder.limit_on(day)
    if (allows == gap.allows and row == gap.row) or allows.unit is Unit.DAY_SET:
        return gap
    longer = replace(gap, row=row, allows=allows, counted_from=gap.start)
    shorter = replace(longer, counted_from=day)
    due_before, due_anew = due_of(gap), due_of(longer)
    if due_before is None or due_anew is None or due_anew >= due_before:
        return longer
    from_that_day = due_of(shorter)
    assert from_that_day is not None
    return shorter if from_that_day < due_before else gap


def due_of(gap: Gap) -> date | None:
    """The last day of a gap, if its length is known."""
    return day_of(gap.allows(gap.counted_from)) if gap.allows.has_length else None


def gaps(seen: Iterable[date], ladder: Ladder) -> Iterator[tuple[date, date | None, Gap]]:
    """Each visit of a stay with the one after it, if there is one, and the gap that was allowed between them."""
    days = sorted(seen)
    for visit, following in pairwise([*days, None]):
        assert visit is not None
        yield visit, following, gap_after(visit, ladder, following)
