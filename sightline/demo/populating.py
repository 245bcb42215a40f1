"""Fills a made-up authority with careers, by one hand or several at once, and says on a line how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import connection as pipes
from multiprocessing import get_context
from time import monotonic
from typing import Any, NamedTuple

from django.db import connection

from sightline.demo.careers.authority import Plan, Share, careers
from sightline.demo.careers.commands import Household
from sightline.demo.writing import in_bulk
from sightline.demo.writing.staff import Staff

WIDTH = 30  # characters of a full bar


class Told(NamedTuple):
    """What one hand has taken for writing: how many, and until which day of the years that are told."""

    households: int = 0
    children: int = 0
    until: date = date.min


@dataclass
class Progress:
    """How far the hands have come together."""

    plan: Plan
    hands: list[Told]
    began: float = field(default_factory=monotonic)

    @property
    def share(self) -> float:
        """How much of the years has been told."""
        told = min(hand.until for hand in self.hands)
        return max(0.0, min(1.0, (told - self.plan.began) / (self.plan.today - self.plan.began)))

    def __str__(self) -> str:
        full = round(WIDTH * self.share)
        children, households = sum(hand.children for hand in self.hands), sum(hand.households for hand in self.hands)
        return (
            f"  [{'#' * full}{'.' * (WIDTH - full)}] {self.share:4.0%}  {children:,} children"
            f" in {households:,} families, {monotonic() - self.began:.0f} s"
        )


def populate(plan: Plan, staff: Staff, show: Callable[[Progress], None], hands: int = 1) -> Progress:
    """Write every career of a plan; `show` is called after each batch with how far it has come.

    Several hands each write their share of the families in a process of its own, so what was written before must be
    committed.
    """
    progress = Progress(plan, [Told()] * hands)
    for hand, told in side_by_side(plan, staff, hands) if hands > 1 else by_one(plan, staff):
        progress.hands[hand] = told
        show(progress)
    return progress


def by_one(plan: Plan, staff: Staff) -> Iterator[tuple[int, Told]]:
    """Everything by one hand, in this process."""
    for told in written(plan, staff, Share()):
        yield 0, told


def written(plan: Plan, staff: Staff, share: Share) -> Iterator[Told]:
    """Write a share of the careers; after each batch, how far it has come."""
    taken = [Told()]
    for _ in in_bulk.write(counting(careers(plan, share), taken), staff, plan.today):
        yield taken[0]
    yield taken[0]._replace(until=plan.today)


def counting(homes: Iterable[Household], taken: list[Told]) -> Iterator[Household]:
    """The same households; `taken` says what was taken so far."""
    for home in homes:
        (so_far,) = taken
        taken[:] = [Told(so_far.households + 1, so_far.children + len(home.children), home.began)]
        yield home


def side_by_side(plan: Plan, staff: Staff, hands: int) -> Iterator[tuple[int, Told]]:
    """Each share in a process of its own; raises RuntimeError if one of them does not come to its end."""
    connection.close()  # a process makes its own
    context: Any = get_context("fork")
    running: dict[Any, tuple[int, Any]] = {}
    try:
        for hand in range(hands):
            reader, writer = context.Pipe(duplex=False)
            process = context.Process(target=at_work, args=(plan, staff, Share(hand, hands), writer), daemon=True)
            process.start()
            writer.close()
            running[reader] = hand, process
        yield from until_all_are_done(running)
    finally:
        for _, process in running.values():
            process.terminate()


def at_work(plan: Plan, staff: Staff, share: Share, writer: Any) -> None:
    """What one process does: write its share, and tell how far it has come."""
    for told in written(plan, staff, share):
        writer.send(told)


def until_all_are_done(running: dict[Any, tuple[int, Any]]) -> Iterator[tuple[int, Told]]:
    """What each process tells, until the last has ended."""
    while running:
        ready: list[Any] = pipes.wait(list(running))
        for reader in ready:
            hand, process = running[reader]
            try:
                yield hand, reader.recv()
            except EOFError:
                process.join()
                if process.exitcode:
                    raise RuntimeError("The authority is not whole: a process that wrote its careers failed.") from None
                del running[reader]
