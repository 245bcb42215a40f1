"""Every page, rendered for somebody who may see it: no word of another authority, nothing that keeps it in a cache."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import cycle
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.workforce.sign_in.idle import KEPT_EVERY
from sightline.foundation.workforce.sign_in.sessions import ACTIVE
from sightline.ui.vocabulary import default_terms
from tests.architecture.matrix.cells import TOKEN, Cell
from tests.architecture.matrix.expectations import Row, expected_of, permitted, route_table
from tests.architecture.matrix.visiting import OF_THE_TEST, address
from tests.architecture.matrix.world import World

NONSENSE = "tests/ui/nonsense_vocabulary.csv"
MAY_BE_KEPT = {"ui:brand": "the authority's colours, the same for everybody"}
TAGS = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]+>", re.DOTALL)
MOST_QUESTIONS = 25  # of a page to the database, in all
ROLES_EACH = 2  # how many of the roles that may see a page are asked for it


@dataclass(frozen=True)
class Page:
    """One page as somebody got it."""

    route: str
    role: str
    status: int
    kept: str
    html: str
    questions: list[str]

    @property
    def words(self) -> str:
        """What it says, without its markup."""
        return unescape(TAGS.sub(" ", self.html))


@pytest.fixture(scope="module")
def pages(world: World, client_as: Any) -> list[Page]:
    """Every route that can be asked for, under a vocabulary of nonsense."""
    with override_settings(SIGHTLINE_VOCABULARY=NONSENSE):
        return [page_of(row["route"], role, client_as(role), url) for row, role, url in addresses(world)]


def addresses(world: World) -> Iterator[tuple[Row, str, str]]:
    """Each route, somebody who may see it, and where it is."""
    turn = cycle(world.practitioners)
    for row in route_table().values():
        if row["kind"] == "record":
            for cell in list(cells_that_open(world, row, turn))[:ROLES_EACH]:
                yield row, cell.role, address(row["route"], cell, row["parameters"])
        elif not row["parameters"]:
            roles = [role for role in world.practitioners if (role, row["permission"] or "work") in permitted()]
            yield from ((row, role, reverse(row["route"])) for role in roles)


def cells_that_open(world: World, row: Row, turn: Any) -> Iterator[Cell]:
    """Records that open for this route, each for another role."""
    state = row["only_when"].split()[0] if row["only_when"] else "open"
    for _ in world.practitioners:
        role = next(turn)
        if expected_of(row, role, "allocated", state) == "allow":
            yield world.cells[role, "allocated", state]


def page_of(route: str, role: str, client: Any, url: str) -> Page:
    """What came back, and what was asked of the database for it; only pages of words are kept whole."""
    long_ago(client)
    connection.queries_log.clear()  # it holds a few thousand questions and then forgets the first
    with CaptureQueriesContext(connection) as asked:
        response = client.get(url)
    questions = [each["sql"] for each in asked if not each["sql"].startswith(OF_THE_TEST)]
    is_page = response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")
    html = response.content.decode() if is_page else ""
    return Page(route, role, response.status_code, response.headers.get("Cache-Control", ""), html, questions)


def long_ago(client: Any) -> None:
    """Let the session be of somebody who did nothing for a while: the page then also notes that they are at work."""
    session = client.session
    session[ACTIVE] = time.time() - 2 * KEPT_EVERY
    session.save()


def test_every_page_is_there(pages: list[Page]) -> None:
    assert [(page.route, page.role, page.status) for page in pages if page.status not in (200, 302, 405)] == []
    assert len([page for page in pages if page.html]) > 100


def test_no_page_asks_the_database_too_much(pages: list[Page]) -> None:
    assert [
        (page.route, page.role, len(page.questions)) for page in pages if len(page.questions) > MOST_QUESTIONS
    ] == []


def test_no_default_term_stands_on_a_page_of_an_authority_with_its_own_words(pages: list[Page]) -> None:
    term = re.compile(r"\b(" + "|".join(map(re.escape, default_terms())) + r")\b", re.IGNORECASE)
    assert sorted({(page.route, each.lower()) for page in pages for each in term.findall(page.words)}) == []


def test_no_cache_keeps_a_page(pages: list[Page]) -> None:
    assert {page.route for page in pages if "no-store" not in page.kept} - MAY_BE_KEPT.keys() == set()


def test_no_title_names_anybody(pages: list[Page]) -> None:
    titles = {
        (page.route, title) for page in pages for title in re.findall(r"<title>(.*?)</title>", page.html, re.DOTALL)
    }
    assert [(route, title) for route, title in titles if TOKEN.search(title)] == []
    assert [route for route, title in titles if not title.strip()] == []


def test_no_address_of_a_page_names_anybody(pages: list[Page]) -> None:
    """What stands in an address stands in histories and logs."""
    links = {(page.route, link) for page in pages for link in re.findall(r'(?:href|action|src)="([^"]*)"', page.html)}
    assert [
        (route, link) for route, link in links if TOKEN.search(link) and not link.startswith(("mailto:", "tel:"))
    ] == []
