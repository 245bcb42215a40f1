"""Being in care and leaving it, written through the actions of care, health, education, leaving care and missing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sightline.demo.careers.commands import Command
from sightline.demo.writing import words
from sightline.foundation.facts import Acting
from sightline.foundation.standing import open_spell, standing
from sightline.practice.care import actions as care
from sightline.practice.care.rules import NewHome
from sightline.practice.court import actions as court
from sightline.practice.court.models import EmergencyOrder
from sightline.practice.education import actions as education
from sightline.practice.exploitation import actions as exploitation
from sightline.practice.exploitation.models import MissingEpisode
from sightline.practice.health import actions as health
from sightline.practice.leaving_care import actions as leaving


def comes(child: UUID, command: Command, by: Acting) -> None:
    """A child comes into care."""
    said = command.said
    care.begin_period_of_care(
        child_id=child, on=command.on, legal_status=said["legal_status"], category_of_need=said["category_of_need"],
        home=NewHome(**said["home"]), by=by,
    )  # fmt: skip


def status(child: UUID, command: Command, by: Acting) -> None:
    """A change of legal status."""
    care.change_legal_status(child_id=child, on=command.on, legal_status=command.said["code"], by=by)


def moves(child: UUID, command: Command, by: Acting) -> None:
    """A move."""
    home = NewHome(**command.said["home"])
    care.move_home(child_id=child, on=command.on, home=home, reason=command.said["reason"], by=by)


def leaves(child: UUID, command: Command, by: Acting) -> None:
    """A child leaves care."""
    said = command.said
    care.leave_care(child_id=child, on=command.on, reason=said["reason"], reason_for_change=said["change"], by=by)


def order_ends(child: UUID, command: Command, by: Acting) -> None:
    """An order that lapses ends."""
    order = open_spell(EmergencyOrder, child)
    assert order is not None
    court.end_order(child_id=child, on=command.on, kind=order.kind, by=by, **command.said)


def missing(child: UUID, command: Command, by: Acting) -> None:
    """A child is missing."""
    exploitation.begin_missing_episode(child_id=child, by=by, **command.said)


def found(child: UUID, command: Command, by: Acting) -> None:
    """A child is back."""
    exploitation.end_missing_episode(child_id=child, by=by, **command.said)


def interview(child: UUID, command: Command, by: Acting) -> None:
    """A return conversation."""
    episode = standing(MissingEpisode, child).order_by("began_at").last()
    spoke_with = words.SPOKE_WITH if command.said["step"] == "completed" else ""
    exploitation.record_return_interview(
        child_id=child, episode_id=episode.pk, spoke_with=spoke_with, by=by, **command.said
    )


def simply(action: Callable[..., object]) -> Callable[[UUID, Command, Acting], None]:
    """A command that is an action of the same words."""

    def act(child: UUID, command: Command, by: Acting) -> None:
        action(child_id=child, on=command.on, by=by, **command.said)

    return act


EACH: dict[str, Callable[[UUID, Command, Acting], None]] = {
    "care": comes,
    "legal status": status,
    "moves": moves,
    "leaves care": leaves,
    "order ends": order_ends,
    "care plan": simply(care.begin_care_plan),
    "home step": simply(care.record_home_step),
    "care review": simply(care.record_care_review),
    "officer's contact": simply(care.record_reviewing_officer_contact),
    "health assessment": simply(health.record_health_assessment),
    "dentist": simply(health.record_dental_check),
    "immunisations": simply(health.record_immunisation_status),
    "development": simply(health.record_development_check),
    "questionnaire": simply(health.record_strengths_and_difficulties),
    "education plan": simply(education.record_personal_education_plan),
    "missing": missing,
    "found": found,
    "return interview": interview,
    "entitled": simply(leaving.record_eligibility),
    "pathway": simply(leaving.record_pathway_plan),
    "care leaver contact": simply(leaving.record_care_leaver_contact),
    "care leaver doing": simply(leaving.record_care_leaver_status),
}
