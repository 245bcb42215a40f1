"""SSDA903 episodes as what their chain tells of: periods of care, legal statuses and homes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.assurance.returns.mapping.found import Cells, Row, Story

CONTINUES = "X1"  # the reason for an end after which care goes on
STARTS_CARE, STATUS_ONLY = "S", "L"
SAME_STATUS = ("P", "T")  # reasons for a new episode that leave the legal status as it was
SAME_CARER = ("T", "U")


@dataclass
class Episode:
    """One episode of a child who is looked after."""

    row: Row
    began: date
    ended: date | None
    starts: str
    status: str
    need: str
    home: dict[str, Any]
    ends: str
    change: str
    from_postcode: str

    @property
    def ends_care(self) -> bool:
        """Whether care ended with it."""
        return bool(self.ends) and self.ends != CONTINUES

    @property
    def says(self) -> tuple[object, ...]:
        """Everything it says, to see whether two rows say the same."""
        return (self.began, self.ended, self.starts, self.status, self.need, sorted(self.home.items()), self.ends)


def tell_episodes(story: Story) -> None:
    """Note what the episodes of a child tell of."""
    kept = settled(story, sorted(episodes(story), key=lambda each: (each.began, each.row.number)))
    periods = list(periods_of(story, kept))
    for number, period in enumerate(periods):
        tell_period(story, period, followed=number + 1 < len(periods))


def episodes(story: Story) -> Iterator[Episode]:
    """The episodes that begin on a day; one that ends before it begins is told of as contested."""
    for row in story.of("Episodes"):
        cells = Cells(story, row)
        if began := cells.begins("DECOM"):
            episode = episode_of(cells, began)
            if episode.ended is not None and episode.ended < began:
                contest(story, episode, "The episode ends before it begins.")
            else:
                yield episode


def episode_of(cells: Cells, began: date) -> Episode:
    """One row as an episode."""
    home: dict[str, Any] = {
        "placement_type": cells.code("PLACE", "ssda903-placement-type"),
        "provider": cells.code("PLACE_PROVIDER", "ssda903-placement-provider"),
        "postcode": cells.postcode("PL_POST"),
        "urn": cells.text("URN").upper(),
    }
    return Episode(
        cells.row,
        began,
        cells.day("DEC"),
        cells.code("RNE", "ssda903-rne"),
        cells.code("LS", "ssda903-legal-status"),
        cells.code("CIN", "ssda903-category-of-need"),
        {name: value for name, value in home.items() if value},
        cells.code("REC", "ssda903-reason-episode-ceased"),
        cells.code("REASON_PLACE_CHANGE", "ssda903-reason-place-change"),
        cells.postcode("HOME_POST"),
    )


def settled(story: Story, ordered: list[Episode]) -> list[Episode]:
    """The episodes that can all be true: of two that contradict each other the earlier stands, then the first row."""
    kept: list[Episode] = []
    for episode in ordered:
        before = kept[-1] if kept else None
        if before and before.began == episode.began and before.says == episode.says:
            story.remark(episode.row, f"The same episode stands on line {before.row.number} as well.")
            continue
        if before and before.ended is None and episode.began > before.began:
            before.ended = episode.began
            story.remark(before.row, "The episode has no end; it was taken to end when the next one began.")
        if before and (before.ended is None or episode.began < before.ended):
            contest(story, episode, f"The episode overlaps with that on line {before.row.number}, which stands.")
            continue
        kept.append(episode)
    return kept


def contest(story: Story, episode: Episode, why: str) -> None:
    """Note what a contradicted episode says, marked as contested."""
    row = episode.row
    span: dict[str, Any] = {"began": episode.began, "ended": episode.ended}
    if episode.status:
        story.tell("care.LegalStatus", row, contested=why, **span, code=episode.status)
    change = episode.change if episode.ended else ""
    if episode.home or not episode.status:
        story.tell("care.Home", row, contested=why, **span, **episode.home, reason_for_change=change)


def periods_of(story: Story, kept: list[Episode]) -> Iterator[list[Episode]]:
    """The episodes of each period of care: a period ends with its last episode, or where there is a gap."""
    period: list[Episode] = []
    for episode in kept:
        if period and (period[-1].ends_care or (period[-1].ended and period[-1].ended < episode.began)):
            yield period
            period = []
        period.append(episode)
    if period:
        yield period


def tell_period(story: Story, period: list[Episode], *, followed: bool) -> None:
    """Note one period of care, and the legal statuses and homes in it."""
    first, last = period[0], period[-1]
    over = last.ended is not None and (last.ends_care or followed)
    if last.ends_care and last.ended is None:
        story.remark(last.row, "Care ended, but the row does not say on which day; it is shown as open.")
    if last.ended is not None and not over:
        story.remark(last.row, "Care goes on after this episode (X1), but the next episode is not in the file.")
    if first.starts not in (STARTS_CARE, ""):
        story.remark(first.row, "Care began before the first episode that the file holds.")
    story.tell(
        "care.PeriodOfCare",
        [each.row for each in period],
        continues=first.starts not in (STARTS_CARE, ""),
        began=first.began,
        ended=last.ended if over else None,
        reason_ceased=last.ends if over and last.ends_care else "",
        category_of_need=first.need,
        home_postcode=first.from_postcode,
    )
    tell_statuses(story, period)
    tell_homes(story, period)


def tell_statuses(story: Story, period: list[Episode]) -> None:
    """Note the legal statuses of a period, one for each run of episodes under the same."""
    for run in runs(period, lambda before, after: before.status == after.status):
        if run[0].status:
            story.tell(
                "care.LegalStatus",
                [each.row for each in run],
                continues=run[0] is period[0] and run[0].starts in SAME_STATUS,
                began=run[0].began,
                ended=run[-1].ended,
                code=run[0].status,
            )


def tell_homes(story: Story, period: list[Episode]) -> None:
    """Note the homes of a period: one lasts through episodes that change the legal status only."""
    for run in runs(period, lambda before, after: after.starts == STATUS_ONLY and before.home == after.home):
        if run[0].home:
            story.tell(
                "care.Home",
                [each.row for each in run],
                continues=run[0] is period[0] and run[0].starts == STATUS_ONLY,
                began=run[0].began,
                ended=run[-1].ended,
                reason_for_change=run[-1].change if run[-1].ended else "",
                same_carer=True if run[0].starts in SAME_CARER else None,
                **run[0].home,
            )


def runs(period: list[Episode], same: Callable[[Episode, Episode], bool]) -> Iterator[list[Episode]]:
    """The episodes of a period in runs in which each is the same as the one before it."""
    run: list[Episode] = []
    for episode in period:
        if run and not same(run[-1], episode):
            yield run
            run = []
        run.append(episode)
    if run:
        yield run
