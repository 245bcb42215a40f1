"""Recording family, responsibility, orders and professionals."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.correcting import corrected
from sightline.foundation.children.actions.refusals import DatesDoNotFit, recorded
from sightline.foundation.children.actions.several import told_apart
from sightline.foundation.children.models import (
    Agency,
    CourtOrder,
    LivesWith,
    NoContact,
    ParentalResponsibility,
    Professional,
    Relationship,
)
from sightline.foundation.children.rules.family import RelationshipKind
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting


@action(permission=Permission.RECORD_PERSON, says="recorded a relationship")
def record_relationship(
    *, person_id: UUID, other_id: UUID, kind: str, details: str = "", began: date, by: Acting
) -> Work:
    """Record who somebody is to somebody else; expected brothers and sisters are told apart by letters from then on."""
    fact = Relationship(person_id=person_id, other_id=other_id, kind=kind, details=details, began=began)
    yield from recorded(fact)
    if kind == RelationshipKind.BROTHER_OR_SISTER:
        yield from told_apart(person_id, other_id)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded who somebody lives with")
def record_lives_with(*, person_id: UUID, other_id: UUID, how_often: str, began: date, by: Acting) -> Work:
    """Record that another person lives in the same home."""
    fact = LivesWith(person_id=person_id, other_id=other_id, how_often=how_often, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded parental responsibility")
def record_parental_responsibility(
    *,
    person_id: UUID,
    other_id: UUID | None = None,
    holder: str = "",
    how: str,
    evidence: str,
    seen_on: date | None = None,
    details: str = "",
    began: date,
    by: Acting,
) -> Work:
    """Record who has parental responsibility and how we know, or what was tried to find out."""
    fact = ParentalResponsibility(
        person_id=person_id,
        other_id=other_id,
        holder=holder,
        how=how,
        evidence=evidence,
        seen_on=seen_on,
        details=details,
        began=began,
    )
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded a court order")
def record_court_order(
    *,
    person_id: UUID,
    kind: str,
    court: str = "",
    case_number: str = "",
    terms: str,
    until: date | None = None,
    document_seen_on: date | None = None,
    began: date,
    by: Acting,
) -> Work:
    """Record what a court ordered, until when, and whether we have seen the order itself."""
    refuse_end_before(began, until)
    fact = CourtOrder(
        person_id=person_id,
        kind=kind,
        court=court,
        case_number=case_number,
        terms=terms,
        until=until,
        document_seen_on=document_seen_on,
        began=began,
    )
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded who must not have contact")
def record_no_contact(
    *,
    person_id: UUID,
    other_id: UUID | None = None,
    who: str = "",
    ground: str,
    terms: str,
    until: date | None = None,
    document_seen_on: date | None = None,
    began: date,
    by: Acting,
) -> Work:
    """Record somebody who must not have contact with this person, on what ground and until when."""
    refuse_end_before(began, until)
    fact = NoContact(
        person_id=person_id,
        other_id=other_id,
        who=who,
        ground=ground,
        terms=terms,
        until=until,
        document_seen_on=document_seen_on,
        began=began,
    )
    yield from recorded(fact)
    return fact


def refuse_end_before(began: date, until: date | None) -> None:
    """Refuse an order that is over before it began."""
    if until is not None and until < began:
        raise DatesDoNotFit("The day until which it lasts must not be before the day it began.")


@action(permission=Permission.RECORD_PERSON, says="recorded a professional")
def record_professional(
    *,
    person_id: UUID,
    agency_id: UUID | None = None,
    agency_name: str = "",
    agency_kind: str = "",
    name: str,
    role: str,
    telephone: str = "",
    email: str = "",
    began: date,
    by: Acting,
) -> Work:
    """Record a named professional of another agency; an agency that is not known yet is added."""
    agency, is_new = agency_of(agency_id, agency_name, agency_kind)
    if is_new:
        yield agency
    fact = Professional(
        person_id=person_id, agency=agency, name=name, role=role, telephone=telephone, email=email, began=began
    )
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="corrected a named professional")
def correct_professional(*, old: Professional, values: dict[str, Any], reason: str, by: Acting) -> Work:
    """Put right what was recorded about a professional; an agency that is not known yet is added."""
    about_agency = {"agency_id", "agency_name", "agency_kind"}
    agency, is_new = agency_of(values["agency_id"], values.get("agency_name", ""), values.get("agency_kind", ""))
    if is_new:
        yield agency
    rest = {name: value for name, value in values.items() if name not in about_agency}
    new, correction = corrected(old, {**rest, "agency": agency}, reason)
    yield correction
    return new


def agency_of(agency_id: UUID | None, name: str, kind: str) -> tuple[Agency, bool]:
    """The agency chosen or named, and whether it is not known yet; raises Refusal where neither was done."""
    if agency_id is not None:
        return Agency.objects.get(pk=agency_id), False
    if not (name and kind):
        raise Refusal("Say which agency the professional works for.")
    known = Agency.objects.filter(name__iexact=name, kind=kind).first()
    return known or Agency(name=name, kind=kind), known is None
