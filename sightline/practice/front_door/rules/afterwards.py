"""What became of decisions about contacts: what changed soon after, and whether many were made just before a deadline.

The measure of bunching (FD6) fits a smooth curve to how many decisions each hour had, outside the hours around the
deadline; what lies above the curve between 20 and 24 hours is the excess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CHANGED_WITHIN = 28  # days in which work that had been stopped begins after all
REPEATED_WITHIN = 90  # days in which somebody gets in touch again after a contact was closed
COUNTED = 48  # hours after receipt in which a decision counts
WINDOW = range(20, 24)  # the hours before a deadline of 24 hours
LEFT_OUT = range(18, 30)  # hours that the curve is not fitted to
FEWEST_IN_WINDOW = 40  # decisions; of fewer nothing is said
ALERT = 0.25  # an excess from which somebody should ask why
DEGREE = 2  # of the curve


@dataclass(frozen=True)
class Bunching:
    """How many decisions fell into the hours before the deadline, how many a smooth curve expects, and the share of
    all that were decided within 48 hours."""

    observed: int
    fitted: float
    decided: int

    @property
    def share(self) -> float:
        """The decisions of the window as a share of those within 48 hours: the measure itself."""
        return self.observed / self.decided if self.decided else 0.0

    @property
    def excess(self) -> float | None:
        """How far the window lies above the curve, as a part of the curve; nothing where too few were decided."""
        if self.observed < FEWEST_IN_WINDOW or self.fitted <= 0:
            return None
        return (self.observed - self.fitted) / self.fitted

    @property
    def alerts(self) -> bool:
        """Whether somebody should ask why."""
        return self.excess is not None and self.excess >= ALERT


def bunching(hours: Sequence[float]) -> Bunching:
    """The bunching of decisions by their hours since receipt."""
    counts = [0] * COUNTED
    for hour in hours:
        if 0 <= hour < COUNTED:
            counts[int(hour)] += 1
    fitted_to = [hour for hour in range(COUNTED) if hour not in LEFT_OUT]
    curve = fitted([(middle(hour), counts[hour]) for hour in fitted_to])
    expected = sum(max(0.0, value(curve, middle(hour))) for hour in WINDOW)
    return Bunching(sum(counts[hour] for hour in WINDOW), expected, sum(counts))


def middle(hour: int) -> float:
    """The middle of an hour, on a scale from -1 to 1, on which a curve is fitted without losing digits."""
    return (hour + 0.5) / (COUNTED / 2) - 1


def fitted(points: Sequence[tuple[float, float]]) -> list[float]:
    """The coefficients of the curve that lies nearest to these points, the constant first (least squares)."""
    size = DEGREE + 1
    rows = [
        [sum(x ** (row + column) for x, _ in points) for column in range(size)] + [sum(y * x**row for x, y in points)]
        for row in range(size)
    ]
    for pivot in range(size):
        best = max(range(pivot, size), key=lambda row: abs(rows[row][pivot]))
        rows[pivot], rows[best] = rows[best], rows[pivot]
        for row in range(size):
            if row != pivot:
                factor = rows[row][pivot] / rows[pivot][pivot]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[pivot], strict=True)]
    return [rows[row][size] / rows[row][row] for row in range(size)]


def value(curve: Sequence[float], x: float) -> float:
    """The curve at a point."""
    return sum(each * x**power for power, each in enumerate(curve))
