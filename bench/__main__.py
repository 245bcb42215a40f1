"""`python -m bench [--long] [PART ...]`: run the parts that are named, or all of them, and print a table of each.

With --growth: a working day in a small authority and in a whole one, beside each other.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator

os.environ |= {
    "SIGHTLINE_MODE": "test",
    "SIGHTLINE_PROCESS": "jobs",
    "SIGHTLINE_LOG_LEVEL": "CRITICAL",
    "DJANGO_SETTINGS_MODULE": "sightline.config.settings",
}

import django

django.setup()

from bench import (  # noqa: E402
    approvals,
    growth,
    imports,
    kills,
    matrix,
    pages,
    report,
    seals,
    starts,
    steps,
    tamperings,
    work,
    writes,
)
from bench.setting import Setting, set_up  # noqa: E402

Part = Callable[[Setting, bool], Iterator[report.Line]]
PARTS: dict[str, tuple[str, Part]] = {
    "pages": ("Pages: gunicorn on this machine, the load beside it", pages.measure),
    "work": ("A working day: pages, a hundred people at once, all clocks", work.measure),
    "approvals": ("Approvals: what managers are asked to sign in a working day", approvals.measure),
    "steps": ("Plans: the check of a step on labelled steps", steps.measure),
    "starts": ("Starts, until a child's page is there", starts.measure),
    "writes": ("Writes through the door, committed and durable", writes.measure),
    "imports": ("Importing a return, killed and taken up again", imports.measure),
    "seals": ("The seal", seals.measure),
    "matrix": ("Access matrix", matrix.measure),
    "tamperings": ("Tampering with a sealed copy", tamperings.measure),
    "kills": ("kill -9 while people record", kills.measure),
}


def main() -> int:
    reader = ArgumentParser(prog="python -m bench", description=__doc__)
    reader.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all of them if none is named")
    reader.add_argument("--long", action="store_true", help="as many tamperings and kills as the goals ask for: hours")
    reader.add_argument("--size", default="small", help="of the made-up authority: small, or authority (long to build)")
    reader.add_argument("--growth", action="store_true", help="a working day and an import, small and whole, compared")
    chosen = reader.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        reader.error(f"there is no part {', '.join(sorted(unknown))}")
    if chosen.growth:
        return 0 if growth.run(chosen.long) else 1
    setting = set_up(chosen.size)
    good = True
    try:
        for name in chosen.parts or PARTS:
            title, measure = PARTS[name]
            good &= report.show(title, measure(setting, chosen.long))
    finally:
        setting.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
