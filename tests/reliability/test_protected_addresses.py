"""Protected addresses, asked for in SQL by the web role: no purpose on record, no address."""

from typing import Any
from uuid import UUID

import psycopg
import pytest

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.models import AddressDisclosure, ProtectedAddress
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from tests.reliability.databases import CommittedDatabase, begin
from tests.reliability.direct import NEW_ENTRY, REFUSED, open_records, rows
from tests.reliability.recording import BUILDER, DAY, Scene

pytestmark = pytest.mark.database

WHERE = "canary-of-the-refuge"
ASKED = "SELECT lines FROM addresses_for_a_purpose(%s)"
NEW_PURPOSE = (
    "INSERT INTO children_addressdisclosure (id, recorded_at, recorded_by_id, entry_id, source, superseded_at,"
    " correction_reason, contested, person_id, happened, happened_precision, recorded_against, purpose, details)"
    " SELECT gen_random_uuid(), now() + interval '1 year', current_actor(),"
    " current_setting('sightline.entry')::bigint, 'person', NULL, '', false, %(person)s, current_date, 'day',"
    " %(person)s, 'visit', 'Visit on Thursday'"
)


@action(permission=Permission.SEE_PROTECTED_ADDRESS, says="recorded a protected address")
def record_refuge(*, person: UUID, by: Acting) -> Any:
    """Where nobody may find somebody."""
    place = ProtectedAddress(person_id=person, lines=WHERE, kind="home", kept_from="Him", why="Refuge", began=DAY)
    yield place
    return place


@pytest.fixture
def refuge(peopled_database: CommittedDatabase, scene: Scene) -> CommittedDatabase:
    """A database in which both children have a protected address."""
    with peopled_database.process("jobs"):
        record_refuge(person=scene.child, by=BUILDER)
        record_refuge(person=scene.other_child, by=BUILDER)
    return peopled_database


def say_what_for(session: "psycopg.Connection[Any]", person: UUID) -> None:
    """Record a purpose, as the page does."""
    session.execute(NEW_ENTRY)
    session.execute(NEW_PURPOSE, {"person": person})


@pytest.mark.parametrize("column", ["lines", "postcode", "uprn", "*", "children_protectedaddress::text"])
def test_where_it_is_cannot_be_read_from_the_table(refuge: CommittedDatabase, scene: Scene, column: str) -> None:
    with refuge.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.child)
        assert len(rows(session, "SELECT kind FROM children_protectedaddress")) == 1
        with pytest.raises(REFUSED):
            session.execute(f"SELECT {column} FROM children_protectedaddress")  # type: ignore[call-overload]


def test_it_is_given_once_the_purpose_is_on_record(refuge: CommittedDatabase, scene: Scene) -> None:
    with refuge.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.child, scene.other_child)
        assert rows(session, ASKED, scene.child) == []
        say_what_for(session, scene.child)
        assert rows(session, ASKED, scene.child) == [(WHERE,)]
        assert rows(session, ASKED, scene.other_child) == []


def test_it_is_not_given_where_the_record_is_not_opened(refuge: CommittedDatabase, scene: Scene) -> None:
    with refuge.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.child)
        say_what_for(session, scene.child)
        session.commit()
        begin(session, scene.practitioner)
        assert rows(session, ASKED, scene.child) == []
        open_records(session, scene.child)
        assert rows(session, ASKED, scene.child) == [(WHERE,)]


def test_what_one_said_opens_it_to_nobody_else(refuge: CommittedDatabase, scene: Scene) -> None:
    with refuge.superuser() as superuser, refuge.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.child)
        say_what_for(session, scene.child)
        session.commit()
        begin(session, AddressDisclosure._meta.pk.get_default())
        open_records(session, scene.child)
        assert rows(session, ASKED, scene.child) == []
        assert rows(superuser, "SELECT count(*) FROM children_addressdisclosure") == [(1,)]
