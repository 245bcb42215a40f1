"""What tests of a role used directly in SQL share."""

from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import errors

from sightline.foundation.access.protection import protected_models
from sightline.foundation.facts import Fact, Protection
from tests.reliability.databases import CommittedDatabase, begin
from tests.reliability.recording import Scene

REFUSED = (errors.InsufficientPrivilege, errors.FeatureNotSupported, errors.InvalidParameterValue)
ABOUT_PEOPLE = {Protection.CONTENT, Protection.OCCASION, Protection.PASSAGE}
CONTENT = sorted(model._meta.db_table for model in protected_models() if model.protection in ABOUT_PEOPLE)
AUDIT = sorted(model._meta.db_table for model in protected_models() if model.protection is Protection.RECORDER)
FACTS = sorted(model._meta.db_table for model in protected_models() if issubclass(model, Fact))
KEPT = sorted({*AUDIT, *FACTS})
RUNTIME = ["sightline_web", "sightline_jobs", "sightline_backup"]


def refuses(
    database: CommittedDatabase, *statements: str, actor: UUID | None = None, role: str = "sightline_web"
) -> None:
    """The database refuses the role each statement by itself, whoever the transaction claims to act for."""
    with database.login(role) as session:
        session.autocommit = actor is None
        for statement in statements:
            if actor is not None:
                begin(session, actor)
            with pytest.raises(REFUSED):
                session.execute(statement)  # type: ignore[call-overload]
            session.rollback()


def refuses_in_opened(database: CommittedDatabase, scene: Scene, statement: str, why: str, first: str = "") -> None:
    """The database refuses the web role a statement about a record that is open."""
    with database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.child)
        if first:
            session.execute(first)  # type: ignore[call-overload]
        with pytest.raises(errors.InsufficientPrivilege, match=why):
            session.execute(statement)  # type: ignore[call-overload]


def rows(session: "psycopg.Connection[Any]", statement: str, *parameters: Any) -> list[Any]:
    """All rows of a question."""
    return session.execute(statement, parameters).fetchall()  # type: ignore[call-overload]


def open_records(session: "psycopg.Connection[Any]", *people: UUID) -> int:
    """Open records as the application does; how many there are for this actor."""
    return int(rows(session, "SELECT open_records(%s, 'direct', '', NULL)", list(people))[0][0])


def partitions(database: CommittedDatabase) -> list[str]:
    """The months of the read log."""
    with database.superuser() as session:
        found = rows(
            session,
            "SELECT inhrelid::regclass::text FROM pg_inherits JOIN pg_class ON oid = inhrelid"
            " WHERE inhparent = 'audit_trail_readevent'::regclass AND relkind = 'r'",
        )
    return [name for (name,) in found]


def write_directly(
    session: "psycopg.Connection[Any]", scene: Scene, text: str, *, child: UUID | None = None, refuse: bool = False
) -> None:
    """One request's worth of work in SQL and its commit: opening, audit entry, passage; perhaps a refusal."""
    begin(session, scene.practitioner)
    open_records(session, child or scene.child)
    session.execute(NEW_ENTRY)
    session.execute(NEW_PASSAGE, {"child": child or scene.child, "text": text})
    session.execute("SELECT record_shown(%s, 'shown in a list')", [[scene.child, scene.other_child]])
    if refuse:
        session.execute("SELECT record_refusal(current_actor(), 'direct', '/direct/', gen_random_uuid(), 'excluded')")
    session.commit()


NEW_ENTRY = (
    "SELECT set_config('sightline.entry', record_entry(current_actor(), '', 'social_worker', NULL, '', '', 'direct',"
    " 'direct', '{}', '[]', NULL, NULL, '')::text, true)"
)
NEW_PASSAGE = (
    "INSERT INTO documents_passage (id, recorded_at, entry_id, source, superseded_at, correction_reason, contested,"
    " occasion_kind, occasion_id, place, position, about, may_know, text) SELECT gen_random_uuid(), now(),"
    " current_setting('sightline.entry')::bigint, 'person', NULL, '', false, 'note', gen_random_uuid(), 'note', 0,"
    " ARRAY[%(child)s::uuid], 'undecided', %(text)s"
)
