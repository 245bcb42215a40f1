"""The walls inside the database: for every table, who may see which rows, and what can never be changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction

from sightline.foundation.facts import Aggregate, Fact, Occasion, Protection, Recorded, Retention

SQL = Path(__file__).resolve().parents[1]
RUNTIME = ("sightline_web", "sightline_jobs")
FUNCTIONS = [  # file, the role that its functions run as, the roles that may call them
    (SQL / "audit_trail/sql/recorder.sql", "sightline_recorder", RUNTIME),
    (SQL / "audit_trail/sql/sealing.sql", "sightline_recorder", ("sightline_jobs",)),
    (SQL / "audit_trail/sql/shapes.sql", "sightline_recorder", ()),
    (SQL / "access/sql/walls.sql", "sightline_recorder", RUNTIME),
    (SQL / "search/sql/names.sql", "sightline_search", RUNTIME),
    (SQL / "search/sql/matching.sql", "sightline_search", ()),
    (SQL / "search/sql/search.sql", "sightline_search", RUNTIME),
    (SQL / "children/sql/moving.sql", "sightline_recorder", RUNTIME),
    (SQL / "children/sql/addresses.sql", "sightline_recorder", RUNTIME),
    (SQL / "documents/sql/drafts.sql", "sightline_recorder", RUNTIME),
    (SQL.parent / "practice/front_door/sql/reply_links.sql", "sightline_recorder", RUNTIME),
]
WRITTEN_BY_MIGRATIONS = {  # tables of libraries that a running process only reads
    "django_migrations", "django_content_type", "auth_permission", "auth_group", "auth_group_permissions",
}  # fmt: skip
MOVED = ("child_id", "person_id", "other_id", "children", "about")  # only the two-person functions change these

OPENED = "{column} = ANY (ARRAY(SELECT opened_people()))"
SEEN = {
    Protection.WALLS: "(SELECT current_actor()) IS NOT NULL AND {column} NOT IN (SELECT walled_people())",
    Protection.CONTENT: OPENED,
    Protection.OCCASION: "{column} && ARRAY(SELECT opened_people())",
    Protection.PASSAGE: "{column} && ARRAY(SELECT opened_people()) AND NOT {column} && ARRAY(SELECT walled_people())",
    Protection.OWN: "{column} = (SELECT current_actor())",
}
WRITTEN = {**SEEN, Protection.WALLS: OPENED, Protection.PASSAGE: SEEN[Protection.OCCASION]}


def protected_models() -> list[Any]:
    """Every model of the project that says how it is protected."""
    return [model for model in apps.get_models() if hasattr(model, "protection")]


def column(model: Any) -> str:
    """The column that says whom a row is about, or whose it is."""
    named = getattr(model, "subject_field", "")
    if named == "self":
        return str(model._meta.pk.column)
    return str(model._meta.get_field(named).column) if named else ""


def protect(connection: Any) -> None:
    """Put every function, policy, grant and trigger in place, in one transaction; safe to repeat."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SET LOCAL client_min_messages = warning")
        for path, owner, callers in FUNCTIONS:
            cursor.execute(path.read_text())
            own_functions(cursor, path.read_text(), owner, callers)
        for statement in statements(cursor):
            cursor.execute(statement)
        keep_database(cursor)


