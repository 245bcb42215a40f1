"""Visits: of which kind they are, who made them, and for which children they count."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, working_days

NOT_SEEN_DAYS = 42  # the longest interval between first-year visits in care (Care Planning Regulations 2010, reg 28)
NEW_WORKER = Timescale(
    id="transfer_gap",
    name="New worker has seen the child",
    allows=working_days(10),
    starts="another team takes the child over",
    stops="a visit by the new worker, alone or together with the one before, at which the child was seen",
    repeats="for each team",
    source="Practice; no national number",
    alert=AlertClass.W10,
    **evidence("P/U/M"),
)
FAILED_IN_A_ROW = 3  # failed visits that call for a decision (practice rules, "Visit")


class VisitKind(TextChoices):
    """Why a visit is made, and whose time limits it can meet (timescales, sections C to M)."""

    CHILD_PROTECTION = "child_protection", "Child protection"
    CHILD_IN_NEED = "child_in_need", "Child in need"
    IN_CARE = "in_care", "Cared for child"
    ASSESSMENT = "assessment", "Assessment"
    SECTION_47 = "section_47", "Section 47 enquiry"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    EARLY_HELP = "early_help", "Early help"
    CARE_LEAVER = "care_leaver", "Care experienced young person"


class WhoVisited(TextChoices):
    """Who made a visit; returns ask for visits of the lead social worker (Annex A, list 7)."""

    LEAD = "lead", "Lead social worker"
    OTHER_SOCIAL_WORKER = "other_social_worker", "Another social worker"
    SUPPORT_WORKER = "support_worker", "Support worker"
    DUTY = "duty", "Duty"


class Place(TextChoices):
    """Where a visit was made."""

    HOME = "home", "Where they live"
    SCHOOL = "school", "School, college or nursery"
    OTHER = "other", "Somewhere else"


@dataclass(frozen=True)
class ChildVisited:
    """What a visit was for one child: whether seen, and alone, and for which kinds of visit it counts."""

    child: UUID
    seen: bool
    alone: bool | None = None
    why_not: str = ""
    safe_tonight: bool | None = None
    safety: str = ""
    sleeping_place_seen: bool | None = None
    sleeping_place: str = ""
    counts_as: tuple[str, ...] = ()
    account: str = ""
    agreed: str = ""


def what_is_missing(each: ChildVisited) -> str:
    """The sentence for what a visit to one child cannot do without, or contradicts; nothing where all is said.

    A visit meets a time limit only for a child who was seen (timescales, rule C13).
    """
    if each.counts_as and not each.seen:
        return "A visit counts only for a child who was seen."
    if set(each.counts_as) - set(VisitKind.values):
        return "Choose the kinds of visit that it counts as from the list."
    if each.alone and not each.seen:
        return "A child who was not seen was not seen alone."
    if not (each.seen and each.alone is not False) and not each.why_not.strip():
        return "Say why the child was not seen, or not alone."
    if each.safe_tonight is False and not each.safety.strip():
        return "Say what is being done tonight to keep the child safe."
    return ""
