"""`sightline import ssda903 DIR`, `sightline import cin FILE.xml`, `sightline import annex-a FILE.xlsx`."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sightline.assurance.returns.importing.running import Report, run
from sightline.assurance.returns.importing.tally import COUNTED
from sightline.assurance.returns.reading import Kind
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.delimited import NotReadable

SAYS = {"reading": "Keeping the lines of file", "writing": "Children"}


class Command(BaseCommand):
    """Imports a return that the authority already makes, or tries it out."""

    help = "Import a return: SSDA903 files, a children in need census, or an Annex A workbook."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=[kind.value for kind in Kind])
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="the file, or the folder of the files")
        parser.add_argument("--report", type=Path, metavar="OUT.json", help="write the whole report to this file")
        parser.add_argument("--dry-run", action="store_true", help="report what would happen and write nothing")
        parser.add_argument(
            "--year", type=int, metavar="YYYY", help="the year in which the collection year ends, where files mislead"
        )

    def handle(
        self, *, kind: str, paths: list[Path], report: Path | None, dry_run: bool, year: int | None, **options: Any
    ) -> None:
        try:
            done = run(Kind(kind), paths, today=london_today(), year=year, dry_run=dry_run, say=self.progress)
        except NotReadable as why:
            raise CommandError(str(why)) from None
        if report:
            write_whole(report, json.dumps(done, indent=2, ensure_ascii=False) + "\n")
        self.tell(done)

    def progress(self, stage: str, done: int, total: int) -> None:
        """A line that counts up on a terminal."""
        if self.stdout.isatty():
            last = "\n" if done >= total else ""
            self.stdout.write(f"\r{SAYS[stage]}: {done:,} of {total:,}", ending=last)
            self.stdout.flush()

    def tell(self, done: Report) -> None:
        """The report as a table, with what was odd about the files."""
        for note in [*done["notes"], *(note for each in done["files"] for note in each["notes"]), *done["not_read"]]:
            self.stdout.write(note)
        width = max((len(table) for table in done["tables"]), default=5)
        self.stdout.write(" ".join([" " * width, *(f"{name:>9}" for name in COUNTED)]))
        for table, counts in done["tables"].items():
            self.stdout.write(" ".join([f"{table:<{width}}", *(f"{counts[name]:>9,}" for name in COUNTED)]))
        self.stdout.write("Nothing was written: this was a trial." if done["dry_run"] else "Imported.")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    aside = path.with_name(path.name + ".part")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)
