"""What managers and workers said to each other about the families: decisions, directions, cover and a delegation."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sightline.demo.families import Builder
from sightline.demo.tables import rows
from sightline.demo.telling.scene import Scene
from sightline.foundation.oversight import actions
from sightline.foundation.oversight.models import Decision, Direction, ManagersDecision
from sightline.foundation.oversight.rules import Answer, Answered, DirectionAnswer
from sightline.foundation.workforce import actions as workforce

AGREED, SENT_BACK, REPLIED, OPEN = "agreed", "back", "replied", "open"
REPLY = "She would ring the number on the fridge and go to her sister's. I have added it and read it to her."
ON_LEAVE = ("worker.3", "worker.2")  # who is away, and who covers


def tell_decision(scene: Scene, row: dict[str, str], days: int) -> None:
    """A decision of the worker about all children of the family, and what the manager said to it."""
    on = scene.ago(days)
    text, reasons = scene.put(row["text"]), scene.put(row["reasons"])
    about = [person.pk for person in scene.born]
    actions.record_decision(children=about, kind=row["kind"], text=text, reasons=reasons, on=on, by=scene.by(on, 11))
    made = list(Decision.objects.current().filter(child__in=about, text=text, happened=on))
    if row["fate"] == AGREED:
        answer(scene, made, days - 1, Answer.AGREE)
    elif row["fate"] in (SENT_BACK, REPLIED):
        answer(scene, made, days - 1, Answer.SEND_BACK, scene.put(row["words"]))
        if row["fate"] == REPLIED:
            reply(scene, made, days - 2)


def answer(scene: Scene, made: Iterable[Decision], days: int, how: str, why: str = "") -> None:
    """What the manager who has the level said."""
    on = scene.ago(days)
    given = [Answered(Decision._meta.label, each.pk, each.child_id, how, why) for each in made]
    actions.answer_decisions(answers=given, on=on, by=scene.by(on, 12, scene.manager))


def reply(scene: Scene, made: Iterable[Decision], days: int) -> None:
    """What the worker said to a manager who sent a decision back."""
    on = scene.ago(days)
    about = [each.pk for each in made]
    for sent_back in ManagersDecision.objects.current().filter(about_id__in=about):
        actions.reply(decision=sent_back.pk, text=REPLY, on=on, by=scene.by(on, 14))


def tell_direction(scene: Scene, row: dict[str, str], about: list[UUID]) -> None:
    """Something the manager asked the worker to do, and what the worker answered."""
    on = scene.ago(int(row["given"]))
    by_when = max(on, scene.today + timedelta(days=int(row["due"])))
    words = {"text": scene.put(row["text"]), "why": scene.put(row["why"])}
    owner = scene.key_of(scene.family.worker)
    actions.give_direction(
        children=about, by_when=by_when, owner=owner, on=on, by=scene.by(on, 9, scene.manager), **words
    )
    if row["fate"] == OPEN:
        return
    asked = scene.ahead(3) if row["fate"] == DirectionAnswer.NEW_DATE else None
    for given in Direction.objects.current().filter(child__in=about, text=words["text"], happened=on):
        day = max(on, min(by_when, scene.ago(1)))
        actions.answer_direction(
            direction=given.pk, answer=row["fate"], because=row["words"], new_date=asked, on=day, by=scene.by(day, 16)
        )


def decisions_and_directions(scenes: list[Scene]) -> None:
    """A decision for every third family and a direction for others, until the tables are told."""
    for scene, row in zip(scenes[1::3], rows("told_decisions"), strict=False):
        tell_decision(scene, row, 4 + scene.number % 5)
    for scene, row in zip(scenes[::3], rows("told_directions"), strict=False):
        tell_direction(scene, row, [scene.born[0].pk])


def cover_and_delegation(build: Builder) -> None:
    """A worker is on leave and a colleague covers; a manager may sign one kind of decision for a while."""
    force, today = build.workforce, build.today
    away, covers = ON_LEAVE
    workforce.arrange_cover(
        practitioner_id=force.people[away].pk,
        covered_by_id=force.people[covers].pk,
        reason="Annual leave",
        began=today - timedelta(days=1),
        until=today + timedelta(days=6),
        by=force.acting("team.manager"),
    )
    actions.delegate(
        decision="funding",
        given_to=force.people["team.manager"].pk,
        began=today - timedelta(days=3),
        until=today + timedelta(days=10),
        why="I am at the regional conference and have no signal in the afternoons.",
        by=force.acting("service.manager"),
    )
