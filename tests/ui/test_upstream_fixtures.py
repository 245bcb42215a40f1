"""Our rendering of every GOV.UK component, against the fixtures that upstream ships with its own."""

import json
import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sightline.ui import govuk

COMPONENTS = Path(__file__).resolve().parents[2] / "node_modules/govuk-frontend/dist/govuk/components"
MISSING = "The fixtures of govuk-frontend are not here: run `make` to fetch the front-end files."


class Pieces(HTMLParser):
    """HTML as a list of tags with sorted attributes and of words, so that only layout may differ."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.pieces: list[Any] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append((tag, sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.pieces += re.findall(r"\S+", data)


@cache
def fixtures() -> list[tuple[str, str, Any, str]]:
    """Component, name, parameters and upstream's HTML of every fixture."""
    return [
        (file.parent.name, fixture["name"], fixture["options"], fixture["html"])
        for file in sorted(COMPONENTS.glob("*/fixtures.json"))
        for fixture in json.loads(file.read_text())["fixtures"]
    ]


def test_fixtures_are_there_in_continuous_integration() -> None:
    if not fixtures() and os.environ.get("CI") != "true":
        pytest.skip(MISSING)
    assert len(fixtures()) >= 657, MISSING


@pytest.mark.parametrize("component", sorted({each[0] for each in fixtures()}))
def test_each_component_is_rendered_as_upstream_renders_it(component: str) -> None:
    different = [
        name
        for of, name, options, html in fixtures()
        if of == component and Pieces(govuk.render_as_given(component, options)).pieces != Pieces(html).pieces
    ]
    assert different == []
