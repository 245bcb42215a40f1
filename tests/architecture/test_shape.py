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
FURTHER_FILES: dict[str, dict[str, str]] = {
    "assurance/returns": {
        "receiving": "the door for files of returns, which are of other kinds than a record's documents",
        "importing": "what an import does between reading and writing: kept lines, matching, comparing, counting",
        "mapping": "what the rows of each return say, as facts: pure functions without a database",
        "reading": "what a file is and what its lines say, before anything is made of them",
    },
    "foundation/access": {
        "checks": "asks at start-up whether every route has declared its policy",
        "converters": "reads the keys in addresses",
        "fresh": "makes an empty database whole at once, from the models",
        "middleware": "the transaction of a request is begun and ended in one place",
        "opening": "the one door through which a page gets a child",
        "permissions.csv": "roles and permissions are owned by people, not by code",
        "policies": "what a route declares before it is served",
        "protection": "turns what models declare into row policies, grants and triggers",
        "request": "what a request of a practitioner carries, with its types",
        "sql": "the walls, where the web role cannot reach round them",
    },
    "foundation/audit_trail": {
        "heads": "the newest seal is kept outside the database",
        "recorder": "the calls of the functions that the recorder role owns",
        "seal": "chains the digests of what was recorded",
        "sql": "tables, functions and triggers that belong to the recorder role",
        "verifier": "a program of its own, since a verifier must not trust what it verifies",
    },
    "foundation/children": {"sql": "the two-person function that moves a fact to another child"},
    "foundation/chronology": {
        "as_it_stood": "how several areas ask for what happened once for several children, as it stood",
        "indexing": "the door writes the index of facts through it",
    },
    "foundation/documents": {
        "drafts": "keeps and finds what is being written",
        "making": "documents for one reader as plain data, and the files made of them",
        "middleware": "a draft is kept before the request's own transaction begins",
        "receiving": "the one door for uploads",
        "sql": "what keeps a passage with its document",
        "storage": "writes files safely, under random names",
        "tickets": "what a form carries to find its draft again",
        "tidying": "removes drafts and files that nothing finished",
    },
    "foundation/oversight": {
        "in_sight": "the door keeps what boards know of each child through it",
        "waiting": "finds what waits for a manager, in every area at once",
    },
    "foundation/recording": {"columns": "what the columns of any fact are called, and how each is asked and read"},
    "foundation/search": {"sql": "the search functions, which carry the walls inside"},
    "foundation/timescales": {
        "coverage": "what imported files could know, so that a clock is not overdue for want of a file",
        "catalogue": "every timescale of every area, by its identifier",
        "held": "what imported files told of a child, for the child's page",
        "lives": "a death, growing up and closing the work end every clock, whichever area counts it",
        "refresh": "the door runs clocks again through it",
        "sharing": "what several clock functions read is read once",
        "sql": "the state of a clock on a given day, as a condition",
    },
    "foundation/workforce": {
        "fresh": "asks again who somebody is before they do what is grave",
        "shell": "what every page shows of the person who is signed in",
        "sign_in": "how the sign-in libraries are told our rules",
        "verification": "whether a session has had its second factor",
    },
    "assurance/measures": {"counting": "which facts are cases of which measure, and how these are kept"},
    "practice/front_door": {
        "open_contacts": "the door keeps the list of undecided contacts through it",
        "sql": "what somebody without a sign-in may ask of a link, and nothing else",
        "decided_contacts": "the door keeps what became of decided contacts through it",
        "nights": "what nights declare: beside everything else, area.py could not be read at a sitting",
        "signing": "which decisions a manager signs: beside everything else, area.py could not be read at a sitting",
        "night_work": "the door keeps the list of what was done at night through it",
    },
}


def areas() -> list[Path]:
    """The package of every area and of every part of the foundation."""
    tiers = [PACKAGE / tier for tier in ("practice", "assurance", "foundation")]
    return [folder for tier in tiers if tier.is_dir() for folder in sorted(tier.iterdir()) if is_package(folder)]


def is_package(folder: Path) -> bool:
    """Whether a folder is an app; the calendar is none, having neither tables nor pages."""
    return (folder / "apps.py").exists()


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
