"""A career written command by command through the areas' own actions, as people would have done it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sightline.demo.careers.commands import Command
from sightline.demo.writing import by_actions_care, by_actions_people, words
from sightline.demo.writing.compounds import visited
from sightline.demo.writing.record import Record
from sightline.foundation.facts import Acting
from sightline.foundation.history import History, record_history
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.rules import Answered
from sightline.foundation.standing import open_spell, standing
from sightline.foundation.visits.actions import record_visit
from sightline.foundation.visits.rules import ChildVisited
from sightline.practice.assessment import actions as assessment
from sightline.practice.child_in_need import actions as child_in_need
from sightline.practice.child_protection import actions as protection
from sightline.practice.child_protection.models import EnquiryOutcome, StrategyOutcome
from sightline.practice.child_protection.rules import (
    ConferenceForChild,
    Found,
    OutcomeForChild,
    ReviewForChild,
    TookPart,
)
from sightline.practice.court import actions as court
from sightline.practice.early_help import actions as early_help
from sightline.practice.early_help.models import EarlyHelpEpisode
from sightline.practice.front_door import actions as front_door
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral

DECIDED = {"strategy discussion": StrategyOutcome, "enquiries end": EnquiryOutcome}
PAPERS = {"report shared": "report", "decision sent": "decision_letter", "minutes sent": "minutes"}


def write(record: Record) -> None:
    """Write a household's career up to today, one action after another."""
    for command in record.home.until(record.today):
        by = record.staff.builder.at(command.recorded_at)
        together = TOGETHER.get(command.what)
        if together is not None:
            together(record, command, by)
        else:
            for place in command.children:
                one(record.children[place], command, by)


def one(child: UUID, command: Command, by: Acting) -> None:
    """What a command means for one child."""
    EACH[command.what](child, command, by)


def newest(kind: type[Any], child: UUID) -> Any:
    """The key of the newest fact of a kind about a child."""
    return standing(kind, child).order_by("recorded_at", "id").last().pk


def contact(child: UUID, command: Command, by: Acting) -> None:
    """Somebody got in touch, as history: how, and what was asked of them, nobody wrote down then."""
    happened(Contact(child_id=child, happened=command.on, **command.said), by)


def contact_decided(child: UUID, command: Command, by: Acting) -> None:
    """What became of a contact, as history: on what it rested nobody wrote down then."""
    about = {"child_id": child, "contact_id": newest(Contact, child), "reasons": words.DECIDED_ABOUT_CONTACT}
    happened(ContactOutcome(**about, happened=command.on, **command.said), by)


def happened(fact: Any, by: Acting) -> None:
    """One fact of the time before Sightline, through the door that imports use."""
    record_history(history=History([fact], "the demonstration"), by=by)


def referral(child: UUID, command: Command, by: Acting) -> None:
    """A referral that follows from the newest contact."""
    front_door.record_referral(
        child_id=child, received_on=command.on, contact_id=newest(Contact, child), by=by, **command.said
    )


def referral_decided(child: UUID, command: Command, by: Acting) -> None:
    """What becomes of a referral."""
    front_door.decide_referral(
        child_id=child, referral_id=newest(Referral, child), on=command.on, outcomes=[command.said["outcome"]],
        reasons=words.DECIDED_ABOUT_REFERRAL, by=by,
    )  # fmt: skip


def referrer_told(child: UUID, command: Command, by: Acting) -> None:
    """The referrer is told."""
    front_door.tell_referrer(child_id=child, referral_id=newest(Referral, child), on=command.on, by=by, **command.said)


def referral_closed(child: UUID, command: Command, by: Acting) -> None:
    """The work ends."""
    front_door.close_referral(child_id=child, on=command.on, reason=command.said["reason_for_closure"], by=by)


def early_help_begins(child: UUID, command: Command, by: Acting) -> None:
    """Early help begins."""
    early_help.begin_early_help(child_id=child, on=command.on, who_agreed=words.ANSWERED, by=by, **command.said)


def early_help_ends(child: UUID, command: Command, by: Acting) -> None:
    """Early help ends."""
    episode = open_spell(EarlyHelpEpisode, child)
    assert episode is not None
    early_help.end_early_help(child_id=child, episode_id=episode.pk, on=command.on, by=by, **command.said)


def assessment_authorised(child: UUID, command: Command, by: Acting) -> None:
    """A manager authorises an assessment."""
    assessment.authorise_assessment(child_id=child, on=command.on, child_seen=True, by=by, **command.said)


def review_of_need(child: UUID, command: Command, by: Acting) -> None:
    """A review of a plan for a child in need."""
    child_in_need.record_child_in_need_review(
        child_id=child, on=command.on, what_changed=words.WHAT_CHANGED, by=by, **command.said
    )


