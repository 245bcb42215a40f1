"""The commands of careers that are several facts: discussions, conferences, visits, care, missing, agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sightline.demo.careers.commands import Command
from sightline.demo.writing import words
from sightline.demo.writing.record import Record
from sightline.demo.writing.shapes import MEETINGS
from sightline.foundation.agreements.models import Agreement
from sightline.foundation.agreements.rules import Answer, To
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.facts import Precision
from sightline.foundation.oversight.models import ManagersDecision
from sightline.foundation.visits.models import Seen, Visit
from sightline.practice.assessment.models import AssessmentFactor
from sightline.practice.care.models import Home, LegalStatus, PeriodOfCare
from sightline.practice.child_protection.models import (
    EnquiryOutcome,
    InitialConference,
    ProtectionPlan,
    ProtectionPlanCategory,
    ReviewConference,
    Section47Enquiry,
    StrategyDiscussion,
    StrategyOutcome,
)
from sightline.practice.child_protection.rules import TookPart
from sightline.practice.court.models import FamilyGroupDecisionMaking, LegalGateway, PreProceedings
from sightline.practice.early_help.models import EarlyHelpEpisode
from sightline.practice.exploitation.models import MissingEpisode, ReturnInterview
from sightline.practice.leaving_care.models import LeavingCareEligibility

Made = Iterator[Any]
SLOTS = {"strategy discussion": "decision", "enquiries end": "finding"}


@dataclass(frozen=True)
class Ends:
    """A spell that ends on a day, with what its kind says at the end."""

    spell: Any
    on: date
    values: dict[str, Any] = field(default_factory=dict)


def early_help(record: Record, command: Command) -> Made:
    """The family's yes, and early help from the same day."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        yield Agreement(child_id=child, happened=command.on, to=To.EARLY_HELP, answer=Answer.AGREED, who=words.ANSWERED)
        episode = EarlyHelpEpisode(child_id=child, began=command.on, **command.said)
        yield record.keep(place, "early help", episode)


def assessment_authorised(record: Record, command: Command) -> Made:
    """A manager authorised an assessment; what it found."""
    said = dict(command.said)
    factors = said.pop("factors")
    for place, child in zip(command.children, record.keys(command), strict=True):
        done = record.open(place, "assessment")
        yield Ends(done, command.on, {"child_seen": True, "why": "", **said})
        for code in factors:
            yield AssessmentFactor(child_id=child, assessment_id=done.pk, happened=command.on, code=code)


def strategy_discussion(record: Record, command: Command) -> Made:
    """One discussion, a decision for each child, and enquiries."""
    agencies = [asdict(TookPart(agency)) for agency in command.said["agencies"]]
    children = record.keys(command)
    held = StrategyDiscussion(happened=command.on, children=children, held_by="video", agencies=agencies)
    yield held
    reasons = words.WORRIES[command.said["worry"]]
    for place, child in zip(command.children, children, strict=True):
        decided = StrategyOutcome(
            child_id=child, discussion_id=held.pk, happened=command.on, decision="begin_enquiries", reasons=reasons
        )
        yield record.keep(place, "decision", decided)
        enquiry = Section47Enquiry(child_id=child, discussion_id=held.pk, began=command.on)
        yield record.keep(place, "enquiry", enquiry)


def enquiries_end(record: Record, command: Command) -> Made:
    """What enquiries found about each child; on that day they end."""
    found = command.said["outcome"]
    for place, child in zip(command.children, record.keys(command), strict=True):
        outcome = EnquiryOutcome(child_id=child, happened=command.on, outcome=found, reasons=words.FOUND[found])
        yield record.keep(place, "finding", outcome)
        yield Ends(record.open(place, "enquiry"), command.on)


