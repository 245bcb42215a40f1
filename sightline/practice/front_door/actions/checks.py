"""Asking other agencies: nothing goes out before its basis is recorded, and every answer is kept with who gave it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions import agency_of
from sightline.foundation.door import Work, Yielded, action, changes
from sightline.foundation.facts import Acting
from sightline.foundation.identifiers import new_id
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import NotNow, fact_of, hold, refuse, refuse_without
from sightline.practice.front_door import queries, rules
from sightline.practice.front_door.actions.need_to_know import ItemSaid, the_contact, words_about
from sightline.practice.front_door.models import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    Contact,
    ReplyLink,
    SettledForm,
    VerifiedAddress,
)
from sightline.practice.front_door.rules import AnsweredHow, AskedHow, KnownState, SettledHow

UNVERIFIED = (
    "No address of this agency is verified, so no link can go there. Ask by telephone now; or a manager verifies"
    " one, under “Received by form”, “Verified addresses of agencies”."
)


@dataclass(frozen=True)
class Answered:
    """What somebody of an agency answered to a check."""

    how: str
    outcome: str
    given_by: str
    text: str = ""
    known: tuple[ItemSaid, ...] = ()


@action(permission=Permission.RECORD_PRACTICE, says="recorded on what basis agencies may be asked")
def record_basis(
    *,
    child_id: UUID,
    contact_id: UUID,
    on: date,
    basis: str,
    decided_by: str,
    who_agreed: str = "",
    reasons: str = "",
    by: Acting,
) -> Work:
    """Record why other agencies may be asked about a contact, and who decided so."""
    contact = the_contact(child_id, contact_id, on)
    refuse(rules.wrong_with_basis(basis, decided_by=decided_by, who_agreed=who_agreed, reasons=reasons))
    said = {"basis": basis, "decided_by": decided_by, "who_agreed": who_agreed, "reasons": reasons}
    made = BasisForChecks(child_id=child_id, contact=contact, happened=on, **said)
    yield made
    return made


@action(permission=Permission.RECORD_PRACTICE, says="asked an agency")
def ask_agency(
    *,
    child_id: UUID,
    contact_id: UUID,
    on: date,
    how: str,
    due_at: datetime,
    agency_id: UUID | None = None,
    agency_name: str = "",
    agency_kind: str = "",
    whom: str = "",
    items: Sequence[str] = (),
    question: str = "",
    by: Acting,
) -> Work:
    """Ask an agency what it knows about items of a contact; refused while no basis for it is recorded."""
    hold([child_id])
    contact = the_contact(child_id, contact_id, on)
    basis = basis_now(contact)
    if how not in AskedHow.values:
        raise NotNow("Choose how they are asked from the list.")
    if not items and not question.strip():
        raise NotNow("Say what is asked: choose an item, or write a question.")
    agency, is_new = agency_of(agency_id, agency_name, agency_kind)
    if is_new:
        yield agency
    made = AgencyCheck(
        child_id=child_id, contact=contact, happened=on, basis=basis, agency=agency, whom=whom, how=how,
        items=list(items), question=question, due_at=due_at,
    )  # fmt: skip
    yield made
    said = [word(item, KnownState.ASKED, agency.name) for item in items]
    yield from words_about(contact, on, said)
    if how == AskedHow.LINK:
        yield link_for(made)
    return made


def basis_now(contact: Contact) -> BasisForChecks | None:
    """On what basis agencies may be asked about a contact now; raises NotNow where there is none any more."""
    basis = queries.basis_of(contact)
    refuse(rules.may_be_asked(has_basis=basis is not None, taken_back=basis is not None and queries.taken_back(basis)))
    return basis


def word(asked: str, state: str, whom: str) -> ItemSaid:
    """How far an item that an agency was asked is known, and from whom."""
    concern, _, item = asked.partition(":")
    return ItemSaid(concern, item, state, known_from=whom)


def link_for(check: AgencyCheck) -> ReplyLink:
    """A link with which an agency answers a check; raises NotNow where its address is not verified."""
    address = queries.verified_address(check.agency_id)
    if address is None:
        raise NotNow(UNVERIFIED)
    key = new_id()
    return ReplyLink(
        pk=key,
        child_id=check.child_id,
        asked=check,
        email=address.email,
        token_digest=queries.digest_of(queries.token_of(key)),
        expires_at=timezone.now() + rules.LINK_LIVES,
    )


@action(permission=Permission.RECORD_PRACTICE, says="made a new link for an agency")
def renew_link(*, child_id: UUID, check_id: UUID, by: Acting) -> Work:
    """Make a new link for a check, as long as there is a basis for it; the one before it is revoked."""
    hold([child_id])
    check = fact_of(AgencyCheck, check_id, child_id)
    basis_now(check.contact)
    made = link_for(check)
    yield from revoked(queries.the_check(child_id, check_id))
    yield made
    return made


@action(permission=Permission.RECORD_PRACTICE, says="revoked the link of an agency")
def revoke_link(*, child_id: UUID, check_id: UUID, by: Acting) -> Work:
    """Revoke the link of a check, so that nobody can answer with it any more."""
    hold([child_id])
    done = list(revoked(queries.the_check(child_id, check_id)))
    if not done:
        raise NotNow("No link of this check is live.")
    yield from done
    return fact_of(AgencyCheck, check_id, child_id)


def revoked(asked: queries.Asked | None) -> Iterator[Yielded]:
    """The end of the newest link of a check, if it has one that was not revoked."""
    if asked and asked.link and asked.link.revoked_at is None:
        yield changes(asked.link, version=asked.link.version, revoked_at=timezone.now())


@action(permission=Permission.RECORD_PRACTICE, says="recorded what an agency answered")
def record_answer(
    *, child_id: UUID, check_id: UUID, on: date, answered: Answered, at: datetime | None = None, by: Acting
) -> Work:
    """Record what somebody of an agency answered by telephone or otherwise, with their name and the time."""
    check = fact_of(AgencyCheck, check_id, child_id)
    contact = the_contact(child_id, check.contact_id, on)
    made = answer_of(check, on, at, answered)
    yield made
    yield from items_of(contact, check, on, answered)
    return made


@action(permission=Permission.RECORD_PRACTICE, says="took in what an agency answered with its link")
def take_in_reply(*, child_id: UUID, check_id: UUID, on: date, known: Sequence[ItemSaid], by: Acting) -> Work:
    """Take the answer that waits for a check into the record: as it was sent, with what is known because of it."""
    hold([child_id])
    asked = queries.the_check(child_id, check_id)
    form = asked.waits if asked else None
    if asked is None or form is None:
        raise NotNow("No answer waits to be taken in.")
    sent = form.payload
    answered = Answered(AnsweredHow.LINK, sent["outcome"], sent["given_by"], sent["text"], tuple(known))
    made = answer_of(asked.check, on, form.received_at, answered)
    made.received_by_form = form.pk
    yield made
    yield from items_of(asked.check.contact, asked.check, on, answered)
    yield SettledForm(form=form, how=SettledHow.TAKEN_IN)
    return made


def answer_of(check: AgencyCheck, on: date, at: datetime | None, answered: Answered) -> CheckAnswer:
    """An answer as a fact; raises NotNow where it is not whole."""
    refuse_without(answered.given_by, asks="Say who answered: their name and role.")
    if answered.outcome not in rules.AnswerOutcome.values or answered.how not in AnsweredHow.values:
        raise NotNow("Choose what became of it from the list.")
    if answered.outcome == rules.AnswerOutcome.ANSWERED and not (answered.text.strip() or answered.known):
        raise NotNow("Write what they said.")
    return CheckAnswer(
        child_id=check.child_id,
        asked=check,
        **when_happened(on, at),
        how=answered.how,
        outcome=answered.outcome,
        given_by=answered.given_by,
        text=answered.text,
    )


def items_of(contact: Contact, check: AgencyCheck, on: date, answered: Answered) -> Iterator[Yielded]:
    """What is known because of an answer, item by item; where they will not say, that."""
    if answered.outcome == rules.AnswerOutcome.WILL_NOT:
        source = f"{check.agency}: {answered.given_by}"[:250]
        said = [word(item, KnownState.NOT_AGREED, source) for item in check.items]
        yield from words_about(contact, on, said)
    else:
        yield from words_about(contact, on, answered.known)


@action(permission=Permission.KEEP_SERVICES, says="verified the address of an agency")
def verify_address(
    *,
    on: date,
    email: str,
    how_verified: str,
    agency_id: UUID | None = None,
    agency_name: str = "",
    agency_kind: str = "",
    by: Acting,
) -> Work:
    """Record to which address links for an agency may go, and how somebody made sure that it is theirs.

    A check that was sent already stays with the address to which it was sent.
    """
    refuse_without(how_verified, asks="Say how you made sure that the address is theirs.")
    agency, is_new = agency_of(agency_id, agency_name, agency_kind)
    if is_new:
        yield agency
    known = queries.verified_address(agency.pk)
    if known:
        yield changes(known, version=known.version, email=email, how_verified=how_verified, verified_on=on)
        return known
    made = VerifiedAddress(agency=agency, email=email, how_verified=how_verified, verified_on=on)
    yield made
    return made
