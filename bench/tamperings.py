"""Every class of tampering, many times, on a sealed copy; and clean runs beside writers."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from bench.report import Line
from bench.seals import keep_outside
from bench.setting import Setting, migrated_database
from sightline.foundation.audit_trail import verifier
from sightline.foundation.audit_trail.seal import seal
from tests.reliability import tampering
from tests.reliability.databases import CommittedDatabase
from tests.reliability.direct import write_directly
from tests.reliability.recording import Scene, set_scene
from tests.reliability.test_seal import writers

CLASSES: dict[str, Callable[[Any, Random], None]] = {
    "edit": tampering.edit,
    "delete": tampering.delete,
    "insert": tampering.insert,
    "duplicate": tampering.duplicate,
    "swap": tampering.swap,
    "reorder": tampering.reorder,
    "tail cut": tampering.cut_tail,
    "time shift": tampering.shift_time,
    "head replaced": tampering.replace_head,
    "suffix hashed anew": lambda session, random: tampering.rewrite(session, random, b"another", random.randint(2, 6)),
    "all rewritten": lambda session, random: tampering.rewrite(session, random, b"another", 1),
}


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Found of tried in each class, and false alarms in clean runs."""
    copied = migrated_database(setting)  # small, so that each check takes little time
    try:
        heads, key = keep_outside(setting)
        scene = sealed_in_batches(copied)
        for name, tamper in CLASSES.items():
            tried = 1_000 if long else 50
            found = sum(bool(findings(copied, heads, key, tamper, Random(f"{name}{n}"))) for n in range(tried))
            yield Line(f"{name}: found of tried", f"{found} of {tried}", good=found == tried)
        runs = 1_000 if long else 100
        alarms = false_alarms(copied, scene, heads, key, runs)
        yield Line("false alarms in clean runs beside three writers", f"{alarms} of {runs}", good=alarms == 0)
    finally:
        copied.drop()


def sealed_in_batches(copied: CommittedDatabase) -> Scene:
    """A little history in six batches."""
    with copied.process("jobs"):
        scene = set_scene()
    for turn in range(6):
        with copied.login("sightline_web") as session:
            for number in range(5):
                write_directly(session, scene, f"note {turn}.{number}", refuse=number == 3)
        with copied.process("jobs"):
            seal(rows=12)
    return scene


def findings(copied: CommittedDatabase, heads: Any, key: Any, tamper: Any, random: Random) -> list[Any]:
    """What the verifier finds after a tampering, which is undone."""
    secret = bytes.fromhex(key.read_text())
    with copied.superuser() as session:
        session.execute("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL extra_float_digits = 1")
        tampering.without_triggers(session, lambda: tamper(session, random))
        found = verifier.examine(session, secret, *verifier.read_heads(heads, secret))
        session.rollback()
    return found


def false_alarms(copied: CommittedDatabase, scene: Scene, heads: Any, key: Any, runs: int) -> int:
    """In how many of these runs the verifier found something, though nothing was done."""
    alarms = 0
    with writers(copied, scene, 3):
        for number in range(runs):
            with copied.process("jobs"):
                seal(rows=Random(number).choice([3, 20, 200]), batches=5)
            alarms += bool(verifier.check(copied.url("sightline_backup"), heads, key))
    return alarms
