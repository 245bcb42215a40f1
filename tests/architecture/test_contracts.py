"""Every import contract breaks when it is violated on purpose: a contract that cannot break protects nothing."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

VIOLATIONS = [
    # contract, file, what is added to it
    ("Tiers import downwards only", "ui/__init__.py", "import sightline.foundation.facts"),
    ("Tiers import downwards only", "foundation/facts.py", "import sightline.practice.child_protection"),
    ("Tiers import downwards only", "practice/__init__.py", "import sightline.demo"),
    ("Tiers import downwards only", "practice/__init__.py", "import sightline.assurance"),
    ("Tiers import downwards only", "demo/__init__.py", "import sightline.config.areas"),
    ("Tiers import downwards only", "surprise/__init__.py", ""),
    (
        "An area may read those before it on the child's journey, never those after it",
        "practice/front_door/__init__.py",
        "import sightline.practice.child_protection.rules",
    ),
    (
        "An area may read those before it on the child's journey, never those after it",
        "practice/child_protection/rules.py",
        "import sightline.practice.care",
    ),
    (
        "An area may read those before it on the child's journey, never those after it",
        "practice/surprise/__init__.py",
        "",
    ),
    ("Views never touch models", "practice/child_protection/views.py", "import sightline.foundation.children.models"),
    (
        "Views never touch models",
        "practice/child_protection/views.py",
        "from sightline.practice.child_protection.models import StrategyDiscussion",
    ),
    (
        "Rules know law and practice, not how they are stored or shown",
        "practice/child_protection/rules.py",
        "import sightline.practice.child_protection.models",
    ),
    (
        "What is stored and done knows nothing of pages",
        "practice/child_protection/queries.py",
        "import sightline.practice.child_protection.views",
    ),
]
AREAS_TO_COME = ("assurance", "practice/care")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product's Python files, beside the contracts."""
    folder = tmp_path_factory.mktemp("copy")
    only_python = shutil.ignore_patterns("__pycache__", "templates", "static", "migrations", "data")
    shutil.copytree(CHECKOUT / "sightline", folder / "sightline", ignore=only_python)
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    for area in AREAS_TO_COME:
        append(folder / "sightline" / area / "__init__.py", "")
    for module in ("views", "queries", "rules"):
        append(folder / f"sightline/practice/child_protection/{module}.py", "")
    return folder


def append(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    with file.open("a") as open_file:
        open_file.write(f"\n{text}\n")


def broken(folder: Path) -> set[str]:
    """The names of the contracts that do not hold in a folder."""
    linter = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1"}
    command = [linter, "--no-cache"]
    said = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    names = {line.removesuffix(" BROKEN") for line in said.stdout.splitlines() if line.endswith(" BROKEN")}
    assert bool(names) == (said.returncode != 0), said.stdout + said.stderr
    return names


def test_the_contracts_hold(copy: Path) -> None:
    assert broken(copy) == set()


@pytest.mark.parametrize(("contract", "file", "text"), VIOLATIONS)
def test_a_contract_breaks_when_it_is_violated(copy: Path, contract: str, file: str, text: str) -> None:
    target = copy / "sightline" / file
    before = target.read_text() if target.exists() else None
    append(target, text)
    try:
        assert contract in broken(copy)
    finally:
        if before is None:
            shutil.rmtree(target.parent)
        else:
            target.write_text(before)


def test_every_contract_is_violated_on_purpose() -> None:
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == {contract for contract, _, _ in VIOLATIONS}
