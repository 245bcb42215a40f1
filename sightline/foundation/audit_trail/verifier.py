"""Checks the seal of the audit, and the facts against their recorded changes: a program of its own.

    python verifier.py --database postgresql://sightline_backup@.../sightline --heads heads.jsonl --key key

It needs only psycopg, shares no code with what it checks, changes nothing, runs on the database in use or on any copy,
prints what it finds, and ends with 0 only if all is as it was written.
"""

import argparse
import hmac
import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from psycopg import sql

FINE, CANNOT_TELL = 0, 1
ALTERED, MISSING, INSERTED, SWAPPED, MISSING_TAIL, REWRITTEN, OLDER, HEADS, FACTS = range(10, 19)
GRAVEST_FIRST = (REWRITTEN, HEADS, OLDER, MISSING_TAIL, SWAPPED, MISSING, INSERTED, ALTERED, FACTS)
LONGEST_TRANSACTION, AT_MOST = timedelta(days=1), 50  # at most so many findings of a kind are printed
SESSION = "-c timezone=UTC -c datestyle=ISO -c extra_float_digits=1 -c enable_nestloop=off -c work_mem=64MB -c jit=off"
LOGS = {
    1: ("audit_trail_auditentry", "practitioner_id, system, role, team_id, basis, session, name, says, about, facts,"
        " request_key, result, digest"),
    2: ("audit_trail_readevent", "practitioner_id, session, request, route, basis, reason, opened, via, shown"),
    3: ("audit_trail_refused", "practitioner_id, session, route, asked_for, why"),
    4: ("audit_trail_rowchange", 'entry_id, "table", key, subject, operation, old, digest, by_role'),
}  # fmt: skip

BATCHES = (
    "SELECT id, at, epoch, cluster, bound::text::bigint, first, last, head FROM audit_trail_sealedbatch ORDER BY id"
)
HIDDEN = """
    SELECT relname FROM pg_class c, pg_roles me WHERE me.rolname = current_user AND relkind IN ('r', 'p')
       AND relrowsecurity AND NOT (me.rolsuper OR me.rolbypassrls) AND NOT EXISTS (
           SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('r', '*')
              AND pg_get_expr(p.polqual, p.polrelid) = 'true'
              AND EXISTS (SELECT FROM unnest(p.polroles) granted WHERE pg_has_role(me.oid, granted, 'USAGE')))"""
SEALED = """
    SELECT s.id, s.row, s.digest, e.content, e.at FROM audit_trail_sealedrow s LEFT JOIN
           (SELECT id, at, ROW(id, xid, at, {columns})::text AS content FROM {table}) e ON e.id = s.row
     WHERE s.log = {log} ORDER BY s.id"""
UNSEALED = """
    SELECT e.id, e.at FROM {table} e
     WHERE (e.xid::text::bigint < %(bound)s OR e.at < %(earliest)s)
       AND NOT EXISTS (SELECT FROM audit_trail_sealedrow s WHERE s.log = {log} AND s.row = e.id) ORDER BY e.id"""
WATCHED = """
    SELECT relname, split_part(min(encode(tgargs, 'escape')), '\\000', 1),
           count(*) FILTER (WHERE tgenabled IN ('O', 'A')) = 3
      FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = 'public'::regnamespace
       AND tgname IN ('change_insert', 'change_update', 'change_delete') GROUP BY relname ORDER BY relname"""
UNRECORDED = """
    WITH recorded AS (SELECT DISTINCT ON (key) key, digest, operation FROM audit_trail_rowchange
                       WHERE "table" = {name} ORDER BY key, id DESC),
    found AS (SELECT whole ->> {key} AS key, encode(sha256(convert_to(whole::text, 'UTF8')), 'hex') AS digest
                FROM (SELECT to_jsonb(t) AS whole FROM {table} t) rows)
    SELECT key, recorded.operation, found.digest IS NULL FROM recorded FULL JOIN found USING (key)
     WHERE NOT (coalesce(recorded.operation, '') = 'delete' AND found.digest IS NULL)
       AND recorded.digest IS DISTINCT FROM found.digest"""


class Finding(NamedTuple):
    """One thing that is not as it was written, in words."""

    kind: int
    says: str


