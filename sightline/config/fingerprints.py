"""What a database holds and how it is guarded, so that two can be compared whatever the order of their rows."""

import hashlib
import re
from typing import Any

import psycopg
from psycopg import sql

Session = psycopg.Connection[Any]

TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"
HIDDEN_TABLES = """
    SELECT relname FROM pg_class, pg_roles me WHERE me.rolname = current_user AND relkind IN ('r', 'p')
       AND relrowsecurity AND NOT (me.rolsuper OR me.rolbypassrls) AND (
           NOT EXISTS (SELECT FROM pg_policy whole WHERE whole.polrelid = pg_class.oid AND whole.polpermissive
               AND whole.polcmd IN ('r', '*') AND pg_get_expr(whole.polqual, whole.polrelid) = 'true'
               AND EXISTS (SELECT FROM unnest(whole.polroles) granted WHERE pg_has_role(me.oid, granted, 'USAGE')))
           OR EXISTS (SELECT FROM pg_policy narrowing WHERE narrowing.polrelid = pg_class.oid
               AND NOT narrowing.polpermissive))
     ORDER BY relname"""
ROWS = """
    SELECT count(*), coalesce(sum(('x' || left(encode(sha256(convert_to(whole::text, 'UTF8')), 'hex'), 16))
                                  ::bit(64)::bigint::numeric), 0)::text
      FROM {} whole"""
GUARDS = {
    "columns": """SELECT concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull)
        FROM pg_attribute JOIN pg_class ON oid = attrelid WHERE relnamespace = 'public'::regnamespace
        AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped""",
    "owners": """SELECT relname || ' ' || pg_get_userbyid(relowner) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v')""",
    "grants": """SELECT relname || ' ' || granted FROM pg_class, unnest(relacl) granted
        WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT attrelid::regclass || '.' || attname || ' ' || granted FROM pg_attribute
        JOIN pg_class ON oid = attrelid, unnest(attacl) granted WHERE relnamespace = 'public'::regnamespace""",
    "row security": """SELECT relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')""",
    "policies": """SELECT concat_ws(' ', tablename, policyname, permissive, (SELECT array_agg(r ORDER BY r)
        FROM unnest(roles) r), cmd, qual, with_check) FROM pg_policies WHERE schemaname = 'public'""",
    "triggers": """SELECT pg_get_triggerdef(t.oid) || ' ' || tgenabled::text FROM pg_trigger t JOIN pg_class c
        ON c.oid = tgrelid WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal""",
    "functions": """SELECT concat_ws(' ', pg_get_functiondef(p.oid), pg_get_userbyid(proowner),
        (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(proacl) a))
        FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
        AND prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')""",
    "constraints": """SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "indexes": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "sequences": "SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'public'",
}

# After a restore PostgreSQL writes the same condition with other casts and brackets: they are left out of comparison.
CASTS_AND_BRACKETS = re.compile(r"::(text|character varying)|\[\]|[()]")


class RowsHidden(Exception):
    """Says which tables this role does not see whole: a copy it made would lack rows, and nobody would notice."""


def refuse_if_rows_are_hidden(session: Session) -> None:
    """Raises RowsHidden unless row-level security shows this role every row of every table."""
    hidden = [name for (name,) in session.execute(HIDDEN_TABLES)]
    if hidden:
        raise RowsHidden(f"This role does not see every row of {', '.join(hidden)}: run `sightline migrate`.")


def fingerprints(session: Session) -> dict[str, Any]:
    """For each table its number of rows and a fingerprint of them; for each kind of guard a fingerprint of all."""
    session.execute("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL search_path = public")
    tables = [name for (name,) in session.execute(TABLES)]
    return {
        "tables": {name: list(rows_of(session, name)) for name in tables},
        "guards": {kind: digest(session, question) for kind, question in GUARDS.items()},
    }


def rows_of(session: Session, table: str) -> tuple[int, str]:
    found = session.execute(sql.SQL(ROWS).format(sql.Identifier(table))).fetchone()
    assert found is not None
    return found[0], found[1]


def digest(session: Session, question: str) -> str:
    lines = sorted(CASTS_AND_BRACKETS.sub("", str(line)) for (line,) in session.execute(question.encode()))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def differences(was: dict[str, Any], became: dict[str, Any]) -> list[str]:
    """In words, what of one set of fingerprints is not so in the other."""
    found = [
        f"{name}: {was['tables'].get(name, ['no', ''])[0]} rows became {became['tables'].get(name, ['no', ''])[0]}"
        for name in sorted(was["tables"].keys() | became["tables"].keys())
        if was["tables"].get(name) != became["tables"].get(name)
    ]
    return found + [f"{kind} differ" for kind in was["guards"] if was["guards"][kind] != became["guards"].get(kind)]