def own_functions(cursor: Any, text: str, owner: str, callers: tuple[str, ...]) -> None:
    """Give the functions defined in a file to the role they run as, and let only the named roles call them."""
    defined = (line for line in text.splitlines() if line.startswith("CREATE OR REPLACE FUNCTION "))
    names = {line.split("FUNCTION ")[1].split("(")[0].strip() for line in defined}
    cursor.execute("SELECT oid::regprocedure::text FROM pg_proc WHERE proname = ANY (%s)", [sorted(names)])
    for (signature,) in cursor.fetchall():
        cursor.execute(f"ALTER FUNCTION {signature} OWNER TO {owner}")
        cursor.execute(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC, {', '.join(RUNTIME)}")
        allowed = ", ".join((*callers, "sightline_search", "sightline_recorder"))
        cursor.execute(f"GRANT EXECUTE ON FUNCTION {signature} TO {allowed}")


def keep_database(cursor: Any) -> None:
    """Nobody but the owner makes anything in the database, not even for a while; the read log has months ahead."""
    cursor.execute("SELECT quote_ident(current_database())")
    (database,) = cursor.fetchone()
    cursor.execute(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
    cursor.execute(f"GRANT CONNECT ON DATABASE {database} TO {', '.join(RUNTIME)}, sightline_backup")
    cursor.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    cursor.execute("SELECT keep_partition('audit_trail_readevent_other')")
    cursor.execute("SELECT ensure_read_log_month(current_date), ensure_read_log_month(current_date + 31)")
    cursor.execute("SELECT record_shapes()")


def statements(cursor: Any) -> Iterator[str]:
    """All statements that protect all tables."""
    protected = {model._meta.db_table for model in protected_models()}
    for table in tables_of_libraries(cursor) - protected:
        writing = "" if table in WRITTEN_BY_MIGRATIONS else ", INSERT, UPDATE, DELETE"
        yield f"REVOKE ALL ON {table} FROM PUBLIC, {', '.join(RUNTIME)}"
        yield f"GRANT SELECT{writing} ON {table} TO {', '.join(RUNTIME)}"
        yield f"GRANT SELECT ON {table} TO sightline_backup"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {', '.join(RUNTIME)}, sightline_recorder"
    yield from (f"REVOKE ALL ON SEQUENCE {name} FROM {', '.join(RUNTIME)}" for name in sequences_of_audit(cursor))
    yield "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO sightline_backup"
    for model in protected_models():
        yield from grants(model)
        yield from policies(model)
        yield from triggers(model)


def tables_of_libraries(cursor: Any) -> set[str]:
    """Tables of Django and of libraries: sessions, sign-in, jobs, cache; ours has no join tables."""
    cursor.execute(
        "SELECT quote_ident(relname) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
        " WHERE nspname = 'public' AND relkind IN ('r', 'p') AND relname NOT LIKE 'audit_trail_%'"
    )
    return {name for (name,) in cursor.fetchall()}


def sequences_of_audit(cursor: Any) -> list[str]:
    """The sequences that number the audit: only the recorder counts them on."""
    cursor.execute(
        "SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind = 'S' AND relname LIKE 'audit_trail_%'"
    )
    return [name for (name,) in cursor.fetchall()]


def grants(model: Any) -> Iterator[str]:
    """Who may do what to the table at all; facts can be updated only in the columns that are set once."""
    table, runtime = model._meta.db_table, ", ".join(RUNTIME)
    yield f"REVOKE ALL ON {table} FROM PUBLIC, {runtime}"
    yield f"GRANT SELECT ON {table} TO sightline_backup, sightline_recorder, sightline_search"
    if model.protection is Protection.RECORDER:
        yield f"ALTER TABLE {table} OWNER TO sightline_recorder"
        yield f"GRANT SELECT, INSERT ON {table} TO sightline_recorder"
        yield f"GRANT SELECT ON {table} TO {'sightline_jobs' if not readable_by_web(model) else runtime}"
        return
    yield f"GRANT SELECT, INSERT ON {table} TO sightline_jobs"
    if model.protection is Protection.INTAKE:
        return
    yield f"GRANT {reading(model)}, INSERT ON {table} TO sightline_web"
    if moved := moved_columns(model):
        yield f"GRANT UPDATE ({', '.join(moved)}) ON {table} TO sightline_recorder"
    if set_once(model):
        yield f"GRANT UPDATE ({', '.join(set_once(model))}) ON {table} TO {runtime}"
    else:
        yield f"GRANT UPDATE ON {table} TO {runtime}"
    if model.keeping.retention in (Retention.DERIVED, Retention.UNTIL_FINISHED):
        yield f"GRANT DELETE ON {table} TO {runtime}"


def reading(model: Any) -> str:
    """What the web role may read of a table: everything but the columns that are kept apart."""
    apart = getattr(model, "kept_apart", ())
    columns = ", ".join(field.column for field in model._meta.concrete_fields if field.name not in apart)
    return f"SELECT ({columns})" if apart else "SELECT"


def moved_columns(model: Any) -> list[str]:
    """The columns that say whom a row is about, which the recorder changes when two people agree."""
    if model._meta.label == "children.Person":
        return ["merged_into_id", "version"]
    return [f.column for f in model._meta.concrete_fields if f.column in MOVED and set_once(model)]


def readable_by_web(model: Any) -> bool:
    """Whether the web role may read rows of an audit table about records it has opened."""
    return model._meta.model_name in ("auditentry", "readevent")


def set_once(model: Any) -> list[str]:
    """The columns of a fact, or of an index of facts, that are set once after it was written."""
    if not issubclass(model, Fact):
        return list(getattr(model, "set_once", ()))
    names = ["superseded_at"]
    if any(f.name == "end_recorded_at" for f in model._meta.concrete_fields):
        names += ["ended", "ended_at", "end_recorded_at", "end_recorded_by", "end_entry_id", *model.set_at_end]
    return [model._meta.get_field(name).column for name in names]


def policies(model: Any) -> Iterator[str]:
    """The row policies of one table."""
    table, kind = model._meta.db_table, model.protection
    if kind is Protection.REFERENCE:
        return
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    everything = "sightline_owner, sightline_jobs, sightline_recorder"
    yield from policy(table, "whole", f"FOR ALL TO {everything} USING (true) WITH CHECK (true)")
    yield from policy(table, "copied", "FOR SELECT TO sightline_backup, sightline_search USING (true)")
    if kind is Protection.RECORDER:
        yield from policy(table, "about_opened", f"FOR SELECT TO sightline_web USING ({about_opened(model)})")
        return
    if kind is Protection.INTAKE:
        return
    own = {"column": f"{table}.{column(model)}", "table": table}
    seen = getattr(model, "seen_when", SEEN[kind]).format(**own)
    written = getattr(model, "written_when", WRITTEN[kind]).format(**own)
    yield from policy(table, "seen", f"FOR SELECT TO sightline_web USING ({seen})")
    yield from policy(table, "written", f"FOR INSERT TO sightline_web WITH CHECK ({written})")
    changed = getattr(model, "changed_when", WRITTEN[kind]).format(**own)
    yield from policy(table, "changed", f"FOR UPDATE TO sightline_web USING ({changed}) WITH CHECK ({changed})")
    if model.keeping.retention in (Retention.DERIVED, Retention.UNTIL_FINISHED):
        yield from policy(table, "made_again", f"FOR DELETE TO sightline_web USING ({changed})")


def about_opened(model: Any) -> str:
    """Which audit rows the web role may read: those about a record opened in this transaction."""
    if model._meta.model_name == "auditentry":
        return "about && ARRAY(SELECT opened_people())"
    if model._meta.model_name == "readevent":
        opened = "ARRAY(SELECT opened_people())"
        return f"opened = ANY ({opened}) OR via = ANY ({opened}) OR shown && {opened}"
    return "false"


def policy(table: str, name: str, text: str) -> Iterator[str]:
    """Replace one policy of a table."""
    yield f"DROP POLICY IF EXISTS {name} ON {table}"
    yield f"CREATE POLICY {name} ON {table} {text}"


def triggers(model: Any) -> Iterator[str]:
    """The triggers that keep what was written, and that record every change."""
    table = model._meta.db_table
    if model.protection in (Protection.RECORDER, Protection.INTAKE):
        yield from trigger(table, "keep_whole", "BEFORE UPDATE OR DELETE", "EACH ROW", "keep_whole()")
    elif set_once(model):
        once = ",".join(set_once(model))
        yield from trigger(
            table, "keep_as_written", "BEFORE UPDATE OR DELETE", "EACH ROW", f"keep_as_written('{once}')"
        )
    elif issubclass(model, Aggregate):
        yield from trigger(table, "keep_in_versions", "BEFORE UPDATE OR DELETE", "EACH ROW", "keep_in_versions()")
    if model.keeping.retention in (Retention.DERIVED, Retention.UNTIL_FINISHED):
        return
    yield from trigger(table, "keep_from_emptying", "BEFORE TRUNCATE", "EACH STATEMENT", "keep_whole()")
    if model.protection not in (Protection.RECORDER, Protection.INTAKE):
        yield from change_triggers(model)


def change_triggers(model: Any) -> Iterator[str]:
    """Statement triggers that copy every change of a table into the change table."""
    table = model._meta.db_table
    subject = "" if issubclass(model, Occasion) else column(model)
    entry = "entry" if issubclass(model, Recorded) else ""
    call = f"record_change('{model._meta.pk.column}', '{subject}', '{entry}')"
    stale, fresh = "OLD TABLE AS stale_rows", "NEW TABLE AS fresh_rows"
    for event, tables in (("INSERT", fresh), ("UPDATE", f"{stale} {fresh}"), ("DELETE", stale)):
        yield from trigger(table, f"change_{event.lower()}", f"AFTER {event}", "EACH STATEMENT", call, tables)


def trigger(table: str, name: str, when: str, each: str, call: str, tables: str = "") -> Iterator[str]:
    """Replace one trigger of a table; it also runs where a session says that it replays another server's changes."""
    referencing = f"REFERENCING {tables} " if tables else ""
    yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
    yield f"CREATE TRIGGER {name} {when} ON {table} {referencing}FOR {each} EXECUTE FUNCTION {call}"
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"