def manager_agrees(record: Record, command: Command) -> Made:
    """A manager agrees what was decided about each child."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        about = record.last(place, SLOTS[command.said["about"]])
        yield ManagersDecision(
            child_id=child, happened=command.on, about_kind=about._meta.label, about_id=about.pk, answer="agree"
        )


def initial_conference(record: Record, command: Command) -> Made:
    """A conference about each child, and the plans that it made."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        enquiry, referral = record.last(place, "enquiry"), record.open(place, "referral")
        of_referral = {"referral_id": referral.pk if referral else None}
        conference = InitialConference(
            child_id=child, happened=command.on, enquiry_id=enquiry.pk, plan_made=command.said["plan_made"],
            reasons=words.CONFERENCE, **of_referral,
        )  # fmt: skip
        yield conference
        if command.said["plan_made"]:
            category = command.said["category"]
            before = record.last(place, "plans before") or 0
            plan = ProtectionPlan(
                child_id=child, began=command.on, conference_id=conference.pk, initial_category=category,
                number_of_previous_plans=before, **of_referral,
            )  # fmt: skip
            record.keep(place, "plans before", before + 1)
            yield record.keep(place, "protection plan", plan)
            yield ProtectionPlanCategory(child_id=child, plan_id=plan.pk, happened=command.on, category=category)


def review_conference(record: Record, command: Command) -> Made:
    """A review of each plan; a plan that does not go on ends."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        plan = record.open(place, "protection plan")
        yield ReviewConference(
            child_id=child, plan_id=plan.pk, happened=command.on, reasons=words.CONFERENCE, **command.said
        )
        if not command.said["continues"]:
            yield Ends(plan, command.on, {"end_reason": "conference"})


def gateway(record: Record, command: Command) -> Made:
    """The legal gateway decided to start pre-proceedings, which begin that day."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        decided = LegalGateway(child_id=child, happened=command.on, reasons=words.GATEWAY, **command.said)
        yield decided
        began = PreProceedings(child_id=child, began=command.on, gateway_id=decided.pk)
        yield record.keep(place, "pre-proceedings", began)
        record.keep(place, "meetings", 0)


