"""How fast the audit is sealed and checked."""

import time
from collections.abc import Iterator
from pathlib import Path

from bench.report import Line
from bench.setting import Setting
from sightline.foundation.audit_trail import verifier
from sightline.foundation.audit_trail.seal import seal
from tests.reliability.databases import CommittedDatabase

MANY = (
    "INSERT INTO audit_trail_readevent (practitioner_id, session, request, route, basis, reason, opened)"
    " SELECT practitioner, 'bench', gen_random_uuid(), '/people/children/', 'Allocated worker', '', child"
    " FROM generate_series(1, %(count)s), (SELECT %(worker)s::uuid AS practitioner, %(child)s::uuid AS child) of"
)


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """On a copy with many more entries, which is dropped again."""
    copied = setting.database.clone()
    try:
        yield from measure_on(setting, copied, 1_000_000 if long else 100_000)
    finally:
        copied.drop()


def measure_on(setting: Setting, copied: CommittedDatabase, count: int) -> Iterator[Line]:
    with copied.superuser() as session:
        session.execute(MANY, {"count": count, "worker": setting.worker, "child": setting.child})
    heads, key = keep_outside(setting)
    began, rows = time.perf_counter(), 0
    with copied.process("jobs"):
        while done := seal().rows:
            rows += done
    took = time.perf_counter() - began
    yield Line(f"{rows:,} rows sealed: rows a second", f"{rows / took:,.0f}")
    began = time.perf_counter()
    found = verifier.check(copied.url("sightline_backup"), heads, key)
    took = time.perf_counter() - began
    yield Line("checked, with every fact: seconds", f"{took:.1f}", good=not found)
    yield Line("checked: rows a second", f"{rows / took:,.0f}")


def keep_outside(setting: Setting) -> tuple[Path, Path]:
    """A file of heads and a key of this run."""
    from django.conf import settings

    settings.SEAL_HEAD_FILE, settings.SEAL_KEY_FILE = setting.folder / "heads.jsonl", setting.folder / "key"
    for path in (settings.SEAL_HEAD_FILE, settings.SEAL_KEY_FILE):
        path.unlink(missing_ok=True)
    return settings.SEAL_HEAD_FILE, settings.SEAL_KEY_FILE
