"""A pytest plugin: one plain line at the end for each reason why tests were left out, and for how many.

It reads what was reported, so it says the same when several processes share the tests.
"""

from collections import Counter
from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    for reason, number in reasons.most_common():
        terminalreporter.write_line(f"{number} left out: {reason}")
