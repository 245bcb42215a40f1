"""What is found about children in an assessment: the same of several of them in one go, where it is the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.agreements.models import Agreement
from sightline.foundation.agreements.rules import To
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.models import OversightNote
from sightline.foundation.oversight.rules import Stance
from sightline.foundation.plans.queries import step_of
from sightline.foundation.standing import NotNow, hold, open_spell, refuse, refuse_without
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.actions.work import refuse_frozen, the_work
from sightline.practice.assessment.models import (
    AssessmentWork,
    ChildsView,
    NeedForAssessment,
    NeedFound,
    RiskScale,
    SharedWithFamily,
)
from sightline.practice.front_door.models import Referral


@action(permission=Permission.RECORD_PRACTICE, says="recorded a child's view in an assessment")
def record_view(
    *,
    child_id: UUID,
    work_id: UUID,
    children: Sequence[UUID],
    on: date,
    kind: str,
    issue: str,
    seen: str,
    may_know: str,
    how_asked: str = "",
    words: str = "",
    changed: str = "",
    changed_need: UUID | None = None,
    changed_step: UUID | None = None,
    why_not_asked: str = "",
    where: str = "",
    by: Acting,
) -> Work:
    """Record what children think of an issue in their words, what was observed, or why nobody asked.

    What it changed can be pointed at: a need of one of these children, or a step of their plans.
    """
    work = writable(child_id, work_id, children)
    refuse(rules.wrong_with_view(kind, words, why_not_asked))
    need, step = what_it_changed(children, changed_need, changed_step)
    why_not = why_not_asked if kind == rules.ViewKind.NOT_ASKED else ""
    said = {"kind": kind, "issue": issue, "how_asked": how_asked, "words": words, "why_not_asked": why_not}
    around = {"changed": changed, "seen": seen, "where": where, "may_know": may_know}
    view = None
    for child in children:
        view = ChildsView(child_id=child, work=work, happened=on, **said, **around)
        view.changed_need = need if need and need.child_id == child else None
        view.changed_step = step if step and step.child_id == child else None
        yield view
    return view


@action(permission=Permission.RECORD_PRACTICE, says="placed a child on the risk scale of an assessment")
def record_scale(
    *,
    child_id: UUID,
    work_id: UUID,
    children: Sequence[UUID],
    on: date,
    number: int,
    reasons: str,
    may_know: str,
    by: Acting,
) -> Work:
    """Record where children stand between 0, in danger now, and 10, safe enough to close, and why."""
    work = writable(child_id, work_id, children)
    if number not in rules.SCALE:
        raise Refusal("The scale runs from 0 to 10.")
    scale = None
    for child in children:
        scale = RiskScale(child_id=child, work=work, happened=on, number=number, reasons=reasons, may_know=may_know)
        yield scale
    return scale


@action(permission=Permission.RECORD_PRACTICE, says="shared an assessment with somebody of the family")
def record_sharing(
    *,
    child_id: UUID,
    work_id: UUID,
    children: Sequence[UUID],
    on: date,
    how: str,
    copy_given: bool,
    person: UUID | None = None,
    who: str = "",
    said: str = "",
    why_not: str = "",
    by: Acting,
) -> Work:
    """Record who read or heard the assessment before it is signed, what they put right, and if they have a copy."""
    work = writable(child_id, work_id, children)
    refuse(rules.wrong_with_sharing(how, copy_given=copy_given, why_not=why_not))
    if person is None and not who.strip():
        raise Refusal("Say who it was.")
    shared = None
    for child in children:
        shared = SharedWithFamily(
            child_id=child,
            work=work,
            happened=on,
            person_id=person,
            who=who,
            how=how,
            said=said,
            copy_given=copy_given,
            why_not=why_not,
        )
        yield shared
    return shared


@action(permission=Permission.RECORD_PRACTICE, says="decided whether to assess a child")
def decide_whether(
    *,
    children: Sequence[UUID],
    on: date,
    criteria: Mapping[str, str],
    alternative: str,
    decision: str,
    reasons: str,
    agreement: str,
    who_answered: str = "",
    what_they_said: str = "",
    by: Acting,
) -> Work:
    """Record whether children should be assessed, on which evidence; a family that does not agree goes to a manager."""
    hold(children)
    if decision not in rules.Whether.values or agreement not in rules.Asked.values:
        raise NotNow("Say whether to assess, and whether the family agrees.")
    refuse_criteria(criteria, decision)
    refuse_without(alternative, asks="Say what else was considered.")
    refuse_without(reasons, asks="Say why.")
    if agreement != rules.Asked.NOT_ASKED:
        refuse_without(who_answered, asks="Say who answered for the family.")
    found = None
    for child in children:
        found = NeedForAssessment(
            child_id=child,
            happened=on,
            referral=open_spell(Referral, child),
            criteria=[{"criterion": key, "evidence": evidence} for key, evidence in criteria.items()],
            alternative=alternative,
            decision=decision,
            reasons=reasons,
            agreement=agreement,
        )
        yield found
        if agreement != rules.Asked.NOT_ASKED:
            yield answer_of(found, who_answered, what_they_said)
    return found


def what_it_changed(children: Sequence[UUID], need: UUID | None, step: UUID | None) -> tuple[Any, Any]:
    """The need and the step that a child's words changed; raises Refusal where they are not these children's."""
    found_need = NeedFound.objects.current().filter(pk=need, child__in=children).first() if need else None
    found_step = next((made for child in children if (made := step_of(child, step))), None) if step else None
    if (need and found_need is None) or (step and found_step is None):
        raise NotNow("What it changed does not stand any more. Choose again.")
    return found_need, found_step


def refuse_criteria(criteria: Mapping[str, str], decision: str) -> None:
    """Raise unless each criterion that is met is one of the list and rests on evidence, and one is where we assess."""
    if any(key not in rules.criteria() for key in criteria):
        raise Refusal("Choose the criteria from the list.")
    if decision == rules.Whether.ASSESS and not criteria:
        raise NotNow("Say which criterion is met, and on what evidence.")
    for evidence in criteria.values():
        refuse_without(evidence, asks="Say of each criterion that is met on what evidence.")


def answer_of(need: NeedForAssessment, who: str, words: str) -> Agreement:
    """What the family answered when they were asked to agree to an assessment."""
    return Agreement(
        child_id=need.child_id,
        happened=need.happened,
        to=To.ASSESSMENT,
        answer=need.agreement,
        who=who,
        what_they_said=words,
        about_kind=need._meta.label,
        about_id=need.pk,
    )


@action(permission=Permission.OVERSEE, says="looked at an assessment on its way")
def record_checkpoint(*, child_id: UUID, work_id: UUID, on: date, go_on: str, reasons: str, by: Acting) -> Work:
    """Note of every child who is still assessed whether the assessment goes on, ends early or becomes a discussion."""
    work = the_work(child_id, work_id)
    if go_on not in rules.Checkpoint.values:
        raise NotNow("Say whether the assessment goes on.")
    note = None
    for child in queries.children_under_way(work):
        words = f"{rules.Checkpoint(go_on).label}. {reasons}"
        note = OversightNote(child_id=child, happened=on, stance=Stance.CONSIDERED, reasons=words)
        yield note
    if note is None:
        raise NotNow("This assessment is signed.")
    return note


def writable(child: UUID, work: UUID, children: Sequence[UUID]) -> AssessmentWork:
    """A piece of work that can still be written, about these children; raises Refusal."""
    found = the_work(child, work)
    hold(found.children)
    refuse_frozen(found)
    if not children or set(children) - set(found.children):
        raise Refusal("Say about which of the children it is.")
    return found
