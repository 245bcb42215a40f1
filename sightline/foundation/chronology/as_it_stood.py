"""What happened once for several children, as it stands or stood at a moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import QueryDict

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.request import NoSuchRecord
from sightline.foundation.chronology.presenters import moment_asked
from sightline.foundation.occasions import version_of


def as_it_stood(child: OpenedChild, part: Any, occasion: str, query: QueryDict) -> tuple[Any, Any, datetime | None]:
    """What an occasion was for a child, the occasion as it stood with it, and the moment that is past.

    `part` is the fact about this child, nothing if there is none, and `occasion` the name of its field. The moment is
    the one that the address asks for, else the last at which a part that was corrected stood, else nothing. Raises
    NoSuchRecord where there is no such part, or it was not known then.
    """
    if part is None:
        raise NoSuchRecord(child.pk, "no such fact")
    asked = moment_asked(query)
    moment = asked or just_before(part.superseded_at)
    row = version_of(part._meta.get_field(occasion).related_model, getattr(part, f"{occasion}_id"), moment)
    if row is None or (asked and part.recorded_at > asked):
        raise NoSuchRecord(child.pk, "not known then")
    return part, row, moment


def just_before(moment: datetime | None) -> datetime | None:
    """The last moment at which something that was corrected at a moment still stood."""
    return moment - timedelta(microseconds=1) if moment else None
