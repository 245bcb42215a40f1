"""Case notes of the families that are told one by one."""

from datetime import date, timedelta
from uuid import UUID

from sightline.demo.tables import rows
from sightline.demo.telling import papers
from sightline.demo.telling.scene import Scene
from sightline.foundation.documents.receiving import SentFile
from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.notes import actions
from sightline.foundation.notes.models import NextStep
from sightline.foundation.notes.rules import NoteKind, Step

MORE_THAN_ONE = "all"
WRITTEN = ("with_whom", "account", "step", "email")
GREETING = "Hello,\n\n{email}\n\nRing me if anything is unclear.\n\n{sender}\n"
BECAME = ("Done, and told the family.", "Done on the telephone the same day.", "Done; nothing more follows from it.")


def tell_notes(scene: Scene, count: int) -> None:
    """So many notes over the months the family is known, the older steps finished."""
    for days in scene.spread(count):
        tell_note(scene, scene.pools.notes.take(scene.fits), days)


def tell_note(scene: Scene, row: dict[str, str], days: int) -> None:
    """One note about one child, or about all of them."""
    child = scene.chance.choice(scene.fitting(row["fits"]))
    about = [child.pk]
    if row["about"] == MORE_THAN_ONE:
        about = [person.pk for person in scene.born]
    words = [WrittenPassage((child.pk,), scene.put(row["words"], child), MayKnow.CHILD)] if row["words"] else []
    note = {name: scene.put(row[name], child) for name in WRITTEN} | {"kind": row["kind"]}
    write(scene, note, about, days, due=6 - days % 4, passages=words)


def tell_notes_of_nine(scene: Scene) -> None:
    """The notes of the largest family, which fit nobody else."""
    for row in rows("told_nine_notes"):
        about, words = scene.named(row["children"]), []
        if row["words"]:
            words = [WrittenPassage(tuple(scene.named(row["words_of"])), row["words"], row["may_know"])]
        note = {name: scene.put(row[name]) for name in WRITTEN} | {"kind": row["kind"]}
        write(scene, note, about, int(row["days"]), due=int(row["step_days"]), passages=words)


def write(
    scene: Scene, row: dict[str, str], about: list[UUID], days: int, *, due: int, passages: list[WrittenPassage]
) -> None:
    """Record a note with what was filed with it; a step that was due weeks ago is done."""
    on = scene.ago(days)
    hour = 10 + days % 7
    step = next_step(scene, row["step"], on + timedelta(days=due))
    made = actions.record_note(
        happened_on=on,
        happened_at=scene.moment(on, hour),
        kind=row["kind"],
        with_whom=row["with_whom"],
        account=row["account"],
        children=about,
        step=step,
        passages=passages,
        files=[filed_email(scene, row, days)] if row["kind"] == NoteKind.EMAIL else [],
        by=scene.by(on, hour + 1),
    )
    if step is not None and is_over(scene, step.by_when):
        finish(scene, made.made, step, days)


def next_step(scene: Scene, what: str, by_when: date) -> Step | None:
    """What the worker will do next; where nothing is owed about a family, only what is done by now."""
    if what and (scene.busy or is_over(scene, by_when)):
        return Step(what, scene.key_of(scene.family.worker), by_when)
    return None


def is_over(scene: Scene, by_when: date) -> bool:
    """Whether a day is so long past that what was due then is done."""
    return by_when < scene.today - timedelta(days=4)


def finish(scene: Scene, note: UUID, step: Step, days: int) -> None:
    """Say that a step of a note was done, on its day."""
    asked = NextStep.objects.filter(note=note).order_by("pk").first()
    assert asked is not None
    actions.finish_step(step=asked, on=step.by_when, became=BECAME[days % 3], by=scene.by(step.by_when, 17))


def filed_email(scene: Scene, row: dict[str, str], days: int) -> SentFile:
    """The email that a note is about."""
    sender = row["with_whom"].split(",")[0]
    at = scene.moment(scene.ago(days), 9)
    address = f"{''.join(filter(str.isalnum, sender)).lower() or 'office'}@services.example"
    return papers.email(
        f"{scene.family.name}, from {row['with_whom']}",
        GREETING.format(email=row["email"], sender=row["with_whom"]),
        sender=f"{sender} <{address}>",
        to=f"{scene.family.worker}@eastmere.example",
        at=at,
    )
