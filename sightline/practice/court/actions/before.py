"""Recording the legal gateway, pre-proceedings and family group decision making."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import (
    NotNow,
    hold,
    open_spell,
    refuse,
    refuse_before,
    refuse_while,
    refuse_without,
    the_open,
)
from sightline.practice.court import queries, rules
from sightline.practice.court.models import (
    FamilyGroupDecisionMaking,
    LegalGateway,
    LegalGatewayRequest,
    LetterBeforeProceedings,
    PreProceedings,
    PreProceedingsMeeting,
)

OPEN_PERIOD = "open period of pre-proceedings"
PERIOD = "The period of pre-proceedings began"


@action(permission=Permission.OVERSEE, says="asked the legal gateway")
def request_legal_gateway(*, child_id: UUID, on: date, reasons: str, urgent: bool = False, by: Acting) -> Work:
    """Record that a team manager asked the legal gateway to look at what a child needs."""
    refuse_without(reasons, asks="Say what the legal gateway is asked.")
    request = LegalGatewayRequest(child_id=child_id, happened=on, urgent=urgent, reasons=reasons)
    yield request
    return request


@action(permission=Permission.RECORD_PRACTICE, says="recorded a decision of the legal gateway")
def record_legal_gateway(*, child_id: UUID, on: date, outcome: str, reasons: str, by: Acting) -> Work:
    """Record what the legal gateway decided; a decision to start pre-proceedings begins them that day."""
    hold([child_id])
    refuse_unless_code("ssd-legal-gateway-outcome", outcome, on, called="what the gateway decided")
    refuse_without(reasons, asks="Say why this was decided.")
    gateway = LegalGateway(child_id=child_id, happened=on, outcome=outcome, reasons=reasons)
    yield gateway
    if outcome == rules.START_PRE_PROCEEDINGS and open_spell(PreProceedings, child_id) is None:
        yield PreProceedings(child_id=child_id, began=on, gateway=gateway)
    return gateway


@action(permission=Permission.RECORD_PRACTICE, says="recorded that pre-proceedings began")
def begin_pre_proceedings(*, child_id: UUID, on: date, by: Acting) -> Work:
    """Record that pre-proceedings began where no gateway decision of ours began them."""
    hold([child_id])
    refuse_while(open_spell(PreProceedings, child_id), what="A period of pre-proceedings")
    spell = PreProceedings(child_id=child_id, began=on)
    yield spell
    return spell


@action(permission=Permission.RECORD_PRACTICE, says="recorded a letter before proceedings")
def send_letter_before_proceedings(*, child_id: UUID, on: date, sent_to: str, by: Acting) -> Work:
    """Record that the letter before proceedings was sent, and to whom."""
    spell = the_open(PreProceedings, child_id, what=OPEN_PERIOD)
    refuse_before(on, spell.began, what=PERIOD)
    refuse_without(sent_to, asks="Say to whom it was sent: each person with parental responsibility.")
    letter = LetterBeforeProceedings(child_id=child_id, pre_proceedings=spell, happened=on, sent_to=sent_to)
    yield letter
    return letter


@action(permission=Permission.RECORD_PRACTICE, says="recorded a meeting in pre-proceedings")
def hold_pre_proceedings_meeting(
    *,
    child_id: UUID,
    on: date,
    what_was_agreed: str,
    parents_represented: bool | None = None,
    by: Acting,
) -> Work:
    """Record a meeting with parents; the first one of a period is the first meeting, every other a review."""
    hold([child_id])
    spell = the_open(PreProceedings, child_id, what=OPEN_PERIOD)
    refuse_before(on, spell.began, what=PERIOD)
    refuse_without(what_was_agreed, asks="Say what was agreed, by whom and by when.")
    meeting = PreProceedingsMeeting(
        child_id=child_id,
        pre_proceedings=spell,
        happened=on,
        kind=queries.kind_of_next_meeting(spell),
        parents_represented=parents_represented,
        what_was_agreed=what_was_agreed,
    )
    yield meeting
    return meeting


@action(permission=Permission.RECORD_PRACTICE, says="recorded a step of family group decision making")
def record_family_group_decision_making(*, child_id: UUID, on: date, step: str, details: str = "", by: Acting) -> Work:
    """Record an offer, an answer or the meeting of family group decision making, each as a fact of its own."""
    if step not in rules.Step.values:
        raise NotNow("Choose the step from the list.")
    refuse(rules.wrong_with_step(step, queries.steps_so_far(child_id, on)))
    if step == rules.Step.AGAINST_BEST_INTERESTS:
        refuse_without(details, asks="Say why offering it is against the child's best interests.")
    decision = FamilyGroupDecisionMaking(
        child_id=child_id,
        pre_proceedings=open_spell(PreProceedings, child_id),
        happened=on,
        step=step,
        details=details,
    )
    yield decision
    return decision


@action(permission=Permission.RECORD_PRACTICE, says="ended pre-proceedings")
def end_pre_proceedings(*, child_id: UUID, on: date, outcome: str, by: Acting) -> Work:
    """Record the decision that ended a period of pre-proceedings: to step down, or to issue."""
    hold([child_id])
    spell = the_open(PreProceedings, child_id, what=OPEN_PERIOD)
    refuse_before(on, spell.began, what=PERIOD)
    refuse_unless_code("ssd-pre-proceedings-outcome", outcome, on, called="how pre-proceedings ended")
    yield ends(spell, on=on, outcome=outcome)
    return spell
