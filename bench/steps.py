"""How often the check of a step is right, by fault and in all, on the steps it was tuned on and on those it was not."""

from collections.abc import Iterator

from bench.report import Line
from bench.setting import Setting
from sightline.foundation.plans.rules.checking import Check
from tests.spec.plans.steps import HELD_OUT, LEAST, TUNED, Right, counted, steps


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Both sets apart."""
    for which, called in ((TUNED, "tuned"), (HELD_OUT, "held out")):
        yield Line(f"Steps {called}", str(len(steps(which))))
        found = counted(which)
        for check in Check:
            yield Line(f"{called}: {check.label}, precision and recall", both(found.of[check]))
        precision, recall = LEAST[which]
        good = found.all.precision >= precision and found.all.recall >= recall
        yield Line(f"{called}: all faults, precision and recall", both(found.all), good)


def both(right: Right) -> str:
    """Precision and recall beside each other, with how many they rest on."""
    return f"{right.precision:.0%} {right.recall:.0%} ({right.right + right.missed})"
