"""Meetings of the families that are told one by one: held, and still to come."""

from datetime import date, timedelta
from uuid import UUID

from sightline.demo.telling.scene import Scene
from sightline.foundation.meetings import actions
from sightline.foundation.meetings.models import AgreedStep, Held
from sightline.foundation.meetings.rules import (
    Came,
    Details,
    ForChild,
    How,
    Invitation,
    MeetingKind,
    NewStep,
    Part,
    Quorum,
    TookPart,
)

DECIDED = (
    ("{child} stays at home, and the aunt comes on the three evenings we named.", "Four of five people here saw a "
     "calmer month, and the evenings were the difference."),
    ("{child} keeps the place at the club, and {mother} brings {him} on Mondays.", "It is the one place where nobody "
     "asks {him} questions."),
    ("The school is told before anything changes for {child}.", "{child} found out from the office last time."),
    ("{child} sees the nurse every second week, by name and at the same hour.", "The headaches come on Mondays."),
)  # fmt: skip
STEPS = (
    ("Write the plan of the evenings on one page and give it to everybody", 6),
    ("Ask the housing officer to come to the next meeting", 9),
    ("Ring everybody who could not come, and tell them what was decided", 3),
)
KINDS = (MeetingKind.CHILD_IN_NEED, MeetingKind.PROFESSIONALS, MeetingKind.FAMILY_NETWORK)
WHERE = ("{school}, the small hall", "Harbour House, room 4", "At home, round the kitchen table")
AGENDA = "What is better, what is not, who does what until we meet again."


def tell_held(scene: Scene, days: int) -> None:
    """A meeting that took place, with what was decided for each child, and one thing somebody will do."""
    on = scene.ago(days)
    kind = KINDS[scene.number % 3]
    children = [outcome(scene, place) for place in range(len(scene.born))]
    what, within = STEPS[scene.number % 3]
    owner = scene.key_of(scene.family.worker) if scene.busy else None
    by_when = scene.ahead(within) if scene.busy else on + timedelta(days=within)
    step = NewStep(what, scene.name_of(scene.family.worker), by_when, owner)
    made = actions.record_meeting(
        details=details(scene, on, kind),
        at=scene.clock(on, 14),
        children=children,
        people=came(scene, with_family=kind != MeetingKind.PROFESSIONALS),
        quorum=Quorum(True),
        steps=[step],
        next_on=scene.ahead(30),
        by=scene.by(on, 17),
    ).made
    if by_when < scene.today:
        given = AgreedStep.objects.filter(meeting=Held.objects.get(pk=made).meeting_id).order_by("pk")[0]
        actions.finish_step(
            step=given, on=by_when, became="Done; everybody has it in writing.", by=scene.by(by_when, 16)
        )


def details(scene: Scene, on: date, kind: str) -> Details:
    """When, where and how they meet."""
    place = scene.put(WHERE[scene.number % 3])
    how = How.BOTH if scene.number % 2 else How.IN_PERSON
    return Details(kind, on, how, place, scene.name_of(scene.manager), AGENDA)


def outcome(scene: Scene, place: int) -> ForChild:
    """What was decided for one child, and why."""
    person = scene.born[place]
    decided, reasons = DECIDED[(scene.number + place) % len(DECIDED)]
    disagreed = scene.put("{mother} would have liked two evenings and not three.") if scene.number % 4 == 1 else ""
    return ForChild(person.pk, scene.put(decided, person), scene.put(reasons, person), disagreed)


def came(scene: Scene, *, with_family: bool) -> list[TookPart]:
    """Who came, who sent apologies, and who did neither."""
    mother = scene.put("{mother}") + f" {scene.mother.family_name}"
    family = [
        TookPart(Part.PARENT, mother, Came.CAME),
        TookPart(Part.CHILD, scene.born[0].given_names, Came.SOME if scene.number % 2 else Came.APOLOGIES),
    ]
    others = [
        TookPart(Part.SOCIAL_WORKER, scene.name_of(scene.family.worker), Came.CAME, "Eastmere Children's Services"),
        TookPart(Part.EDUCATION, "Marian Holt", Came.CAME, scene.school, sent_report=True),
        TookPart(Part.HEALTH, "Dilys Amadi", Came.APOLOGIES, "Eastmere health visiting", sent_report=True),
        TookPart(Part.HOUSING, "Stuart Pell", Came.ABSENT, "Housing options team"),
    ]
    return [*family, *others] if with_family else others


def tell_arranged(scene: Scene, days: int, kind: str, children: list[UUID], left_out: str = "") -> None:
    """A meeting that is still to be held, with those who are invited."""
    on, asked = scene.ahead(days), scene.ago(3)
    mother = scene.put("{mother}") + f" {scene.mother.family_name}"
    invited = [
        Invitation(Part.PARENT, mother),
        Invitation(Part.SOCIAL_WORKER, scene.name_of(scene.family.worker), "Eastmere Children's Services"),
        Invitation(Part.EDUCATION, "Marian Holt", scene.school),
        Invitation(Part.HEALTH, "Dilys Amadi", "Eastmere health visiting"),
    ]
    if left_out:
        invited.append(Invitation(Part.PARENT, left_out, left_out_because="A court order forbids contact with them."))
    actions.arrange_meeting(
        details=details(scene, on, kind), at=scene.clock(on, 10), children=children, invited=invited,
        by=scene.by(asked, 13),
    )  # fmt: skip
