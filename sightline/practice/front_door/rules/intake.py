"""What is asked when somebody gets in touch: kinds of contact, ways in, key issues, and who must stay unnamed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import TextChoices

from sightline.ui.vocabulary import said


class ContactKind(TextChoices):
    """The first question at the front door (practice rules, "Contact")."""

    WORRY = "worry", "A worry about a child"
    ABOUT_OPEN_CHILD = "about_open_child", "News about a child we already work with"
    INFORMATION_CHECK = "information_check", "A question whether a family is known"
    POLICE = "police", "A police notification"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    HOMELESS = "homeless", "A young person of 16 or 17 who is homeless"
    LONE_MIGRANT_CHILD = "lone_migrant_child", "A child from abroad who is here alone"
    ALLEGATION = "allegation", "An allegation about somebody who works with children"
    COURT_REQUEST = "court_request", "A court asks for a report"
    FAMILY_ASKS = "family_asks", "A family asks for help"


WORRIES = (ContactKind.WORRY, ContactKind.POLICE)  # kinds that say what somebody is worried about


class CameBy(TextChoices):
    """The way a contact came."""

    TELEPHONE = "telephone", "By telephone"
    IN_PERSON = "in_person", "In person"
    EMAIL = "email", "By email"
    LETTER = "letter", "By letter"
    PARTNER_FORM = "partner_form", "By the form for partners"
    POLICE_FILE = "police_file", "In a file of the police"
    OTHER = "other", "In another way"


class SafeNow(TextChoices):
    """Whether the children are safe now: asked before their names."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "We do not know"


NEVER_WAITS = (
    "A child who is not safe now is not kept waiting for information. Go back to the contact, ask for "
    "{strategy_discussion:article} now, and ring duty; ring 999 if somebody is in danger this minute."
)


def wrong_with_waiting(safe_now: str) -> str:
    """Why nobody waits to find out more about a contact; nothing where one may."""
    if safe_now not in SafeNow.values:
        return "Say whether the child is safe now."
    return said(NEVER_WAITS) if safe_now == SafeNow.NO else ""


class Issue(TextChoices):
    """The key issues: the places of what was said within a contact."""

    WORRIED = "worried", "Who is worried"
    ABOUT_WHAT = "about_what", "About what"
    LIFE = "life", "What it is like for this child"
    PROTECTS = "protects", "What protects them"
    NOT_KNOWN = "not_known", "What we do not know"
    OWN_WORDS = "own_words", "In the child’s own words"


class Told(TextChoices):
    """As what somebody is told of a contact about a child with whom work goes on."""

    WORKER = "worker", "As the child’s worker"
    MANAGER = "manager", "As the worker’s manager"
    DUTY = "duty", "On duty"


UNDECIDED = (ContactKind.INFORMATION_CHECK, ContactKind.ABOUT_OPEN_CHILD)  # they ask for no decision of their own
INDIVIDUALS = ("1A", "1B", "1C", "1D", "9")  # codes of the census for members of the public, and for nobody named
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # of a reference: none that is taken for another on the telephone
LONGEST_AGE = 25  # years


@dataclass(frozen=True)
class ChildOfContact:
    """A child a contact is about: one with a record, or who they are as far as anybody knows."""

    child: UUID | None = None
    given_names: str = ""
    family_name: str = ""
    known_as: str = ""  # for a child nobody can name: by what to tell them apart
    birth_date: date | None = None
    birth_date_estimated: bool = False
    expected_on: date | None = None
    own: str = ""  # what concerns this child only


@dataclass(frozen=True)
class AdultOfContact:
    """An adult around the children: one who is known, or a name; and who they are to the children."""

    kind: str
    person: UUID | None = None
    given_names: str = ""
    family_name: str = ""
    details: str = ""


@dataclass(frozen=True)
class Referrer:
    """Who got in touch, as they gave it."""

    source: str  # a code of the census
    name: str = ""
    role: str = ""
    organisation: str = ""
    telephone: str = ""
    email: str = ""
    asks_protection: bool = False

    @property
    def public(self) -> bool:
        """Whether they are protected: a member of the public, or somebody who asks not to be named to the family."""
        return self.asks_protection or self.source in INDIVIDUALS

    @property
    def is_named(self) -> bool:
        """Whether anything is known of them besides the kind."""
        return any((self.name, self.role, self.organisation, self.telephone, self.email))

    def in_words(self) -> str:
        """What may stand beside the contact: role and organisation of a professional, and nothing of anybody else."""
        return "" if self.public else ", ".join(part for part in (self.name, self.role, self.organisation) if part)


@dataclass(frozen=True)
class Arrival:
    """How and when a contact came, of which kind, and whether the children are safe."""

    kind: str
    came_by: str
    received_on: date
    safe_now: str
    done_now: str = ""
    what_about: str = ""
    answered: str = ""  # to a question whether a family is known
    issues: dict[str, str] = field(default_factory=dict)  # by place


def wrong_with_arrival(kind: str, children: Sequence[ChildOfContact]) -> str:
    """Why a contact cannot be recorded about these children; nothing where it can."""
    if kind not in ContactKind.values:
        return "Say what kind of contact it is."
    if kind == ContactKind.ALLEGATION:
        return "An allegation about somebody who works with children goes to the designated officer, and is kept apart."
    if not children:
        return "Say which children it is about, also if nobody knows their names."
    known = [each.child for each in children if each.child]
    return "Name each child once." if len(set(known)) < len(known) else ""
