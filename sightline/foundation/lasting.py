"""What lasts and has a strip of its own in the picture of involvement over time: what an area says of each kind."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Lasting:
    """A kind of fact that lasts and has a strip of its own in the picture of involvement over time.

    `said` turns the value of the column `code` into words; `now` is how the status line says that it lasts today.
    """

    model: type[models.Model]
    label: Callable[[], str]
    now: Callable[[str], str] | None = None
    code: str = ""
    said: Callable[[str], str] = str
    holds_open: bool = False  # whether work with a child cannot be closed while it lasts

    def words(self, code: str) -> str:
        """What one of them was: its own words, or the name of its kind."""
        return (self.said(code) if code else "") or self.label()
