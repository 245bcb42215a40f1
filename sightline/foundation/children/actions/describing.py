"""Recording what describes a person."""

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.refusals import recorded
from sightline.foundation.children.models import (
    CommunicationNeed,
    Disability,
    Ethnicity,
    Gender,
    Identifier,
    Language,
    PersonName,
    Religion,
)
from sightline.foundation.children.rules.identity import normalised
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting


@action(permission=Permission.RECORD_PERSON, says="recorded another name")
def record_name(
    *, person_id: UUID, kind: str, given_names: str = "", family_name: str = "", began: date, by: Acting
) -> Work:
    """Record a former name, or one that somebody is also known by."""
    if not (given_names or family_name):
        raise Refusal("Enter a given name or a family name.")
    fact = PersonName(person_id=person_id, kind=kind, given_names=given_names, family_name=family_name, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded gender")
def record_gender(*, person_id: UUID, code: str, own_words: str = "", began: date, by: Acting) -> Work:
    """Record how somebody describes their gender; what stood before ends."""
    fact = Gender(person_id=person_id, code=code, own_words=own_words, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded ethnicity")
def record_ethnicity(*, person_id: UUID, code: str, own_words: str = "", began: date, by: Acting) -> Work:
    """Record ethnicity by census code; what stood before ends."""
    fact = Ethnicity(person_id=person_id, code=code, own_words=own_words, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded religion")
def record_religion(*, person_id: UUID, code: str, what_it_means: str = "", began: date, by: Acting) -> Work:
    """Record religion or belief; what stood before ends."""
    fact = Religion(person_id=person_id, code=code, what_it_means=what_it_means, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded a language")
def record_language(
    *, person_id: UUID, code: str, use: str, interpreter: str, details: str = "", began: date, by: Acting
) -> Work:
    """Record a language that somebody uses and whether they need an interpreter for it."""
    fact = Language(person_id=person_id, code=code, use=use, interpreter=interpreter, details=details, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded a disability")
def record_disability(*, person_id: UUID, code: str, what_it_means: str = "", began: date, by: Acting) -> Work:
    """Record a disability, or that there is none, by census code."""
    fact = Disability(person_id=person_id, code=code, what_it_means=what_it_means, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded a communication need")
def record_communication_need(*, person_id: UUID, kind: str, what_helps: str = "", began: date, by: Acting) -> Work:
    """Record what helps somebody to understand and be understood."""
    fact = CommunicationNeed(person_id=person_id, kind=kind, what_helps=what_helps, began=began)
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded an identifier")
def record_identifier(*, person_id: UUID, kind: str, value: str, issued_by: str = "", began: date, by: Acting) -> Work:
    """Record a number by which another service knows somebody; a number that cannot be, or is taken, is refused."""
    fact = Identifier(person_id=person_id, kind=kind, value=normalised(kind, value), issued_by=issued_by, began=began)
    yield from recorded(fact)
    return fact
