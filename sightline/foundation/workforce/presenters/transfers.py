"""What pages show of children who are being handed over from one team to another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.words import format_date
from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.presenters import due_chip, past_tags
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.models import Handover, TransferStep
from sightline.foundation.workforce.rules import TransferOutcome
from sightline.foundation.workforce.rules import TransferStep as Step
from sightline.ui.components import Link, Tag, Ticket, TimelineEntry
from sightline.ui.vocabulary import said

OUTCOMES = {
    TransferOutcome.ACCEPTED: Tag("Taken over", "green"),
    TransferOutcome.KEPT: Tag("Stays with the team that asked"),
    TransferOutcome.WITHDRAWN: Tag("Withdrawn"),
}
STEPS = {
    Step.ACCEPTED: "{team} took the child over",
    Step.REFUSED: "{team} sent the request back",
    Step.UPHELD: "Decided after it was sent back: {team} takes the child over",
    Step.KEPT: "Decided after it was sent back: the child stays with {before}",
    Step.WITHDRAWN: "{team} need not take the child over any more",
}

TOLD = {
    Step.ACCEPTED: "taken over",
    Step.REFUSED: "sent back",
    Step.UPHELD: "decided after it was sent back that the other team takes the child over",
    Step.KEPT: "decided after it was sent back that the child stays",
    Step.WITHDRAWN: "withdrawn",
}


def state(transfer: Any) -> Tag:
    """How a request stands, from its end and its last step."""
    if transfer.ended is not None:
        return OUTCOMES[TransferOutcome(transfer.outcome)]
    if rules.waits_for_service_manager(transfer.last_step or ""):
        return Tag(said("Waits for {service_manager:article}"), "yellow")
    return Tag(f"Waits for {transfer.to_team.name}", "yellow")


def transfer_tickets(groups: Iterable[Sequence[Any]], by: Acting, today: date) -> list[Ticket]:
    """Open requests, one ticket for brothers and sisters who were asked for together."""
    return [ticket(group, by, today) for group in groups]


def ticket(group: Sequence[Any], by: Acting, today: date) -> Ticket:
    """One request; a refusal has a day by which it must be decided."""
    first = group[0]
    refused = rules.waits_for_service_manager(first.last_step or "")
    due = to_be_decided_by(first.last_step_on) if refused else None
    asked = f"{first.from_team.name} asked on {format_date(first.began)}"
    return Ticket(
        title=f"Handing over to {first.to_team.name}",
        href=reverse("workforce:transfer", args=[first.child_id, first.pk]),
        about=", ".join(str(each.child) for each in group),
        clock=due_chip(due, today),
        tags=[state(first), *past_tags(due, today)],
        lines=[asked, f"Joint visit on {format_date(first.joint_visit_on)}"],
    )


def to_be_decided_by(refused_on: date) -> date | None:
    """The day by which a service manager decides; none where the list of bank holidays ends before it."""
    try:
        return working_days_after(refused_on, rules.REFUSAL_SEEN_WITHIN)
    except OutsideHolidayList:
        return None


@dataclass(frozen=True)
class Underway:
    """That a child is being handed over, as the page of who works with them says it."""

    state: Tag
    text: str
    href: str


def going_on(transfer: Any | None) -> Underway | None:
    """An open request, if there is one."""
    if transfer is None:
        return None
    text = f"{transfer.from_team.name} has asked {transfer.to_team.name} to take this child over"
    return Underway(state(transfer), text, reverse("workforce:transfer", args=[transfer.child_id, transfer.pk]))


def endings(child: UUID, role: str, *, held: bool, is_open: bool) -> Iterable[Link]:
    """How the present work can come to an end, for this role."""
    if held and may(role, Permission.HAND_OVER):
        yield Link("Hand over to another team", reverse("workforce:ask_transfer", args=[child]))
    if is_open and may(role, Permission.CLOSE_WORK):
        yield Link("Close the work with this child", reverse("workforce:close_work", args=[child]))


@dataclass(frozen=True)
class TransferShown:
    """The page of a request as plain data."""

    title: str
    state: Tag
    rows: Sequence[tuple[str, list[str]]]
    summary: str
    steps: Sequence[TimelineEntry]
    links: Sequence[Link]


def transfer_page(transfer: Any, steps: Sequence[TransferStep], by: Acting) -> TransferShown:
    """What was asked and why, who was told, what became of it, and what this practitioner can do."""
    told: Handover = transfer.handover
    asked_by = f"{transfer.recorded_by}, {format_date(transfer.began)}" if transfer.recorded_by else ""
    return TransferShown(
        title=f"From {transfer.from_team.name} to {transfer.to_team.name}",
        state=state(transfer),
        rows=[
            ("Asked by", [asked_by or format_date(transfer.began)]),
            ("Why", [told.why]),
            ("Joint visit", [format_date(transfer.joint_visit_on)]),
            ("Family told" if told.family_told else "Family not told", [told.family_words]),
            ("Partners told", [told.partners]),
        ],
        summary=told.summary,
        steps=[step_entry(each, transfer) for each in steps],
        links=[] if transfer.ended else list(links(transfer, by)),
    )


def links(transfer: Any, by: Acting) -> Iterable[Link]:
    """What can be done about an open request."""
    where = [transfer.child_id, transfer.pk]
    refused = rules.waits_for_service_manager(transfer.last_step or "")
    if not refused and may(by.role, Permission.ALLOCATE) and transfer.recorded_by_id != by.practitioner_id:
        yield Link(f"Answer for {transfer.to_team.name}", reverse("workforce:answer_transfer", args=where))
    if refused and may(by.role, Permission.DECIDE_TRANSFER):
        yield Link("Decide what was sent back", reverse("workforce:decide_transfer", args=where))
    if may(by.role, Permission.HAND_OVER):
        yield Link("Withdraw what was asked", reverse("workforce:withdraw_transfer", args=where))


def step_entry(step: TransferStep, transfer: Any) -> TimelineEntry:
    """One step as a line."""
    return TimelineEntry(
        title=step_words(step.step, transfer),
        when=format_date(step.happened),
        timestamp=step.happened.isoformat(),
        by=str(step.recorded_by or ""),
        text=step.reasons,
        major=step.step == Step.ACCEPTED,
    )


def step_words(step: str, transfer: Any) -> str:
    """What happened to a request, in a sentence."""
    return STEPS[Step(step)].format(team=transfer.to_team.name, before=transfer.from_team.name)


def transfer_title(transfer: Any) -> str:
    """A request as a line of a child's chronology."""
    return f"{transfer.to_team.name} was asked to take the child over from {transfer.from_team.name}"


def step_title(step: TransferStep) -> str:
    """A step of a request as a line of a child's chronology."""
    return f"Handing over: {TOLD[Step(step.step)]}"
