"""The pages of imports: files are sent once, refused with a sentence, tried out, and imported in the background."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from sightline.assurance.returns.importing import running
from sightline.assurance.returns.importing.chunks import Chunk
from sightline.assurance.returns.importing.sent import take_to_its_end
from sightline.assurance.returns.models import Batch, SourceRow, Stage
from sightline.practice.care.models import Home
from tests.builders.imports import TODAY, counted
from tests.builders.returns import census, child_of, episode, header, need, sample, ssda903
from tests.builders.workforce import practitioner
from tests.conftest import as_jobs

pytestmark = pytest.mark.django_db
BEGIN = "/returns/import/"
PDF = SimpleUploadedFile("letter.csv", b"%PDF-1.7 something")


@pytest.fixture
def analyst(client_of: Callable[..., Any]) -> Any:
    """Somebody who imports returns."""
    return client_of(practitioner(role="analyst"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A return about one child."""
    return ssda903(tmp_path / "2022-23", Header=[header("A1")], Episodes=[episode("A1", "05/06/2022")])


def uploads(place: Path) -> list[SimpleUploadedFile]:
    """A file, or the files of a folder, as a browser sends them."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in files]


def sent(client: Any, *files: Any, kind: str = "ssda903", what: str = "import", **more: Any) -> Any:
    """What the page answers to these files."""
    return client.post(BEGIN, {"kind": kind, "what": what, "year": "2023", "chosen": list(files)} | more)


def worked_off() -> list[Batch]:
    """Every import that waits, done as the worker does it; all of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE task_name = 'returns.import' ORDER BY id")
        waiting = [row[0] for row in cursor.fetchall()]
    with as_jobs():
        for each in waiting:
            given = json.loads(each) if isinstance(each, str) else each
            take_to_its_end(given["batch"], today=TODAY)
    return list(Batch.objects.order_by("recorded_at"))


def test_files_that_are_sent_are_imported_by_the_worker_and_the_page_says_what_became_of_every_row(
    analyst: Any, folder: Path
) -> None:
    answer = sent(analyst, *uploads(folder))
    waiting = analyst.get(answer["Location"])
    assert waiting.status_code == 200
    assert b"<progress" in waiting.content
    assert b"It begins as soon as the background work before it is done." in waiting.content
    after = analyst.get(sent(analyst, *uploads(folder), what="trial")["Location"]).content.decode()
    assert "One import is done after another. Before this one: SSDA903 return" in after
    batch, trial = worked_off()
    assert batch.stage == trial.stage == Stage.FINISHED
    shown = analyst.get(answer["Location"]).content.decode()
    assert "What became of every row" in shown
    assert "1 April 2022 to 31 March 2023" in shown
    assert Home.objects.count() == 1
    assert analyst.get(reverse("returns:report", args=[batch.pk])).json()["tables"]["Episodes"]["written"] == 1
    assert "SSDA903 return" in analyst.get("/returns/").content.decode()


def test_a_trial_writes_nothing_and_can_be_followed_by_the_import_of_the_same_files(analyst: Any, folder: Path) -> None:
    answer = sent(analyst, *uploads(folder), what="trial")
    (trial,) = worked_off()
    assert (set(counted()), SourceRow.objects.count()) == ({"workforce.Post"}, 0)
    assert "nothing was written" in analyst.get(answer["Location"]).content.decode()
    now = reverse("returns:import_now", args=[trial.pk])
    key = analyst.get(answer["Location"]).context["key"]
    assert analyst.post(now, {"key": key})["Location"] == analyst.post(now, {"key": key})["Location"]
    trial, imported = worked_off()
    assert Home.objects.count() == 1
    assert imported.report is not None
    assert trial.report is not None
    assert imported.report["tables"] == trial.report["tables"]


def test_a_refused_page_keeps_the_files_that_arrived(analyst: Any, folder: Path) -> None:
    refused = sent(analyst, *uploads(folder), PDF)
    assert "“letter.csv” is a PDF, whatever its name says." in refused.content.decode()
    assert not Batch.objects.exists()
    kept = [value for value, _ in refused.context["form"].fields["kept"].choices]
    assert len(kept) == 2
    assert sent(analyst, kept=kept).status_code == 302
    (batch,) = worked_off()
    assert [each["name"] for each in batch.uploads] == ["episodes.csv", "header.csv"]
    assert Home.objects.count() == 1


