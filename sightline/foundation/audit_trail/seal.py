"""Seals the audit: chains keyed digests of its rows, in the order of their transactions, batch upon batch.

A batch takes rows of transactions older than every one still running, so that no later row can belong before it.
Numbers of transactions start again on another PostgreSQL: an epoch ends where the cluster's identity changes, and the
next one first takes whatever the restore brought. The format is described in docs/explanation/the-seal.md; the program
that checks it shares nothing with this one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from sightline.foundation.audit_trail.heads import HeadFile, Key, SealRefused, read_key
from sightline.foundation.audit_trail.models import SealedBatch

ROWS_A_BATCH = 10_000
BATCHES_A_RUN = 200  # with the rows of a batch, the most that one run of the job seals
ONE_SEALER = 5_118_377_090  # the number of the advisory lock
BEGINNING = b"\0" * 32
FROM_THE_START = 0


@dataclass(frozen=True)
class Sealed:
    """What one run did."""

    batches: int
    rows: int


@dataclass(frozen=True)
class Moment:
    """Which PostgreSQL this is, and which of its transactions are over."""

    cluster: str
    oldest_running: int
    next_to_come: int


def seal(*, after_restore: str = "", rows: int = ROWS_A_BATCH, batches: int = BATCHES_A_RUN) -> Sealed:
    """Seal what is finished, in committed batches; runs as the role of jobs, one at a time, outside any transaction.

    Raises SealRefused when the database is behind the file of heads, unless `after_restore` says why that is right.
    """
    with one_sealer() as alone:
        if not alone:
            return Sealed(0, 0)
        heads = head_file()
        agree(heads, after_restore)
        sizes = list(run(heads, rows, batches))
    return Sealed(len(sizes), sum(sizes))


@contextmanager
def one_sealer() -> Iterator[bool]:
    """Whether this is the only sealer; others are kept out until the block ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [ONE_SEALER])
        (alone,) = cursor.fetchone()
        try:
            yield alone
        finally:
            if alone:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_SEALER])


def head_file() -> HeadFile:
    """The file of heads of this installation, with its key."""
    nothing_sealed = not SealedBatch.objects.exists() and not Path(settings.SEAL_HEAD_FILE).exists()
    return HeadFile(Path(settings.SEAL_HEAD_FILE), read_key(Path(settings.SEAL_KEY_FILE), may_make=nothing_sealed))


def last_batch() -> SealedBatch | None:
    return SealedBatch.objects.order_by("-id").first()


def agree(heads: HeadFile, after_restore: str) -> None:
    """Bring the file up to the database after a crash between the two; a database behind its file is refused."""
    noted, last = heads.last(), last_batch()
    if noted is None and last is not None:
        raise SealRefused(f"Rows were sealed before, but {heads.path} is empty or gone: bring the file of heads back.")
    if noted is None:
        return
    same = SealedBatch.objects.filter(pk=noted["batch"], head=bytes.fromhex(noted["head"])).exists()
    if not same and not after_restore:
        raise SealRefused(
            "The database is older than the file of heads, or was rewritten. Run `sightline audit verify`; if an older "
            "backup was restored on purpose, run `sightline audit seal --after-restore 'why'`."
        )
    if not same:
        note(heads, last, restored=after_restore)
        return
    for batch in SealedBatch.objects.filter(pk__gt=noted["batch"]).order_by("pk"):
        note(heads, batch)


