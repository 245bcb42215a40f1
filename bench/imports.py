"""Importing a return of many children, killed in the middle and taken up again: speed, memory, and the count."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.report import Line
from bench.returns import YEAR, made_up, multiplied
from bench.setting import Setting, migrated_database
from sightline.config.database.environment import addresses_of
from tests.reliability.databases import CommittedDatabase

MOST_MEMORY = 4.0  # GiB
LOOK_EVERY = 0.5  # seconds
SAME = ("written", "unchanged", "changed", "refused")


@dataclass
class Run:
    """One run of the command: how long it took, the most memory it had, and its report if it came to its end."""

    seconds: float
    memory: float  # GiB
    report: dict[str, Any] | None


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """A return as large as the sample of 2018, or a hundred times that."""
    yield from into(migrated_database(setting), setting, 100 if long else 1, kill_after=600 if long else 8)


def into(database: CommittedDatabase, setting: Setting, times: int, kill_after: float = 8) -> Iterator[Line]:
    """So many times the sample, imported into a database on the same server."""
    folder = multiplied(made_up(setting.folder / f"once {YEAR}"), setting.folder / f"return {YEAR}", times)
    own = setting.environment("jobs") | addresses_of(database.cluster, database.name)
    yield from measured(folder, own, kill_after)


def measured(folder: Path, own: dict[str, str], kill_after: float) -> Iterator[Line]:
    """What came of importing a folder, with one kill in the middle, and of importing it once more."""
    killed = run(folder, own, kill_after)
    done = run(folder, own)
    if done.report is None:
        yield Line("rows", "not imported", good=False)
        return
    tables = done.report["tables"].values()
    rows, outcomes = sum(each["read"] for each in tables), sum(each[name] for each in tables for name in SAME)
    yield Line("children", f"{sum(done.report['children'].get(name, 0) for name in ('made', 'known', 'linked')):,}")
    yield Line("episodes", f"{done.report['tables']['Episodes']['read']:,}")
    yield Line("rows, each with one outcome", f"{rows:,}", rows == outcomes == rows_of(folder))
    yield Line("killed after", f"{killed.seconds:,.0f} s", killed.report is None)
    yield Line("rows a second, the time of both runs counted", f"{rows / (killed.seconds + done.seconds):,.0f}")
    most = max(killed.memory, done.memory)
    yield Line("memory peak", f"{most:.2f} GiB", most < MOST_MEMORY)
    again = run(folder, own)
    wrote = sum(each["written"] + each["changed"] for each in again.report["tables"].values()) if again.report else -1
    yield Line("rows that a second import writes", str(wrote), wrote == 0)
    yield Line("rows a second of a second import", f"{rows / again.seconds:,.0f}")


def run(folder: Path, own: dict[str, str], kill_after: float | None = None) -> Run:
    """Run the command; it is killed after some seconds, if it is not over by then."""
    report = folder.with_name("report.json")
    report.unlink(missing_ok=True)
    words = ["import", "ssda903", str(folder), "--report", str(report)]
    began, memory = time.monotonic(), 0.0
    with subprocess.Popen(
        [sys.executable, "-m", "sightline.config.console", *words], env=own, stdout=subprocess.DEVNULL
    ) as command:
        while command.poll() is None:
            memory = max(memory, memory_of(command.pid))
            if kill_after and time.monotonic() - began > kill_after:
                os.kill(command.pid, signal.SIGKILL)
                command.wait()
            time.sleep(LOOK_EVERY)
    seconds = time.monotonic() - began
    return Run(seconds, memory, json.loads(report.read_text()) if report.exists() else None)


def memory_of(process: int) -> float:
    """The most memory that a process has had, in GiB; none once it ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) / 1024**2 if found else 0.0


def rows_of(folder: Path) -> int:
    """How many rows the files have, their headings left out."""
    return sum(len(path.read_bytes().splitlines()) - 1 for path in folder.glob("*.csv"))
