"""A column that holds a code of a code set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from sightline.foundation.code_sets.sets import CodeSet, code_set

if TYPE_CHECKING:
    Text = models.CharField[str, str]
else:
    Text = models.CharField

ROOM = 10  # characters: codes are short, and an import keeps an unknown one as it was written, if it fits


class CodeField(Text):
    """A code of a named code set; actions refuse other codes, imports keep what an old file says."""

    def __init__(self, code_set_name: str, **options: Any) -> None:
        self.code_set_name = code_set_name
        options.setdefault("max_length", ROOM * -(-self.codes.longest // ROOM))
        super().__init__(**options)

    @property
    def codes(self) -> CodeSet:
        """The code set whose codes the column holds."""
        return code_set(self.code_set_name)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """What a migration needs to make the column again, the same whatever codes are added."""
        name, path, _, options = super().deconstruct()
        return name, path, [self.code_set_name], options


def label_of(fact: models.Model, field: str) -> str:
    """What the code in a column of a fact means, in the words of the day of the fact; nothing where there is none."""
    column = fact._meta.get_field(field)
    assert isinstance(column, CodeField)
    code = getattr(fact, field)
    return column.codes.label(code, getattr(fact, "happened", None) or getattr(fact, "began", None)) if code else ""
