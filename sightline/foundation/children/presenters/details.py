"""How each kind of detail of a person is said, and what can be done with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.rules.contact import Safe
from sightline.foundation.children.rules.family import Evidence
from sightline.foundation.code_sets import code_set


@dataclass(frozen=True)
class Kind:
    """A kind of detail: what its list is called, how to ask for a new one, and how one reads."""

    heading: str
    one: str
    says: Callable[[Any], str]
    notes: Callable[[Any], Iterable[str]] = lambda fact: ()
    permission: Permission = Permission.RECORD_PERSON
    empty: str = ""


def coded(name: str, further: str) -> Callable[[Any], str]:
    """What a code of a code set means, with the further words of the person."""
    return lambda fact: joined(code_set(name).label(fact.code), getattr(fact, further))


def joined(*parts: str, by: str = ": ") -> str:
    """Those of the texts that say something, together."""
    return by.join(part for part in parts if part)


def language(fact: Any) -> list[str]:
    """How a language is used, and whether an interpreter is needed."""
    return [fact.get_use_display(), fact.get_interpreter_display(), fact.details]


def safe_ways(fact: Any) -> list[str]:
    """Which ways of using a number are safe, the unsafe ones first, in words that need no colour."""
    ways = (("ring", "ring"), ("text", "text"), ("voicemail", "leave a message"), ("post", "send letters"))
    answered = {value: [words for name, words in ways if getattr(fact, name) == value] for value in Safe.values}
    return [
        f"Do not {either(answered[Safe.NO])}." if answered[Safe.NO] else "",
        f"Safe to {either(answered[Safe.YES])}." if answered[Safe.YES] else "",
        f"Ask first whether it is safe to {either(answered[Safe.NOT_ASKED])}." if answered[Safe.NOT_ASKED] else "",
        f"When: {fact.when_safe}" if fact.when_safe else "",
        f"Also read or heard by: {fact.who_else_reads}" if fact.who_else_reads else "",
    ]


def either(ways: list[str]) -> str:
    """Ways one after the other, as in "ring, text or send letters"."""
    *others, last = ways
    return f"{', '.join(others)} or {last}" if others else last


def lasts(fact: Any) -> list[str]:
    """Until when an order lasts, and whether we have seen it."""
    until = f"Until {format_date(fact.until)}" if fact.until else "No end date"
    seen = fact.document_seen_on
    return [until, f"We saw the document on {format_date(seen)}" if seen else "Nobody here has seen the document"]


def known_from(fact: Any) -> list[str]:
    """How we know who has parental responsibility."""
    seen = f" on {format_date(fact.seen_on)}" if fact.evidence == Evidence.DOCUMENT and fact.seen_on else ""
    return [fact.get_how_display(), fact.get_evidence_display() + seen, fact.details]


def who(fact: Any) -> str:
    """The other person of a tie, or the name that stands in their place."""
    return str(getattr(fact, "whom", "") or fact.other or getattr(fact, "holder", ""))


KINDS: dict[str, Kind] = {
    "name": Kind("Other names", "another name", str, lambda fact: [fact.get_kind_display()]),
    "gender": Kind("Gender", "gender", coded("ssd-gender", "own_words")),
    "ethnicity": Kind("Ethnicity", "ethnicity", coded("ethnicity", "own_words")),
    "religion": Kind("Religion or belief", "religion or belief", coded("religion", "what_it_means")),
    "language": Kind("Languages", "a language", lambda fact: code_set("languages").label(fact.code), language),
    "disability": Kind("Disability", "a disability", coded("cin-disability", "what_it_means")),
    "communication-need": Kind(
        "Communication", "a communication need", lambda fact: joined(fact.get_kind_display(), fact.what_helps)
    ),
    "identifier": Kind(
        "Numbers", "a number", lambda fact: f"{fact.get_kind_display()}: {grouped(fact)}", lambda fact: [fact.issued_by]
    ),
    "address": Kind("Addresses", "an address", lambda fact: fact.in_one_line, lambda fact: [fact.get_kind_display()]),
    "protected-address": Kind(
        "Protected addresses",
        "a protected address",
        lambda fact: "An address that is protected",
        lambda fact: [fact.get_kind_display()],
        Permission.SEE_PROTECTED_ADDRESS,
    ),
    "contact-point": Kind(
        "Telephone and email",
        "a number or email address",
        lambda fact: joined(fact.get_kind_display(), fact.value),
        safe_ways,
    ),
    "relationship": Kind("Relationships", "a relationship", who, lambda fact: [fact.get_kind_display(), fact.details]),
    "lives-with": Kind("Lives with", "who they live with", who, lambda fact: [fact.get_how_often_display()]),
    "parental-responsibility": Kind("Parental responsibility", "parental responsibility", who, known_from),
    "court-order": Kind(
        "Court orders",
        "a court order",
        lambda fact: fact.get_kind_display(),
        lambda fact: [fact.terms, *lasts(fact), joined(fact.court, fact.case_number, by=", case ")],
    ),
    "no-contact": Kind(
        "Must not have contact",
        "who must not have contact",
        who,
        lambda fact: [joined(fact.get_ground_display(), fact.terms), *lasts(fact)],
    ),
    "professional": Kind(
        "Professionals",
        "a professional",
        lambda fact: f"{fact.name}, {fact.role}",
        lambda fact: [fact.agency.name, joined(fact.telephone, fact.email, by=" · ")],
    ),
    "warning": Kind(
        "Warnings",
        "a warning",
        lambda fact: fact.get_kind_display(),
        lambda fact: [fact.why, fact.what_to_do],
        Permission.RECORD_WARNING,
    ),
}

ABOUT_THE_PERSON = (
    "name", "gender", "ethnicity", "religion", "language", "disability", "communication-need", "identifier",
)  # fmt: skip
HOW_TO_REACH = ("address", "protected-address", "contact-point")
AROUND = ("lives-with", "parental-responsibility", "no-contact", "court-order", "professional")


def grouped(fact: Any) -> str:
    """An identifier with the spaces that make it readable."""
    value: str = fact.value
    return f"{value[:3]} {value[3:6]} {value[6:]}" if fact.kind == "nhs" else value
