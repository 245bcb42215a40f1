"""The pictures that the component gallery shows."""

from sightline.ui.components import Link
from sightline.ui.distributions import Funnel, Point, Spread

LOADS = [9, 12, 14, 14, 15, 16, 16, 17, 18, 18, 19, 21, 24, 41]


def figures() -> list[Link]:
    """Numbers side by side, one of them nought."""
    return [
        Link("1,204", "#", note="Children"),
        Link("31", "#", note="Not seen for 6 weeks or more"),
        Link("0", "", note="Overdue"),
    ]


def spread() -> Spread:
    """Loads of workers, one of them far out."""
    return Spread("Children of each worker", LOADS, "children", 14, 16.5, 18.75)


def funnel() -> Funnel:
    """Three teams, one of them outside the limits."""
    points = [
        Point("Assessment team 1", 40, 0.1),
        Point("Assessment team 2", 90, 0.15),
        Point("Family help", 140, 0.3, outside=True),
    ]
    return Funnel("Not seen for 6 weeks, by team", points, 0.15, [(10, 0, 0.6), (50, 0.02, 0.34), (140, 0.06, 0.25)])
