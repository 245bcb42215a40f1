"""Who may do what: permissions of roles, and the order in which it is decided whether a record opens."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.db.models import TextChoices

from sightline.foundation.workforce.rules import Role

LOOK_LASTS_HOURS = 12  # access-and-records section 3: an opening with a reason lasts up to 12 hours
REASON_LENGTH = 20  # characters; access-and-records section 3
RESTRICTION_REVIEW_DAYS = 90  # access-and-records section 3
# To these a post in a service gives a relationship with the children of its teams, and to nobody else there, such as
# its business support (access-and-records section 1, "their manager line").
MANAGER_LINE = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR)
FEWEST_READERS = 2  # of a restricted record, one of them a manager; access-and-records section 2, rule 10


class Permission(StrEnum):
    """Something a role may do; which roles may do what stands in permissions.csv, owned by people, not by code."""

    OPEN_RECORD = "open_record"
    LOOK_WITH_REASON = "look_with_reason"
    BREAK_GLASS = "break_glass"
    SEARCH_PEOPLE = "search_people"
    ADD_PERSON = "add_person"
    RECORD_PERSON = "record_person"
    RECORD_WARNING = "record_warning"
    SEE_PROTECTED_ADDRESS = "see_protected_address"
    MERGE_RECORDS = "merge_records"
    RECORD_FILE = "record_file"
    RECORD_NOTE = "record_note"
    RECORD_VISIT = "record_visit"
    RECORD_PLAN = "record_plan"
    RECORD_MEETING = "record_meeting"
    RECORD_CHILD_PROTECTION = "record_child_protection"
    RECORD_PRACTICE = "record_practice"
    RECORD_EDUCATION = "record_education"
    CORRECT_FACT = "correct_fact"
    EXPLAIN_DELAY = "explain_delay"
    SET_LOCAL_LIMIT = "set_local_limit"
    OVERSEE = "oversee"
    RECORD_DECISION = "record_decision"
    REFER_TO_PANEL = "refer_to_panel"
    RUN_PANEL = "run_panel"
    SEE_FRONT_DOOR = "see_front_door"
    ALLOCATE = "allocate"
    HAND_OVER = "hand_over"
    DECIDE_TRANSFER = "decide_transfer"
    CLOSE_WORK = "close_work"
    RESTRICT_RECORD = "restrict_record"
    REVIEW_OPENINGS = "review_openings"
    SEE_WHO_LOOKED = "see_who_looked"
    SEE_LINE_OF_SIGHT = "see_line_of_sight"
    MANAGE_WORKFORCE = "manage_workforce"
    ARRANGE_COVER = "arrange_cover"
    TAKE_IN_FORMS = "take_in_forms"
    KEEP_SERVICES = "keep_services"
    IMPORT_RETURNS = "import_returns"
    WORK = "work"


class RestrictionCategory(TextChoices):
    """Why a record may be opened by named people only (access-and-records, section 3)."""

    COLLEAGUE = "colleague", "A colleague or their family"
    HIGH_PROFILE = "high_profile", "High profile or in the news"
    WITNESS_PROTECTION = "witness_protection", "Witness protection"
    HIGH_RISK = "high_risk", "High risk to the child or a worker"
    INCIDENT = "incident", "A death or serious incident under review"
    ADOPTION = "adoption", "On an adoption pathway"


class OpeningKind(TextChoices):
    """How a record was opened without a relationship."""

    LOOK = "look", "Look with a reason"
    BREAK_GLASS = "break_glass", "Emergency opening of a restricted record"


class OpeningReason(TextChoices):
    """Why a record was opened without a relationship."""

    NEW_CONTACT = "new_contact", "Somebody has contacted us about this child"
    DUTY = "duty", "I am answering for somebody who is away"
    FAMILY = "family", "I work with somebody in the same family"
    MANAGEMENT = "management", "A decision is asked of me"
    QUALITY = "quality", "Audit or complaint"
    INFORMATION_RIGHTS = "information_rights", "Access request or data protection"
    IMMEDIATE_RISK = "immediate_risk", "A child may be at risk now"


class Outcome(StrEnum):
    """What becomes of a request for a record."""

    ALLOW = "allow"
    ASK_REASON = "ask_reason"
    NOT_FOUND = "not_found"


@dataclass(frozen=True)
class Standing:
    """How one practitioner stands to one record, for one permission."""

    signed_in: bool
    excluded: bool = False
    sealed: bool = False
    restricted: bool = False
    named: bool = False
    glass_broken: bool = False
    relationship: str = ""
    looked: bool = False
    permitted: bool = False
    may_look: bool = False


@dataclass(frozen=True)
class Decision:
    """Whether a record opens, and on what basis."""

    outcome: Outcome
    basis: str


Rule = tuple[str, Callable[[Standing], bool], Outcome]

# Access-and-records, section 2: the first row whose test is true decides.
ORDER: tuple[Rule, ...] = (
    ("account is not active or not verified", lambda s: not s.signed_in, Outcome.NOT_FOUND),
    ("excluded", lambda s: s.excluded, Outcome.NOT_FOUND),
    ("sealed", lambda s: s.sealed, Outcome.NOT_FOUND),
    ("restricted, not named", lambda s: s.restricted and not (s.named or s.glass_broken), Outcome.NOT_FOUND),
    ("role does not allow it", lambda s: not s.permitted, Outcome.NOT_FOUND),
    ("emergency opening", lambda s: s.restricted and s.glass_broken, Outcome.ALLOW),
    ("relationship", lambda s: bool(s.relationship), Outcome.ALLOW),
    ("look with a reason", lambda s: s.may_look and s.looked, Outcome.ALLOW),
    ("may look with a reason", lambda s: s.may_look, Outcome.ASK_REASON),
    ("no reason to open it", lambda s: True, Outcome.NOT_FOUND),
)


def decide(standing: Standing) -> Decision:
    """The outcome of the first rule that applies, and its basis in words for the read log."""
    name, outcome = next((name, outcome) for name, test, outcome in ORDER if test(standing))
    return Decision(outcome, standing.relationship if name == "relationship" else name)


@cache
def permissions() -> dict[str, frozenset[str]]:
    """Permissions of each role, from the table that people own."""
    with (Path(__file__).parent / "permissions.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {role.value: frozenset(row["permission"] for row in rows if row[role.value] == "yes") for role in Role}


def may(role: str, permission: str) -> bool:
    """Whether a role has a permission; an unknown role has none."""
    return permission in permissions().get(role, frozenset())


def roles_with(permission: str) -> list[str]:
    """The roles that have a permission."""
    return [role for role in permissions() if may(role, permission)]


def enough_to_open(roles: Sequence[str]) -> bool:
    """Whether people in these roles keep a restricted record openable: two who open records, one a manager."""
    openers = [role for role in roles if may(role, Permission.OPEN_RECORD)]
    return len(openers) >= FEWEST_READERS and any(may(role, Permission.RESTRICT_RECORD) for role in openers)
