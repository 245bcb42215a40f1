"""What happens rarely: a young person who was missing, and work that ends while something is still to do."""

from datetime import timedelta

from sightline.demo.families import Builder
from sightline.demo.moves import close
from sightline.demo.telling.notes import write
from sightline.demo.telling.scene import Pools, Scene
from sightline.foundation.notes.models import NextStep
from sightline.foundation.oversight.rules import LeftToDo, Settled
from sightline.practice.exploitation import actions
from sightline.practice.exploitation.models import MissingEpisode

DAYS_AGO = 22
LEFT = {
    "kind": "call",
    "with_whom": "School office",
    "account": "The breakfast club goes on without us; the office keeps the form.",
    "step": "Send the club's form to the school",
}


def missing(scene: Scene) -> None:
    """Tobias was away for a night, came back by himself, and talked with somebody from outside."""
    (child,) = scene.named("Tobias")
    left = scene.moment(scene.ago(DAYS_AGO), 18)
    back = left + timedelta(hours=21)
    actions.begin_missing_episode(child_id=child, left=left, kind="M", by=scene.by(left.date(), 22))
    actions.end_missing_episode(child_id=child, back=back, by=scene.by(back.date(), 17))
    episode = MissingEpisode.objects.current().get(child=child).pk
    for step, hours, who in (("offered", 3, ""), ("completed", 24, "Femi Rowntree, Safe Streets")):
        when = back + timedelta(hours=hours)
        actions.record_return_interview(
            child_id=child, episode_id=episode, when=when, step=step, spoke_with=who, by=scene.by(when.date(), 20)
        )


def goodbye(build: Builder, pools: Pools) -> None:
    """Work with one family ended two weeks ago; what was still to do was handed on to the school."""
    family = build.family(1, team="Assessment team 1", worker="worker.2", days=140)
    scene = Scene(build, family, pools, len(build.told))
    (child,) = family.children
    write(scene, LEFT, [child], 17, due=15, passages=[])
    step = NextStep.objects.get(child=child)
    close(
        build,
        family,
        left=[
            LeftToDo(NextStep._meta.label, step.pk, Settled.HANDED_ON, "The school's family worker sends it on Friday.")
        ],
    )