def note(heads: HeadFile, batch: SealedBatch | None, restored: str = "") -> None:
    """Write the head of a batch outside the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT numbers_given()")
        (numbers,) = cursor.fetchone()
    heads.append(
        numbers=numbers,
        batch=batch.pk if batch else 0,
        count=batch.last if batch else 0,
        head=bytes(batch.head) if batch else BEGINNING,
        epoch=batch.epoch if batch else 0,
        at=batch.at if batch else datetime.now(UTC),
        restored=restored,
    )


def run(heads: HeadFile, rows: int, batches: int) -> Iterator[int]:
    """Seal batch after batch until nothing finished is left; the number of rows in each."""
    since = FROM_THE_START
    for _ in range(batches):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            batch, taken = next_batch(cursor, heads.key, since, rows)
        if batch is None:
            return
        note(heads, batch)
        yield len(taken)
        if len(taken) < rows and batch.bound != FROM_THE_START:
            return
        since = int(taken[-1][2]) if batch.bound == FROM_THE_START and len(taken) == rows else FROM_THE_START


def next_batch(cursor: Any, key: Key, since: int, rows: int) -> tuple[SealedBatch | None, list[Any]]:
    """Take and seal the next rows, in the caller's transaction; None if no finished row waits."""
    last, now = last_batch(), this_moment(cursor)
    begins = last is None or last.cluster != now.cluster or now.oldest_running < last.bound
    first_pass = begins or last is None or last.bound == FROM_THE_START
    taken = brought_by_restore(cursor, now, rows) if first_pass else []
    bound = FROM_THE_START
    if not taken:
        lower = max(since, FROM_THE_START if begins or last is None else last.bound)
        taken = unsealed(cursor, lower, now.oldest_running, rows)
        partial = FROM_THE_START if first_pass else int(taken[-1][2]) if taken else FROM_THE_START
        bound = now.oldest_running if len(taken) < rows else partial
    if not taken:
        return None, []
    batch = SealedBatch(
        id=last.pk + 1 if last else 1,
        at=datetime.now(UTC),
        epoch=(last.epoch if last else 0) + begins,
        cluster=now.cluster,
        bound=bound,
        first=last.last + 1 if last else 1,
        last=(last.last if last else 0) + len(taken),
    )
    add(cursor, key, batch, taken, bytes(last.head) if last else BEGINNING)
    return batch, taken


def this_moment(cursor: Any) -> Moment:
    cursor.execute(
        "SELECT cluster_identity(), pg_snapshot_xmin(now)::text, pg_snapshot_xmax(now)::text"
        " FROM pg_current_snapshot() AS now"
    )
    cluster, oldest, coming = cursor.fetchone()
    return Moment(cluster, int(oldest), int(coming))


def brought_by_restore(cursor: Any, now: Moment, rows: int) -> list[Any]:
    """Rows of transactions that this PostgreSQL has not come to yet: they were written on another one."""
    cursor.execute("SELECT * FROM unsealed_rows(%s::text::xid8, NULL, %s)", [now.next_to_come, rows])
    return list(cursor.fetchall())


def unsealed(cursor: Any, since: int, before: int, rows: int) -> list[Any]:
    """The next finished rows: log, number, transaction and text of each."""
    cursor.execute("SELECT * FROM unsealed_rows(%s::text::xid8, %s::text::xid8, %s)", [since, before, rows])
    return list(cursor.fetchall())


def add(cursor: Any, key: Key, batch: SealedBatch, taken: list[Any], before: bytes) -> None:
    """Write one batch with its head: a digest of the head before, of what the batch says of itself, of every row."""
    digests = [key.digest(b"%d:" % log + text.encode()) for log, _, _, text in taken]
    moment = round(batch.at.timestamp() * 1_000_000)
    says = f"{batch.pk}|{batch.epoch}|{batch.cluster}|{batch.bound}|{batch.first}|{batch.last}|{moment}|"
    rows = b"".join(b"%d.%d:" % (log, row) + digest for (log, row, _, _), digest in zip(taken, digests, strict=True))
    batch.head = key.digest(before + says.encode() + rows)
    cursor.execute(
        "SELECT add_sealed_batch(%s, %s, %s, %s, %s::text::xid8, %s, %s::smallint[], %s::bigint[], %s::bytea[], %s)",
        [
            batch.pk, batch.at, batch.epoch, batch.cluster, batch.bound, batch.first,
            [row[0] for row in taken], [row[1] for row in taken], digests, batch.head,
        ],
    )  # fmt: skip