def family_decision(record: Record, command: Command) -> Made:
    """A family is offered a meeting of its own people, answers or meets; during pre-proceedings it is part of them."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        period = record.open(place, "pre-proceedings")
        part_of = {"pre_proceedings_id": period.pk if period is not None else None}
        yield FamilyGroupDecisionMaking(child_id=child, happened=command.on, **part_of, **command.said)


def meeting(record: Record, command: Command) -> Made:
    """A meeting of pre-proceedings; the first one of a period is the first."""
    for place, child in zip(command.children, record.keys(command), strict=True):
        period, held = record.last(place, "pre-proceedings"), record.last(place, "meetings")
        record.keep(place, "meetings", held + 1)
        kind = "review" if held else "first"
        yield MEETINGS.model(
            child_id=child,
            pre_proceedings_id=period.pk,
            happened=command.on,
            kind=kind,
            **MEETINGS.also,
            **command.said,
        )


def visit(record: Record, command: Command) -> Made:
    """One visit, and what it was for each child."""
    said, children = command.said, record.keys(command)
    made = Visit(
        happened=command.on, children=children, kind=said["kind"], who_visited=said["who_visited"],
        place=said["place"], attempted=said["attempted"],
    )  # fmt: skip
    yield made
    for place, child in zip(command.children, children, strict=True):
        seen = {name: value for name, value in visited(command, place).items() if name != "counts_as"}
        counts = [said["kind"]] if said["seen"][place] else []
        yield Seen(visit_id=made.pk, child_id=child, happened=command.on, counts_as=counts, **seen)


def visited(command: Command, place: int) -> dict[str, Any]:
    """What a visit was for one child."""
    seen, alone = command.said["seen"][place], command.said["alone"][place]
    why_not = "" if seen and alone else words.NOT_ALONE if seen else words.NOT_MET
    account = words.WHAT_IS_SEEN if seen else ""
    return {"seen": seen, "alone": alone, "why_not": why_not, "account": account,
            "sleeping_place_seen": (seen and alone) or None, "safe_tonight": True if seen else None,
            "counts_as": (command.said["kind"],) if seen else ()}  # fmt: skip


def care(record: Record, command: Command) -> Made:
    """A child comes into care: the period, by what right, and where the child lives."""
    (place,), (child,), said = command.children, record.keys(command), command.said
    period = PeriodOfCare(child_id=child, began=command.on, category_of_need=said["category_of_need"])
    yield record.keep(place, "care", period)
    status = LegalStatus(child_id=child, began=command.on, code=said["legal_status"])
    yield record.keep(place, "legal status", status)
    yield record.keep(place, "home", Home(child_id=child, began=command.on, **said["home"]))


def legal_status(record: Record, command: Command) -> Made:
    """One legal status gives way to another."""
    (place,), (child,) = command.children, record.keys(command)
    yield Ends(record.open(place, "legal status"), command.on)
    yield record.keep(place, "legal status", LegalStatus(child_id=child, began=command.on, **command.said))


def moves(record: Record, command: Command) -> Made:
    """One home ends and the next begins."""
    (place,), (child,) = command.children, record.keys(command)
    yield Ends(record.open(place, "home"), command.on, {"reason_for_change": command.said["reason"]})
    yield record.keep(place, "home", Home(child_id=child, began=command.on, **command.said["home"]))


def leaves_care(record: Record, command: Command) -> Made:
    """The period, the legal status, the home and the care plan end together."""
    (place,) = command.children
    yield Ends(record.open(place, "care"), command.on, {"reason_ceased": command.said["reason"]})
    yield Ends(record.open(place, "legal status"), command.on)
    yield Ends(record.open(place, "home"), command.on, {"reason_for_change": command.said["change"]})
    if (plan := record.open(place, "care plan")) is not None:
        yield Ends(plan, command.on)


def entitled(record: Record, command: Command) -> Made:
    """To which support after care somebody is entitled from a day on."""
    (place,), (child,) = command.children, record.keys(command)
    if (before := record.open(place, "entitlement")) is not None:
        yield Ends(before, command.on)
    entitlement = LeavingCareEligibility(child_id=child, began=command.on, **command.said)
    yield record.keep(place, "entitlement", entitlement)


def missing(record: Record, command: Command) -> Made:
    """A child is missing from a moment on."""
    (place,), (child,) = command.children, record.keys(command)
    left = command.said["left"]
    episode = MissingEpisode(
        child_id=child, began=day_of(left), began_at=left, began_precision=Precision.INSTANT, kind=command.said["kind"]
    )
    yield record.keep(place, "missing", episode)


def found(record: Record, command: Command) -> Made:
    """A missing child is back."""
    (place,), back = command.children, command.said["back"]
    yield Ends(record.open(place, "missing"), day_of(back), {"ended_at": back, "end_reason": "back"})


def return_interview(record: Record, command: Command) -> Made:
    """A conversation was offered, or took place."""
    (place,), (child,), said = command.children, record.keys(command), command.said
    done = said["step"] == "completed"
    yield ReturnInterview(
        child_id=child, episode_id=record.last(place, "missing").pk, happened=day_of(said["when"]),
        happened_at=said["when"], happened_precision=Precision.INSTANT, step=said["step"],
        spoke_with=words.SPOKE_WITH if done else "",
    )  # fmt: skip


FACTS: dict[str, Callable[[Record, Command], Made]] = {
    "early help": early_help,
    "assessment authorised": assessment_authorised,
    "strategy discussion": strategy_discussion,
    "enquiries end": enquiries_end,
    "manager agrees": manager_agrees,
    "initial conference": initial_conference,
    "review conference": review_conference,
    "family decision": family_decision,
    "gateway": gateway,
    "pre-proceedings meeting": meeting,
    "visit": visit,
    "care": care,
    "legal status": legal_status,
    "moves": moves,
    "leaves care": leaves_care,
    "entitled": entitled,
    "missing": missing,
    "found": found,
    "return interview": return_interview,
}
