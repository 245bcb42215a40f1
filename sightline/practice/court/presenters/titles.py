"""How facts of legal gateway, pre-proceedings and court read in a chronology and in lists."""

from sightline.foundation.calendar.words import format_date, with_end
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.court import models
from sightline.practice.court.rules import Step

QUESTIONS = {  # what a correction asks, by column
    "outcome": "What was decided, or how did it end?",
    "sent_to": "To whom was it sent?",
    "parents_represented": "Were the parents represented?",
    "step": "Which step?",
    "details": "What was said?",
    "weeks": "By how many weeks?",
    "ends_on": "On which day does it lapse?",
}


def request_title(request: models.LegalGatewayRequest) -> str:
    """A request to the legal gateway."""
    return "Legal gateway asked, urgent" if request.urgent else "Legal gateway asked"


def gateway_title(gateway: models.LegalGateway) -> str:
    """What the legal gateway decided."""
    decided = label_of(gateway, "outcome")
    return f"Legal gateway: {decided[:1].lower()}{decided[1:]}" if decided else "Legal gateway met"


def pre_proceedings_title(spell: models.PreProceedings) -> str:
    """A period of pre-proceedings."""
    return with_end("Pre-proceedings began", spell.ended)


def pre_proceedings_outcome(spell: models.PreProceedings) -> str:
    """What pre-proceedings led to."""
    return label_of(spell, "outcome")


def letter_title(letter: models.LetterBeforeProceedings) -> str:
    """The letter before proceedings."""
    return f"Letter before proceedings sent to {letter.sent_to}" if letter.sent_to else "Letter before proceedings sent"


def meeting_title(meeting: models.PreProceedingsMeeting) -> str:
    """A meeting of pre-proceedings."""
    return f"Pre-proceedings: {meeting.get_kind_display().lower()}"


def what_was_agreed(meeting: models.PreProceedingsMeeting) -> str:
    """What a meeting of pre-proceedings agreed, and whether parents had a solicitor."""
    represented: dict[bool | None, str] = {True: "Parents were represented.", False: "Parents were not represented."}
    said = (represented.get(meeting.parents_represented, ""), meeting.what_was_agreed)
    return " ".join(part for part in said if part)


def family_decision_title(decision: models.FamilyGroupDecisionMaking) -> str:
    """A step of family group decision making."""
    step = Step(decision.step)
    label = str(step.label)
    return f"Family group decision making: {label[:1].lower()}{label[1:]}"


def details(decision: models.FamilyGroupDecisionMaking) -> str:
    """What was said at a step of family group decision making."""
    return decision.details


def proceedings_title(spell: models.CareProceedings) -> str:
    """Care proceedings."""
    return with_end("Care proceedings issued", spell.ended)


def proceedings_detail(spell: models.CareProceedings) -> str:
    """The plans that the court was given, and how it ended."""
    initial, final = label_of(spell, "initial_care_plan"), label_of(spell, "final_care_plan")
    parts = (
        spell.court_reference and f"Case {spell.court_reference}",
        initial and f"Initial care plan: {initial}",
        final and f"Final care plan: {final}",
        spell.get_outcome_display(),
    )
    return ". ".join(part for part in parts if part)


def extension_title(extension: models.ProceedingsExtension) -> str:
    """An extension of the timetable."""
    return f"Court extended the timetable by {extension.weeks} week{'' if extension.weeks == 1 else 's'}"


def hearing_title(hearing: models.Hearing) -> str:
    """A hearing."""
    return hearing.get_kind_display()


def what_was_ordered(hearing: models.Hearing) -> str:
    """What a court ordered at a hearing."""
    return hearing.what_was_ordered


def order_title(order: models.EmergencyOrder) -> str:
    """An order or power that lapses."""
    return with_end(f"{order.get_kind_display()} began", order.ended)


def order_detail(order: models.EmergencyOrder) -> str:
    """Until when an order lasts, and what became of it."""
    until = f"Until {format_date(order.ends_on)}" if order.ends_on else ""
    return ". ".join(part for part in (until, order.get_end_reason_display()) if part)
