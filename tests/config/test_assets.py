"""The GOV.UK and MOJ files are copied without what belongs to GOV.UK alone, and every address in them is answered."""

import json
import re
from pathlib import Path

import pytest

from sightline.config.assets import CHECKOUT, TARGET, cleaned

FILES = sorted(CHECKOUT.joinpath(TARGET).glob("*.min.*"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_reserved_is_left(file: Path) -> None:
    text = file.read_text()
    assert [
        word for word in ("GDS Transport", "@font-face", "crest.svg", "/assets/", "sourceMappingURL") if word in text
    ] == []


@pytest.mark.parametrize("sheet", [file for file in FILES if file.suffix == ".css"], ids=lambda file: file.name)
def test_every_address_of_a_style_sheet_is_answered(sheet: Path) -> None:
    addresses = re.findall(r"url\(([^)]*)\)", sheet.read_text())
    assert [address for address in addresses if not (sheet.parent / address).exists()] == []


def test_style_sheets_and_scripts_of_both_are_there() -> None:
    names = {f"{name}.min.{kind}" for name in ("govuk-frontend", "moj-frontend") for kind in ("css", "js")}
    assert {file.name for file in FILES} == names


def test_no_crown_is_copied() -> None:
    images = [file.name for file in CHECKOUT.joinpath(TARGET, "images").iterdir()]
    assert images
    assert [name for name in images if "crown" in name or "crest" in name] == []


def test_the_rest_of_a_style_sheet_stays_as_it_is() -> None:
    sheet = 'a{font-family:GDS Transport,arial,sans-serif}b{background:url(/assets/images/tick.svg)}c{color:"#fff"}'
    assert cleaned(sheet + "\n/*# sourceMappingURL=a.css.map */") == (
        'a{font-family:arial,sans-serif}b{background:url(images/tick.svg)}c{color:"#fff"}'
    )


def test_locked_packages_name_digests_and_no_registry() -> None:
    lock = json.loads((CHECKOUT / "package-lock.json").read_text())
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert all("integrity" in package and "resolved" not in package for package in packages)


@pytest.mark.parametrize("file", sorted(CHECKOUT.joinpath("requirements").glob("*.txt")), ids=lambda file: file.name)
def test_locked_requirements_name_digests_and_no_registry(file: Path) -> None:
    text = file.read_text()
    assert "://" not in text
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\S)", text) if "==" in block)
