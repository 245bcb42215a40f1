"""What stands in place of something that was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sightline.foundation.calendar.words import format_moment
from sightline.practice.child_protection.models import EnquiryOutcome, StrategyOutcome

PAGES = {StrategyOutcome: "child_protection:outcome", EnquiryOutcome: "child_protection:ending"}


@dataclass(frozen=True)
class Stands:
    """That something does not stand any more, why, and where what stands is."""

    text: str
    href: str


def what_stands(fact: Any) -> Stands | None:
    """What stands in place of a fact; nothing if it stands itself."""
    if fact.superseded_at is None:
        return None
    newer = getattr(fact, "superseded_by", None)
    if newer is None:
        return Stands(f"Recorded by mistake; marked so on {format_moment(fact.superseded_at)}.", "")
    by = f" by {newer.recorded_by}" if newer.recorded_by else ""
    text = f"Corrected on {format_moment(fact.superseded_at)}{by}. Why: {newer.correction_reason}"
    return Stands(text, reverse(PAGES[type(fact)], args=[newer.child_id, newer.pk]))
