"""A small story written through the door, for tests of what the database keeps."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sightline.foundation.access.rules import Permission
from sightline.foundation.audit_trail import recorder
from sightline.foundation.children.models import Child, Person
from sightline.foundation.documents.models import Passage, StoredFile
from sightline.foundation.door import Recorded, action
from sightline.foundation.facts import Acting, Source, system
from sightline.foundation.identifiers import new_id
from sightline.foundation.workforce.models import Practitioner

BUILDER = system("tests", Source.DEMO)
DAY = date(2026, 3, 2)
SECRET = "canary-of-the-first-child"


@dataclass(frozen=True)
class Scene:
    """Two children with a note and a file each, and somebody who works here."""

    practitioner: UUID
    child: UUID
    other_child: UUID


@action(permission=Permission.ADD_PERSON, says="added a child")
def add_child(*, given_names: str, by: Acting):
    """A person with a child's record."""
    person = Person(given_names=given_names, family_name="Okafor", birth_date=date(2016, 5, 4))
    yield person
    yield Child(person=person)
    return person


@action(permission=Permission.MANAGE_WORKFORCE, says="added a practitioner")
def add_practitioner(*, name: str, by: Acting):
    """Somebody who may sign in."""
    practitioner = Practitioner(
        name=name, email=f"{uuid4().hex}@example.test", qualification="registered", starts_on=date(2020, 1, 1)
    )
    yield practitioner
    return practitioner


@action(permission=Permission.RECORD_FILE, says="recorded a note")
def record_note(*, child: UUID, text: str, by: Acting):
    """A passage about a child, and the file it came with: two facts in one action."""
    yield StoredFile(
        person_id=child,
        happened=DAY,
        name="note.txt",
        kind="text",
        size=len(text),
        sha256=text[:64],
        stored_as=uuid4().hex,
    )
    passage = Passage(occasion_kind="note", occasion_id=new_id(), place="note", about=[child], text=text)
    yield passage
    return passage


def set_scene() -> Scene:
    """Record the scene in the database that Django is connected to."""
    practitioner = add_practitioner(name="Asha Bell", by=BUILDER).result
    first, second = (add_child(given_names=name, by=BUILDER).result for name in ("Ada", "Ben"))
    for child, text in ((first, SECRET), (second, "canary-of-the-second-child")):
        record_note(child=child, text=text, by=BUILDER)
    return Scene(practitioner, first, second)


def write_as(practitioner: UUID, child: UUID, text: str, key: UUID | None = None) -> Recorded:
    """What a request does, in the caller's transaction: begin, open and log, write."""
    by = Acting(practitioner_id=practitioner, role="social_worker", basis="test", session="test", request_key=key)
    recorder.begin(actor=practitioner, session="test", request=uuid4(), route="/test/")
    recorder.open_record(child, basis="test")
    return record_note(child=child, text=text, by=by)
