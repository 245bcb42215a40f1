"""Files for spreadsheets: every cell is text, and none can be taken for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.http import HttpResponse

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheets calculate, or what hides such a sign


def as_text(value: object) -> str:
    """A cell that a spreadsheet shows as it is: an apostrophe stands before whatever could begin a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(BEGINS_A_FORMULA) or text.lstrip().startswith(BEGINS_A_FORMULA[:4]) else text


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows under their headings, every cell in quotation marks."""
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([as_text(cell) for cell in row] for row in (headings, *rows))
    return text.getvalue()


def download(name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A file to keep, whole before its first byte is sent, so that the read log holds whom it shows by then."""
    body = "\ufeff" + as_csv(headings, rows)  # the mark tells spreadsheets that it is UTF-8
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
