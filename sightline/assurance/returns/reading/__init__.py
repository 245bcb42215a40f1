"""Reading returns: what a file is and what its lines say, before anything is made of them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sightline.assurance.returns.reading import annex_a, cin, ssda903
from sightline.assurance.returns.reading.lines import FileRead, Kind, Line, ReturnRead
from sightline.foundation.delimited import NotReadable

__all__ = ["FileRead", "Kind", "Line", "NotReadable", "ReturnRead", "read"]

READERS = {Kind.SSDA903: ssda903.read, Kind.CIN: cin.read, Kind.ANNEX_A: annex_a.read}


def read(kind: Kind, paths: Sequence[Path], *, today: date, year: int | None = None) -> ReturnRead:
    """The return of this kind in these files; `year` is the calendar year in which its collection year ends.

    Raises NotReadable, with a sentence, for what is dangerous, too large, of another kind, or damaged.
    """
    return READERS[kind](paths, year=year, today=today)