class CannotTell(Exception):
    """Nothing can be concluded; the sentence says why."""


class Seal(NamedTuple):
    """What is needed again and again: a connection in one snapshot, the key, batches and noted heads."""

    connection: "psycopg.Connection[Any]"
    key: bytes
    batches: list[tuple[Any, ...]]
    noted: list[dict[str, Any]]

    def mac(self, message: bytes) -> bytes:
        return hmac.digest(self.key, message, "sha256")

    def rows(self, statement: Any, parameters: Any = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(statement, parameters).fetchall()

    def stream(self, statement: Any) -> Iterator[tuple[Any, ...]]:
        with self.connection.cursor("stream") as cursor:
            cursor.itersize = 20_000
            cursor.execute(statement)
            yield from cursor


def check(database: str, heads: Path, key_file: Path) -> list[Finding]:
    """Everything that is not as it was written, seen in one snapshot; raises CannotTell."""
    key = bytes.fromhex(key_file.read_text().strip())
    noted = read_heads(heads, key)  # before the database is looked at: it may only grow meanwhile
    with psycopg.connect(database, options=SESSION) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return examine(connection, key, *noted)


def examine(connection: "psycopg.Connection[Any]", key: bytes, noted: list[Any], found: list[Finding]) -> list[Finding]:
    """What is found in the connection's transaction, added to what was found in the file of heads."""
    refuse_if_rows_are_hidden(connection)
    seal = Seal(connection, key, connection.execute(BATCHES).fetchall(), noted)
    findings = [*found, *check_chain(seal)]
    for log, (table, columns) in LOGS.items():
        findings += check_log(seal, log, table, columns)
    findings += check_facts(seal)
    return [*findings, *check_end(seal, findings)]


def refuse_if_rows_are_hidden(connection: "psycopg.Connection[Any]") -> None:
    """Raises CannotTell when row security hides rows from this role: what is hidden would look as if it were gone."""
    if hidden := connection.execute(HIDDEN).fetchone():
        raise CannotTell(f"this role does not see every row of {hidden[0]}; use the backup role, or a copy's superuser")


def read_heads(path: Path, key: bytes) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The heads in force (those that a restore set aside are left out), and what is wrong with the file itself."""
    noted: list[dict[str, Any]] = []
    before = ""
    for number, text in enumerate(path.read_text().splitlines() if path.exists() else [], 1):
        try:
            line = json.loads(text)
            mac = str(line.pop("mac"))
        except (ValueError, KeyError, TypeError, AttributeError):
            line, mac = {}, ""
        expected = hmac.new(key, f"{before}{json.dumps(line, sort_keys=True)}".encode(), "sha256").hexdigest()
        if not hmac.compare_digest(mac, expected):
            return noted, [Finding(HEADS, f"line {number} of the file of heads does not belong there")]
        if "restored" in line:
            noted = [head for head in noted if head["batch"] <= line["batch"]]
        elif line["batch"] != (noted[-1]["batch"] if noted else 0) + 1:
            return noted, [Finding(HEADS, f"line {number} of the file of heads does not follow the line before it")]
        else:
            noted.append(line)
        before = mac
    return noted, []


def check_chain(seal: Seal) -> Iterator[Finding]:
    """Whether places follow one another, batches hold together, and their heads are those noted outside."""
    heads = {line["batch"]: line["head"] for line in seal.noted}
    rows = seal.stream("SELECT id, log, row, digest FROM audit_trail_sealedrow ORDER BY id")
    waiting, before, place = next(rows, None), b"\0" * 32, 0
    for number, (batch, *_, first, last, head) in enumerate(seal.batches, 1):
        if batch != number or first != place + 1:
            yield Finding(MISSING, f"batch {batch} does not follow the one before it: a batch of the seal is missing")
        taken = []
        while waiting is not None and waiting[0] <= last:
            taken.append(waiting)
            waiting = next(rows, None)
        if [row[0] for row in taken] != list(range(first, last + 1)):
            yield Finding(MISSING, f"places between {first} and {last} of the seal are missing")
        elif chained(seal, before, seal.batches[number - 1], taken) != head:
            yield Finding(*broken(seal, before, seal.batches[number - 1], taken))
        if heads.get(batch, head.hex()) != head.hex():
            yield Finding(REWRITTEN, f"the head of batch {batch} is not the noted one: rewritten from {first} on")
        before, place = head, last
    if waiting is not None:
        yield Finding(INSERTED, f"place {waiting[0]} of the seal and what follows belong to no batch")


def chained(seal: Seal, before: bytes, batch: tuple[Any, ...], taken: list[tuple[Any, ...]]) -> bytes:
    number, at, epoch, cluster, bound, first, last, _ = batch
    says = f"{number}|{epoch}|{cluster}|{bound}|{first}|{last}|{round(at.timestamp() * 1_000_000)}|"
    return seal.mac(before + says.encode() + b"".join(b"%d.%d:" % (log, row) + digest for _, log, row, digest in taken))


def broken(seal: Seal, before: bytes, batch: tuple[Any, ...], taken: list[tuple[Any, ...]]) -> tuple[int, str]:
    """What happened to a batch that does not hold together: places exchanged, or digests written anew."""
    found: dict[Any, int] = {}
    for log, (table, _) in LOGS.items():
        wanted = [row for _, kind, row, _ in taken if kind == log]
        question = sql.SQL("SELECT id, xid::text FROM {} WHERE id = ANY (%s)").format(sql.Identifier(table))
        found |= {(log, row): int(xid) for row, xid in seal.rows(question, [wanted])}
    in_order = sorted(taken, key=lambda row: (found.get(row[1:3], 0), row[1], row[2]))
    if chained(seal, before, batch, in_order) == batch[7]:
        moved = next(is_row[0] for is_row, was_row in zip(taken, in_order, strict=True) if is_row != was_row)
        return SWAPPED, f"places in batch {batch[0]} were exchanged, the first of them {moved}"
    return REWRITTEN, f"batch {batch[0]} does not hold together: rewritten from {batch[5]} on"


def check_log(seal: Seal, log: int, table: str, columns: str) -> Iterator[Finding]:
    """Whether every sealed row of a log is there as it was, and no other row was put among them."""
    names = {"columns": sql.SQL(columns), "table": sql.Identifier(table), "log": sql.Literal(log)}
    altered, latest = [], None
    regular = regular_places(seal)
    for place, row, digest, content, at in seal.stream(sql.SQL(SEALED).format(**names)):
        if content is None:
            yield Finding(MISSING, f"{table} {row}, sealed at place {place}, is missing")
            continue
        if seal.mac(b"%d:" % log + content.encode()) != digest:
            altered.append((place, row, digest, content))
        elif latest is not None and at < latest - LONGEST_TRANSACTION and any(place in part for part in regular):
            yield Finding(INSERTED, f"{table} {row}, at place {place}, bears the date {at}: it was inserted later")
        latest = max(latest or at, at)
    yield from name_altered(seal, log, table, altered)
    yield from check_unsealed(seal, log, table, latest)


def regular_places(seal: Seal) -> list[range]:
    """The places sealed in the ordinary course, where dates rise: not what a first pass or a restore brought."""
    ordinary = zip(seal.batches, seal.batches[1:], strict=False)
    return [range(batch[5], batch[6] + 1) for before, batch in ordinary if before[4] and before[2] == batch[2]]


def name_altered(seal: Seal, log: int, table: str, altered: list[tuple[Any, ...]]) -> Iterator[Finding]:
    """Say of altered rows whether two of them have changed places."""
    few = altered[:200]
    for place, row, _, content in altered:
        rest = content.partition(",")[2]
        partner = next((to for _, to, digest, _ in few if seal.mac(f"{log}:({to},{rest}".encode()) == digest), None)
        if partner is None:
            yield Finding(ALTERED, f"{table} {row}, sealed at place {place}, was altered")
        else:
            yield Finding(SWAPPED, f"{table} {row}, sealed at place {place}, holds what belongs to {partner}")


def check_unsealed(seal: Seal, log: int, table: str, latest: datetime | None) -> Iterator[Finding]:
    """Rows that the seal left out although it had come past them, or that say they are older than they can be."""
    bound = seal.batches[-1][4] if seal.batches else 0
    earliest = latest - LONGEST_TRANSACTION if bound and latest else None
    question = sql.SQL(UNSEALED).format(table=sql.Identifier(table), log=sql.Literal(log))
    for row, at in seal.rows(question, {"bound": bound, "earliest": earliest}):
        yield Finding(INSERTED, f"{table} {row}, dated {at}, was inserted where the seal had already come past")


def check_facts(seal: Seal) -> Iterator[Finding]:
    """Whether every row of a table whose changes are recorded is as its last recorded change left it."""
    watched = seal.rows(WATCHED)
    for (table,) in seal.rows('SELECT DISTINCT "table" FROM audit_trail_rowchange'):
        if table not in {name for name, _, _ in watched}:
            yield Finding(FACTS, f"changes of {table} are no longer recorded: its triggers are gone")
    for table, key, enabled in watched:
        if not enabled:
            yield Finding(FACTS, f"changes of {table} are not all recorded: a trigger is gone or switched off")
        names = {"name": sql.Literal(table), "key": sql.Literal(key), "table": sql.Identifier(table)}
        question = sql.SQL(UNRECORDED).format(**names)
        for row, operation, gone in seal.rows(question):
            how = "is gone" if gone else "was added" if operation is None else "was changed"
            yield Finding(FACTS, f"{table} {row} {how} without a recorded change")


def check_end(seal: Seal, so_far: list[Finding]) -> Iterator[Finding]:
    """Whether the database goes as far as the noted heads; if not, whether it is an older state or was cut off."""
    there, noted = len(seal.batches), seal.noted[-1]["batch"] if seal.noted else 0
    if there > noted and seal.batches[noted][1] < datetime.now(seal.batches[noted][1].tzinfo) - timedelta(hours=1):
        yield Finding(HEADS, f"the file of heads ends at batch {noted}, the seal at {there}: its end was taken away")
    if there < noted:
        lost = f"The file of heads goes to batch {noted} ({seal.noted[-1]['count']} rows), the database only to {there}"
        if so_far or all(now >= then for now, then in zip(numbers(seal), seal.noted[-1]["numbers"], strict=True)):
            yield Finding(MISSING_TAIL, f"{lost}: its end is missing")
        else:
            yield Finding(OLDER, f"{lost} and is in itself whole: it is an older state, restored from a backup")


def numbers(seal: Seal) -> list[int]:
    """The last number given out in each log: after a cut as many as the heads note, in an older state fewer."""
    last = sql.SQL("SELECT coalesce(pg_sequence_last_value({}::regclass), 0)")
    return [int(seal.rows(last.format(f"{table}_id_seq"))[0][0]) for table, _ in LOGS.values()]


def main(arguments: list[str] | None = None) -> int:
    """Check, print what was found, and give the exit status: 0 fine, 1 cannot tell, 10 and more for what was found."""
    reader = argparse.ArgumentParser(prog="sightline audit verify", description=__doc__.partition("\n")[0])
    reader.add_argument("--database", required=True, help="the address of the database, or of a copy of it")
    reader.add_argument("--heads", required=True, type=Path, help="the file of heads")
    reader.add_argument("--key", required=True, type=Path, help="the file with the key of the seal")
    chosen = reader.parse_args(arguments)
    try:
        findings = check(chosen.database, chosen.heads, chosen.key)
    except (CannotTell, OSError, ValueError, psycopg.Error) as why:
        sys.stderr.write(f"Nothing can be concluded: {why}\n")
        return CANNOT_TELL
    return tell(findings)


def tell(findings: list[Finding]) -> int:
    """Print the findings in words, the gravest first; the exit status."""
    if not findings:
        sys.stdout.write("Fine: the audit and the facts are as they were written.\n")
        return FINE
    for kind in GRAVEST_FIRST:
        of_kind = [f"{finding.says}\n" for finding in findings if finding.kind == kind]
        sys.stdout.writelines(of_kind[:AT_MOST])
        if len(of_kind) > AT_MOST:
            sys.stdout.write(f"... and {len(of_kind) - AT_MOST} more of this kind\n")
    return min((finding.kind for finding in findings), key=GRAVEST_FIRST.index)


if __name__ == "__main__":
    sys.exit(main())
