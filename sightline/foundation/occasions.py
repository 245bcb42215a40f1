"""The versions of what happened once for several children."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from sightline.foundation.facts import Occasion

Kind = TypeVar("Kind", bound=Occasion)


def version_of(kind: type[Kind], key: UUID, moment: datetime | None = None) -> Kind | None:
    """An occasion as it stands, or stood at a moment; `key` is that of any version that was the first or stands."""
    versions: Any = kind._default_manager.filter(Q(pk=key) | Q(first=key)).standing(moment)
    found: Kind | None = versions.select_related("recorded_by", "first").first()
    return found
