"""How many cells of the matrix of routes, roles, relationships and states of a record are visited in a second."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.report import Line
from bench.setting import Setting

TESTS = Path(__file__).resolve().parents[1] / "tests/architecture/matrix/test_matrix.py"
SAID = re.compile(r"matrix: ([\d,]+) cells in (\d+) s, (\d+) cells a second")


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """The matrix as the tests visit it."""
    if not TESTS.exists():
        yield Line("there is no matrix here", "not run")
        return
    command = [sys.executable, "-m", "pytest", "-q", "-s", str(TESTS)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=TESTS.parents[3])
    said = SAID.search(ended.stdout)
    yield Line("cells", said[1] if said else "not counted", good=ended.returncode == 0)
    if said:
        yield Line("seconds", said[2])
        yield Line("cells a second", said[3])
