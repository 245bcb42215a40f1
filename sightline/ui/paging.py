"""Addresses that lead on from a part of a long list."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

PAGING = ("older", "all")  # which part is asked for, beside the questions that narrow the list


def from_the_first(query: QueryDict, **values: Any) -> str:
    """The address of this page with its questions as they are and other values, from the first line on."""
    kept = [(name, value) for name, found in query.lists() if name not in PAGING for value in found]
    return f"?{urlencode([*kept, *values.items()])}"
