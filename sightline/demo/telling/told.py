"""Everything that is told of the families told one by one, family by family."""

from collections import Counter
from datetime import timedelta

from django.urls import reverse

from sightline.demo.families import Builder, Family
from sightline.demo.telling import meetings, notes, oversight, panels, people, plans, visits
from sightline.demo.telling.rarely import goodbye, missing
from sightline.demo.telling.scene import Pools, Scene
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.catching_up import counted_once
from sightline.foundation.children.actions import end_detail, record_gender
from sightline.foundation.children.models import LivesWith
from sightline.foundation.documents import drafts, tickets
from sightline.foundation.identifiers import new_id
from sightline.foundation.meetings.rules import MeetingKind
from sightline.practice.care.models import PeriodOfCare

DRAFTED = "Rang to ask how the night was. Theodore slept from nine to six. Still to write: what she said about"


def tell_practice(build: Builder, nine: Family) -> None:
    """Notes, visits, meetings, plans, papers and decisions of every family that somebody works with."""
    pools = Pools()
    scenes = scenes_of(build, pools)
    for scene in scenes:
        with counted_once():
            tell_family(scene)
    own = next(scene for scene in scenes if scene.family is nine)
    others = [scene for scene in scenes if scene is not own and scene.busy and not scene.is_new]
    with counted_once():
        tell_nine(own)
        panels.tell_panels(own, next(each for each in others if each.family.worker == own.family.worker))
    with counted_once():
        oversight.decisions_and_directions(others)
        oversight.cover_and_delegation(build)
        people.protect(others[3])
        goodbye(build, pools)
        draft(own)


def scenes_of(build: Builder, pools: Pools) -> list[Scene]:
    """The families that a worker has and whose work is not closed, each in its worker's turn."""
    turns: Counter[str] = Counter()
    scenes = []
    for number, family in enumerate(each for each in build.told if not each.waits and not each.closed):
        scenes.append(Scene(build, family, pools, number, turns[family.worker]))
        turns[family.worker] += 1
    return scenes


def tell_family(scene: Scene) -> None:
    """What there is to tell of any family."""
    if scene.is_new:
        notes.tell_notes(scene, 1)
        return
    people.describe(scene)
    people.file_papers(scene)
    notes.tell_notes(scene, 3 + scene.number % 3)
    visits.tell_visits(scene, 1 + scene.number % 2)
    if scene.turn % 3 != 2:
        plans.tell_plan(scene, goals=1 + scene.turn % 2, ends=scene.turn == 4)
    if scene.turn % 3 == 1:
        meetings.tell_held(scene, 9 + scene.number % 11)
    if scene.turn == 1:
        meetings.tell_arranged(scene, 5, MeetingKind.FAMILY_NETWORK, [each.pk for each in scene.born])
    people.review_warning(scene)


def tell_nine(scene: Scene) -> None:
    """What is told of the largest family alone."""
    notes.tell_notes_of_nine(scene)
    meetings.tell_held(scene, 15)
    visits.tell_visits(scene, 2)
    everybody = [each.pk for each in scene.people]
    meetings.tell_arranged(scene, 6, MeetingKind.PROFESSIONALS, everybody, left_out="Rupert Featherstonehaugh")
    meetings.tell_arranged(scene, 20, MeetingKind.PRE_BIRTH, scene.named("Unborn"))
    plans.tell_plan(scene, goals=2, kind="safety")
    people.protect(scene)
    missing(scene)
    moved_out(scene)
    on = scene.ago(30)
    words = {"code": "09", "own_words": "Not a girl or a boy, most days. Keep saying she for now."}
    record_gender(person_id=scene.named("Róisín")[0], began=on, by=scene.by(on, 15), **words)


def moved_out(scene: Scene) -> None:
    """Tobias lives with his mother no more, from the day on which he came into care."""
    (child,) = scene.named("Tobias")
    on = PeriodOfCare.objects.current().get(child=child).began
    for fact in LivesWith.objects.current().filter(person=child, ended=None):
        end_detail(fact=fact, on=on, by=scene.by(on, 16))


def draft(scene: Scene) -> None:
    """A note that the worker has begun and not finished."""
    (child,) = scene.named("Theodore")
    ticket = tickets.begin(
        author=scene.key_of(scene.family.worker),
        draft=new_id(),
        form="notes.note",
        form_version=1,
        title="Case note",
        address=reverse("notes:record", args=[child]),
        subjects=[child],
    )
    answers = {"kind": ["call"], "with_whom": [scene.put("{mother}")], "account": [DRAFTED]}
    moment = scene.moment(scene.today - timedelta(days=1), 17) if scene.today != london_today() else None
    drafts.keep(ticket, answers, 0, moment)
