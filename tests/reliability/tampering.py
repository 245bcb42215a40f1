"""Ways to tamper with the audit as somebody whom nothing inside the database stops."""

import hmac
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import psycopg
from psycopg import sql

Session = psycopg.Connection[Any]
LOGS = {1: "audit_trail_auditentry", 2: "audit_trail_readevent", 3: "audit_trail_refused", 4: "audit_trail_rowchange"}
TEXTS = {1: ("says", "basis", "role", "session", "name"), 2: ("route", "basis", "reason"), 3: ("why", "route"),
         4: ("digest", "key", "operation")}  # fmt: skip


def without_triggers(session: Session, work: Callable[[], None]) -> None:
    """Do something to the audit's tables with their triggers off, and switch them on again as they were."""
    tables = [*LOGS.values(), "audit_trail_sealedbatch", "audit_trail_sealedrow"]
    session.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tables:
        session.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(table)))
    work()
    for table in tables:
        session.execute(sql.SQL("ALTER TABLE {} ENABLE ALWAYS TRIGGER keep_whole").format(sql.Identifier(table)))


def pick(session: Session, random: Random, log: int | None = None, how_many: int = 1) -> tuple[int, list[int]]:
    """A log, and the numbers of some sealed rows of it."""
    sealed = session.execute("SELECT log, row FROM audit_trail_sealedrow ORDER BY id").fetchall()
    log = log or random.choice(sorted({kind for kind, _ in sealed}))
    return log, random.sample([row for kind, row in sealed if kind == log], how_many)


def run(session: Session, statement: str, log: int, **values: Any) -> None:
    names = {
        "table": sql.Identifier(LOGS[log]),
        **{key: sql.Identifier(v) for key, v in values.pop("names", {}).items()},
    }
    session.execute(sql.SQL(statement).format(**names), values)  # type: ignore[arg-type]


def edit(session: Session, random: Random) -> None:
    """One word of one row."""
    log, (row,) = pick(session, random)
    column = random.choice(TEXTS[log])
    run(session, "UPDATE {table} SET {column} = left({column}, 4) || 'x' WHERE id = %(row)s", log, row=row,
        names={"column": column})  # fmt: skip


def delete(session: Session, random: Random) -> None:
    """One row, or a few."""
    log, rows = pick(session, random, how_many=random.choice([1, 2, 3]))
    run(session, "DELETE FROM {table} WHERE id = ANY(%(rows)s)", log, rows=rows)


def insert(session: Session, random: Random) -> None:
    """A new row among old ones: under an old transaction, or under a new one with an old date."""
    log, (row,) = pick(session, random)
    copy(session, log, row)
    column = random.choice(TEXTS[log])
    change = random.choice(["xid = xid", "xid = pg_current_xact_id(), at = at - interval '40 days'"])
    run(session, "UPDATE {table} SET {column} = 'made', " + change + " WHERE id = %(row)s", log, row=row + 1_000_000,
        names={"column": column})  # fmt: skip


def copy(session: Session, log: int, row: int) -> None:
    columns = session.execute(
        "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id'",
        [LOGS[log]],
    ).fetchone()[0]
    given = columns.replace("request_key", "NULL")  # of a request there is one entry
    again = f"INSERT INTO {{table}} (id, {columns}) SELECT id + 1000000, {given} FROM {{table}} WHERE id = %(row)s"
    run(session, again, log, row=row)


def duplicate(session: Session, random: Random) -> None:
    """The same row again under another number."""
    log, (row,) = pick(session, random)
    copy(session, log, row)


def swap(session: Session, random: Random) -> None:
    """Two rows exchange their numbers."""
    log, (one, other) = pick(session, random, how_many=2)
    for was, becomes in ((one, -1), (other, one), (-1, other)):
        run(session, "UPDATE {table} SET id = %(becomes)s WHERE id = %(was)s", log, was=was, becomes=becomes)


