"""Every page, rendered for somebody who may see it: no word of another authority, nothing that keeps it in a cache."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.urls import reverse

from sightline.ui.vocabulary import default_terms
from tests.architecture.matrix.expectations import expected, route_table
from tests.architecture.matrix.visiting import address
from tests.architecture.matrix.world import World

NONSENSE = "tests/ui/nonsense_vocabulary.csv"
TAGS = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]+>", re.DOTALL)


def pages(world: World, client_as: Any) -> Iterator[tuple[str, str, Any]]:
    """Route, role and response of every page that can be asked for, for each role that may see it."""
    for row in route_table().values():
        for role in world.practitioners:
            if row["kind"] == "record":
                cell = world.cells[role, "allocated", "open"]
                if expected(role, "allocated", "open", row["permission"]) == "allow":
                    yield row["route"], role, client_as(role).get(address(row["route"], cell, row["parameters"]))
            elif not row["parameters"]:
                yield row["route"], role, client_as(role).get(reverse(row["route"]))


def words_of(response: Any) -> str:
    """What a page says, without its markup."""
    return unescape(TAGS.sub(" ", response.content.decode()))


def is_page(response: Any) -> bool:
    """Whether a response is a page of words."""
    return response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")


def test_no_default_term_stands_on_a_page_of_an_authority_with_its_own_words(
    world: World, client_as: Any, settings: Any
) -> None:
    settings.SIGHTLINE_VOCABULARY = NONSENSE
    term = re.compile(r"\b(" + "|".join(map(re.escape, default_terms())) + r")\b", re.IGNORECASE)
    found, seen = set(), 0
    for route, _, response in pages(world, client_as):
        if is_page(response):
            seen += 1
            found |= {(route, each.lower()) for each in term.findall(words_of(response))}
    assert seen > 100
    assert sorted(found) == []


def test_every_page_renders_without_a_fault_and_is_kept_by_no_cache(world: World, client_as: Any) -> None:
    wrong = {
        (route, role, response.status_code, response.headers.get("Cache-Control"))
        for route, role, response in pages(world, client_as)
        if response.status_code >= 500 or response.headers.get("Cache-Control") != "no-store"
    }
    assert wrong == set()


def test_no_title_names_a_child(world: World, client_as: Any) -> None:
    titled = {
        (route, title)
        for route, _, response in pages(world, client_as)
        if is_page(response)
        for title in re.findall(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)
        if "QX" in title
    }
    assert titled == set()