def simply(action: Callable[..., Any], **also: Any) -> Callable[[UUID, Command, Acting], None]:
    """A command that is an action of the same words."""

    def act(child: UUID, command: Command, by: Acting) -> None:
        action(child_id=child, on=command.on, by=by, **also, **command.said)

    return act


def strategy_discussion(record: Record, command: Command, by: Acting) -> None:
    """One discussion about all these children."""
    reasons = words.WORRIES[command.said["worry"]]
    protection.record_strategy_discussion(
        held_on=command.on,
        held_by="video",
        agencies=[TookPart(agency) for agency in command.said["agencies"]],
        outcomes=[OutcomeForChild(child, "begin_enquiries", reasons) for child in record.keys(command)],
        by=by,
    )


def enquiries_end(record: Record, command: Command, by: Acting) -> None:
    """What enquiries found."""
    result = command.said["outcome"]
    found = [Found(child, result, words.FOUND[result]) for child in record.keys(command)]
    protection.record_enquiry_outcome(on=command.on, found=found, by=by)


def manager_agrees(record: Record, command: Command, by: Acting) -> None:
    """A manager agrees."""
    kind = DECIDED[command.said["about"]]
    answers = [Answered(kind._meta.label, newest(kind, child), child, "agree") for child in record.keys(command)]
    oversight.answer_decisions(answers=answers, on=command.on, by=by)


def initial_conference(record: Record, command: Command, by: Acting) -> None:
    """A conference."""
    said = {"reasons": words.CONFERENCE, **command.said}
    outcomes = [ConferenceForChild(child=child, **said) for child in record.keys(command)]
    protection.hold_conference(on=command.on, outcomes=outcomes, by=by)


def review_conference(record: Record, command: Command, by: Acting) -> None:
    """A review of plans."""
    said = {"reasons": words.CONFERENCE, **command.said}
    outcomes = [ReviewForChild(child=child, **said) for child in record.keys(command)]
    protection.hold_review_conference(on=command.on, outcomes=outcomes, by=by)


def manager_looks(record: Record, command: Command, by: Acting) -> None:
    """A manager looks at a plan that lasts."""
    children, reasons = record.keys(command), words.LOOKED_AT_PLAN
    oversight.record_oversight_note(children=children, stance="considered", reasons=reasons, on=command.on, by=by)


def paper(record: Record, command: Command, by: Acting) -> None:
    """Something is sent before or after a conference."""
    protection.send_conference_paper(
        children=record.keys(command), kind=PAPERS[command.what], on=command.on, by=by, **command.said
    )


def core_group(record: Record, command: Command, by: Acting) -> None:
    """A core group."""
    protection.record_core_group(children=record.keys(command), on=command.on, what_changed=words.WHAT_CHANGED, by=by)


def visit(record: Record, command: Command, by: Acting) -> None:
    """A visit."""
    said = {name: command.said[name] for name in ("kind", "who_visited", "place", "attempted")}
    children = [ChildVisited(child=record.children[place], **visited(command, place)) for place in command.children]
    record_visit(visited_on=command.on, children=children, by=by, **said)


EACH: dict[str, Callable[[UUID, Command, Acting], None]] = {
    "contact": contact,
    "contact decided": contact_decided,
    "referral": referral,
    "referral decided": referral_decided,
    "referrer told": referrer_told,
    "referral closed": referral_closed,
    "early help": early_help_begins,
    "early help ends": early_help_ends,
    "assessment": simply(assessment.begin_assessment),
    "assessment authorised": assessment_authorised,
    "child in need plan": simply(child_in_need.begin_child_in_need_plan),
    "child in need review": review_of_need,
    "child in need plan ends": simply(child_in_need.end_child_in_need_plan),
    "protection plan ends": simply(protection.end_protection_plan),
    "gateway": simply(court.record_legal_gateway, reasons=words.GATEWAY),
    "letter before proceedings": simply(court.send_letter_before_proceedings, sent_to=words.SENT_TO),
    "pre-proceedings meeting": simply(court.hold_pre_proceedings_meeting, what_was_agreed=words.AGREED_IN_MEETING),
    "pre-proceedings end": simply(court.end_pre_proceedings),
    "family decision": simply(court.record_family_group_decision_making),
    "care proceedings": simply(court.issue_care_proceedings),
    "hearing": simply(court.record_hearing),
    "proceedings end": simply(court.end_care_proceedings),
    "order": simply(court.begin_order),
    **by_actions_care.EACH,
}
TOGETHER: dict[str, Callable[[Record, Command, Acting], None]] = {
    "strategy discussion": strategy_discussion,
    "enquiries end": enquiries_end,
    "manager agrees": manager_agrees,
    "manager looks": manager_looks,
    "initial conference": initial_conference,
    "review conference": review_conference,
    **dict.fromkeys(PAPERS, paper),
    "core group": core_group,
    "visit": visit,
    **by_actions_people.TOGETHER,
}