def reorder(session: Session, random: Random) -> None:
    """Two rows of one batch exchange their places in the seal."""
    first, last = random.choice(session.execute(
        "SELECT first, last FROM audit_trail_sealedbatch WHERE last > first").fetchall())  # fmt: skip
    one, other = random.sample(range(first, last + 1), 2)
    for was, becomes in ((one, -1), (other, one), (-1, other)):
        session.execute("UPDATE audit_trail_sealedrow SET id = %s WHERE id = %s", [becomes, was])


def cut_tail(session: Session, random: Random) -> None:
    """The last batches, with the rows they sealed."""
    batches = session.execute("SELECT id, first FROM audit_trail_sealedbatch ORDER BY id").fetchall()
    number, first = random.choice(batches[1:])
    sealed = "SELECT row FROM audit_trail_sealedrow WHERE log = %(kind)s AND id >= %(first)s"
    for log in LOGS:
        run(session, f"DELETE FROM {{table}} WHERE id IN ({sealed})", log, kind=log, first=first)
    session.execute("DELETE FROM audit_trail_sealedrow WHERE id >= %s", [first])
    session.execute("DELETE FROM audit_trail_sealedbatch WHERE id >= %s", [number])


def shift_time(session: Session, random: Random) -> None:
    """Everything from some row on happened an hour earlier."""
    log, (row,) = pick(session, random)
    run(session, "UPDATE {table} SET at = at - interval '1 hour' WHERE id >= %(row)s", log, row=row)


def replace_head(session: Session, random: Random) -> None:
    """The head of one batch."""
    number = random.choice([row[0] for row in session.execute("SELECT id FROM audit_trail_sealedbatch").fetchall()])
    session.execute("UPDATE audit_trail_sealedbatch SET head = %s WHERE id = %s", [random.randbytes(32), number])


def rewrite(session: Session, random: Random, key: bytes, from_batch: int) -> None:
    """Alter a row and compute all digests and heads anew from a batch on, as the seal would."""
    edit(session, random)
    before = session.execute("SELECT head FROM audit_trail_sealedbatch WHERE id = %s", [from_batch - 1]).fetchone()
    head = before[0] if before else b"\0" * 32
    for batch in session.execute(
        "SELECT id, at, epoch, cluster, bound::text, first, last FROM audit_trail_sealedbatch"
        " WHERE id >= %s ORDER BY id",
        [from_batch],
    ).fetchall():
        head = seal_anew(session, key, batch, head)


def seal_anew(session: Session, key: bytes, batch: tuple[Any, ...], before: bytes) -> bytes:
    number, at, epoch, cluster, bound, first, last = batch
    moment = round(datetime.timestamp(at) * 1_000_000)
    says = f"{number}|{epoch}|{cluster}|{bound}|{first}|{last}|{moment}|".encode()
    digests = b""
    for place, log, row in session.execute(
        "SELECT id, log, row FROM audit_trail_sealedrow WHERE id BETWEEN %s AND %s ORDER BY id", [first, last]
    ).fetchall():
        digest = hmac.digest(key, b"%d:" % log + text_of(session, log, row).encode(), "sha256")
        session.execute("UPDATE audit_trail_sealedrow SET digest = %s WHERE id = %s", [digest, place])
        digests += b"%d.%d:" % (log, row) + digest
    head = hmac.digest(key, before + says + digests, "sha256")
    session.execute("UPDATE audit_trail_sealedbatch SET head = %s WHERE id = %s", [head, number])
    return head


def text_of(session: Session, log: int, row: int) -> str:
    """The text of a row as the documentation of the seal says it is sealed."""
    columns = {
        1: "practitioner_id, system, role, team_id, basis, session, name, says, about, facts, request_key, result,"
        " digest",
        2: "practitioner_id, session, request, route, basis, reason, opened, via, shown",
        3: "practitioner_id, session, route, asked_for, why",
        4: 'entry_id, "table", key, subject, operation, old, digest, by_role',
    }[log]
    question = f"SELECT ROW(id, xid, at, {columns})::text FROM {LOGS[log]} WHERE id = %s"
    return str(session.execute(question, [row]).fetchone()[0])  # type: ignore[arg-type]
