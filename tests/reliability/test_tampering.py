"""Every class of tampering with the audit is found, many times over, and nothing is found where nothing was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sightline.foundation.audit_trail import verifier
from sightline.foundation.audit_trail.seal import seal
from sightline.foundation.audit_trail.verifier import Finding
from tests.reliability import tampering
from tests.reliability.databases import CommittedDatabase, Outside
from tests.reliability.direct import write_directly
from tests.reliability.recording import Scene

pytestmark = pytest.mark.database

TIMES = 25
UTC = "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL extra_float_digits = 1"


@dataclass(frozen=True)
class Sealed(Outside):
    """A database whose audit is sealed in several batches, with the file of heads and the key."""

    database: CommittedDatabase

    @property
    def secret(self) -> bytes:
        return bytes.fromhex(self.key.read_text())

    def found_after(self, tamper: Callable[[Any], None]) -> list[Finding]:
        """What the verifier finds after a tampering, which is then undone."""
        with self.database.superuser() as session:
            session.execute(UTC)
            tampering.without_triggers(session, lambda: tamper(session))
            found = verifier.examine(session, self.secret, *verifier.read_heads(self.heads, self.secret))
            session.rollback()
        return found


@pytest.fixture(scope="module")
def sealed(
    peopled_template: tuple[CommittedDatabase, Scene], tmp_path_factory: Any, django_db_blocker: Any
) -> Iterator[Sealed]:
    """A sealed database for all tests of this module: they undo what they do."""
    template, scene = peopled_template
    database, folder = template.clone(), tmp_path_factory.mktemp("seal")
    outside = Sealed(folder / "heads.jsonl", folder / "key", database)
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr("django.conf.settings.SEAL_HEAD_FILE", outside.heads)
        patch.setattr("django.conf.settings.SEAL_KEY_FILE", outside.key)
        for turn in range(6):
            with database.login("sightline_web") as session:
                for note in range(5):
                    write_directly(session, scene, f"note {turn}.{note}", refuse=note == 3)
            with database.process("jobs"):
                seal(rows=12)
    yield outside
    database.drop()


def test_what_nobody_touched_is_fine(sealed: Sealed) -> None:
    assert sealed.findings(sealed.database) == []
    assert sealed.found_after(lambda session: None) == []


SIMPLE = {
    "edit": (tampering.edit, {verifier.ALTERED}),
    "delete": (tampering.delete, {verifier.MISSING}),
    "insert": (tampering.insert, {verifier.INSERTED}),
    "duplicate": (tampering.duplicate, {verifier.INSERTED}),
    "swap": (tampering.swap, {verifier.SWAPPED}),
    "reorder": (tampering.reorder, {verifier.SWAPPED}),
    "tail cut": (tampering.cut_tail, {verifier.MISSING_TAIL}),
    "time shift": (tampering.shift_time, {verifier.ALTERED}),
    "head replace": (tampering.replace_head, {verifier.REWRITTEN}),
}


@pytest.mark.parametrize("kind", SIMPLE)
def test_a_tampering_is_found_and_named(sealed: Sealed, kind: str) -> None:
    tamper, expected = SIMPLE[kind]
    for number in range(TIMES):
        random = Random(f"{kind} {number}")
        found = sealed.found_after(lambda session, random=random: tamper(session, random))
        assert expected <= {finding.kind for finding in found}, f"{kind} number {number}: {found}"


def test_a_suffix_that_was_hashed_anew_is_found(sealed: Sealed) -> None:
    for number in range(TIMES):
        random = Random(number)
        found = sealed.found_after(
            lambda session, r=random: tampering.rewrite(session, r, b"another key", r.randint(2, 6))
        )
        assert verifier.REWRITTEN in {finding.kind for finding in found}


def test_a_full_rewrite_is_found_even_when_it_was_made_with_the_key(sealed: Sealed) -> None:
    for number in range(TIMES):
        random, key = Random(number), sealed.secret if number % 2 else b"another key"
        found = sealed.found_after(lambda session, r=random, k=key: tampering.rewrite(session, r, k, 1))
        assert verifier.REWRITTEN in {finding.kind for finding in found}


def test_a_file_of_heads_that_was_altered_is_found(sealed: Sealed, tmp_path: Path) -> None:
    lines = sealed.heads.read_text().splitlines()
    for number in range(TIMES):
        random, changed = Random(number), list(lines)
        place = random.randrange(len(lines))
        change = random.choice(["edit", "drop", "swap"])
        if change == "edit":
            changed[place] = changed[place].replace('"head": "', '"head": "0')
        elif change == "drop":
            changed.pop(random.randrange(len(lines) - 1))
        else:
            changed[place], changed[place - 1] = changed[place - 1], changed[place]
        (tmp_path / "heads.jsonl").write_text("\n".join(changed) + "\n")
        found = verifier.check(sealed.database.url("sightline_backup"), tmp_path / "heads.jsonl", sealed.key)
        assert verifier.HEADS in {finding.kind for finding in found}


FACTS = {
    "an edit": "UPDATE documents_passage SET text = text || ' and more' WHERE id = (SELECT id FROM documents_passage"
    " ORDER BY md5(id::text || %(seed)s) LIMIT 1)",
    "a deletion": "DELETE FROM documents_storedfile WHERE id = (SELECT id FROM documents_storedfile"
    " ORDER BY md5(id::text || %(seed)s) LIMIT 1)",
    "an addition": "INSERT INTO workforce_team (id, recorded_at, entry_id, source, version, name, kind, telephone)"
    " VALUES (gen_random_uuid(), now(), 1, 'person', 1, %(seed)s, 'team', '')",
}


@pytest.mark.parametrize("what", FACTS)
def test_a_fact_touched_with_its_triggers_off_is_found(sealed: Sealed, what: str) -> None:
    for number in range(TIMES):

        def touch(session: Any, seed: str = str(number)) -> None:
            session.execute("SET session_replication_role = replica")
            for table in ("documents_passage", "documents_storedfile", "workforce_team"):
                session.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            session.execute(FACTS[what], {"seed": seed})
            for table in ("documents_passage", "documents_storedfile", "workforce_team"):
                session.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            session.execute("SET session_replication_role = origin")

        assert {finding.kind for finding in sealed.found_after(touch)} == {verifier.FACTS}


def test_a_trigger_that_was_left_off_is_found(sealed: Sealed) -> None:
    found = sealed.found_after(
        lambda session: session.execute("ALTER TABLE documents_passage DISABLE TRIGGER change_update")
    )
    assert [finding.kind for finding in found] == [verifier.FACTS]


def test_the_program_says_in_words_what_it_found_and_ends_accordingly(sealed: Sealed, capsys: Any) -> None:
    copied = sealed.database.clone()
    arguments = ["--database", copied.url("postgres"), "--heads", str(sealed.heads), "--key", str(sealed.key)]
    assert verifier.main(arguments) == verifier.FINE
    assert "Fine" in capsys.readouterr().out
    with copied.superuser() as session:
        tampering.without_triggers(session, lambda: tampering.edit(session, Random(1)))
    assert verifier.main(arguments) == verifier.ALTERED
    assert "was altered" in capsys.readouterr().out
    arguments[1] = copied.url("sightline_web")
    assert verifier.main(arguments) == verifier.CANNOT_TELL
    copied.drop()


def test_the_program_runs_by_itself_with_nothing_of_ours(sealed: Sealed, tmp_path: Path) -> None:
    import subprocess
    import sys

    program = tmp_path / "verifier.py"
    program.write_text(Path(verifier.__file__).read_text())
    assert "sightline." not in program.read_text().partition('"""')[2].partition('"""')[2]
    ended = subprocess.run(
        [sys.executable, "-I", program, "--database", sealed.database.url("sightline_backup"),
         "--heads", sealed.heads, "--key", sealed.key], capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
