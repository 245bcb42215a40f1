"""Children to record about, drafts and files, made through the real actions."""

from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.models import Child, Person
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from tests.builders.workforce import BUILDER, as_builder


@action(permission=Permission.ADD_PERSON, says="added a person for a test")
def add_person(*, given: str, family: str, is_child: bool, by: Acting) -> Any:
    person = Person(given_names=given, family_name=family)
    yield person
    if is_child:
        yield Child(person=person)
    return person


def person(given: str = "Sam", family: str = "Bright", *, is_child: bool = True) -> UUID:
    """A person, by key; a child unless told otherwise."""
    with as_builder():
        key = add_person(given=given, family=family, is_child=is_child, by=BUILDER).result
    assert key is not None
    return key