def test_nobody_else_can_use_the_files_that_somebody_sent(analyst: Any, folder: Path, client_of: Any) -> None:
    refused = sent(analyst, *uploads(folder), PDF)
    kept = [value for value, _ in refused.context["form"].fields["kept"].choices]
    other = client_of(practitioner(role="analyst"))
    assert "Choose the files" in sent(other, kept=kept).content.decode()


@pytest.mark.parametrize(("kind", "says"), [
    ("cin", "“episodes.csv” is a CSV file. A children in need census is one XML file."),
    ("annex-a", "“episodes.csv” is a CSV file. An Annex A return is one Excel workbook (.xlsx)."),
])  # fmt: skip
def test_files_of_another_kind_of_return_are_refused_with_a_sentence(
    analyst: Any, folder: Path, kind: str, says: str
) -> None:
    assert says in sent(analyst, *uploads(folder), kind=kind).content.decode()


def test_a_file_that_cannot_be_read_is_said_on_the_page_of_its_import(analyst: Any) -> None:
    dangerous = b'<!DOCTYPE a [<!ENTITY b "c">]><Message>&b;</Message>'
    answer = sent(analyst, SimpleUploadedFile("cin.xml", dangerous), kind="cin")
    (batch,) = worked_off()
    assert batch.stage == Stage.FAILED
    assert batch.report is not None
    assert batch.report["problem"] in analyst.get(answer["Location"]).context["page"]["problem"]
    assert len(batch.report["problem"]) > 20


def test_a_census_is_imported_by_page(analyst: Any, tmp_path: Path) -> None:
    path = census(tmp_path / "cin.xml", child_of("C1", need("2023-05-01")))
    answer = sent(analyst, SimpleUploadedFile("cin.xml", path.read_bytes()), kind="cin", year="")
    (batch,) = worked_off()
    assert batch.stage == Stage.FINISHED
    assert analyst.get(answer["Location"]).context["page"]["contested"] == 0


def test_an_import_whose_worker_ended_goes_on_where_it_was(
    analyst: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = ["A1", "A2", "A3"]
    rows = {"Header": map(header, children), "Episodes": [episode(child, "05/06/2022") for child in children]}
    answer = sent(analyst, *uploads(ssda903(tmp_path / "2022-23", **rows)))
    taken, monkeyed = Chunk.take, iter([False, True])

    def killed(self: Any, references: list[str], by: Any) -> Any:
        if next(monkeyed):
            raise KeyboardInterrupt
        return taken(self, references, by)

    monkeypatch.setattr(running, "CHILDREN_AT_A_TIME", 1)
    monkeypatch.setattr(Chunk, "take", killed)
    with pytest.raises(KeyboardInterrupt):
        worked_off()
    assert Home.objects.count() == 1
    assert "1 of 3 children" in analyst.get(answer["Location"]).content.decode()
    monkeypatch.setattr(Chunk, "take", taken)
    (batch,) = worked_off()
    assert batch.stage == Stage.FINISHED
    assert Home.objects.count() == 3


@pytest.mark.parametrize(("kind", "path"), [
    ("ssda903", "ssda903/liia-2020"),
    ("ssda903", "ssda903/synth-xml"),
    ("cin", "cin/liia/cin-2022.xml"),
    ("annex-a", "annex-a/cleaner/2015-01-sample.xlsx"),
])  # fmt: skip
def test_files_that_others_published_go_through_by_page(analyst: Any, kind: str, path: str) -> None:
    answer = sent(analyst, *uploads(sample(path)), kind=kind, year="")
    assert answer.status_code == 302, answer.content.decode()
    (batch,) = worked_off()
    assert batch.stage == Stage.FINISHED
    assert "What became of every row" in analyst.get(answer["Location"]).content.decode()


def test_the_pages_do_not_exist_for_others(client_of: Any) -> None:
    client = client_of(practitioner(role="social_worker"))
    assert client.get("/returns/").status_code == client.get(BEGIN).status_code == 404
