"""Every area has the same files, and no others; files and functions stay small enough to read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "sightline"
AREA_FILES = {
    *("rules", "models", "queries", "actions", "forms", "presenters", "views", "area", "urls", "tasks", "apps"),
    *("__init__", "templates", "migrations", "management", "data", "static"),
}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "base", "tools", "lib"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40  # lines

# The foundation is what areas stand on: beside the files of an area its packages have further ones, each with a reason.
FURTHER_FILES: dict[str, dict[str, str]] = {}


def areas() -> list[Path]:
    """The package of every area and of every part of the foundation."""
    tiers = [PACKAGE / tier for tier in ("practice", "assurance", "foundation")]
    return [folder for tier in tiers if tier.is_dir() for folder in sorted(tier.iterdir()) if is_package(folder)]


def is_package(folder: Path) -> bool:
    return folder.is_dir() and folder.name != "__pycache__"


def names_in(area: Path) -> set[str]:
    return {entry.name.removesuffix(".py") for entry in area.iterdir()} - {"__pycache__"}


def python_files() -> list[Path]:
    folders = [CHECKOUT / name for name in ("sightline", "tests", "bench")]
    files = [file for folder in folders for file in sorted(folder.rglob("*.py"))]
    return [file for file in files if "migrations" not in file.parts]


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def relative(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


@pytest.mark.parametrize("area", areas(), ids=relative)
def test_an_area_has_the_same_files_as_every_other(area: Path) -> None:
    explained = FURTHER_FILES.get(str(area.relative_to(PACKAGE)), {})
    assert names_in(area) - AREA_FILES - set(explained) == set()


def test_every_explained_file_exists() -> None:
    for area, files in FURTHER_FILES.items():
        assert set(files) <= names_in(PACKAGE / area), area


def test_names_say_something() -> None:
    assert [relative(file) for file in python_files() if {file.stem, file.parent.name} & EMPTY_NAMES] == []


def test_files_can_be_read_at_a_sitting() -> None:
    lengths = {relative(file): len(file.read_text().splitlines()) for file in python_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_can_be_seen_at_once() -> None:
    too_long = {
        f"{relative(file)}:{function.name}": length
        for file in python_files()
        for function in functions(file)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert too_long == {}
