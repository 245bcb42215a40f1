"""An author's list of drafts, and what their manager may know of it."""

from typing import Any

import pytest
from django.utils import timezone

from sightline.foundation.documents import drafts, tickets
from sightline.foundation.documents.queries import drafts_of, drafts_of_reports
from sightline.foundation.documents.tickets import Ticket
from sightline.foundation.identifiers import new_id
from tests.builders import workforce
from tests.conftest import as_web

pytestmark = pytest.mark.django_db


def begin(author: Any, title: str = "Note") -> Ticket:
    asked = {"form": "tests.note", "form_version": 1, "address": "/note/", "subjects": []}
    return tickets.begin(author=author.pk, draft=new_id(), title=title, **asked)


def keep(author: Any, title: str = "Note", text: str = "Private") -> Ticket:
    ticket = begin(author, title)
    with as_web(author):
        drafts.keep(ticket, {"note": [text]}, 0, timezone.now())
    return ticket


def test_an_author_sees_the_latest_draft_first_with_the_way_back_to_it() -> None:
    author = workforce.practitioner()
    first, second = keep(author, "First"), keep(author, "Second")
    with as_web(author):
        found = drafts_of(author.pk)
    assert [draft.title for draft in found] == ["Second", "First"]
    assert found[1].link == f"/note/?draft={first.draft}"
    assert not found[0].is_copy
    assert found[0].id == second.draft


def test_nobody_sees_the_drafts_of_another() -> None:
    author, other = workforce.practitioner(), workforce.practitioner()
    keep(author)
    with as_web(other):
        assert drafts_of(author.pk) == []


def test_a_manager_knows_that_a_draft_was_begun_and_when_and_nothing_more() -> None:
    manager = workforce.practitioner(role="team_manager")
    author = workforce.practitioner(team=manager.team, manager=manager)
    keep(author, "Strategy discussion")
    with as_web(manager):
        [found] = drafts_of_reports()
        assert drafts_of(author.pk) == []
    assert (found.author, found.title) == (author.pk, "Strategy discussion")
    assert set(vars(found)) == {"author", "title", "started_at", "saved_at"}
    with as_web(author):
        assert drafts_of_reports() == []


def test_the_list_takes_one_query(django_assert_num_queries: Any) -> None:
    author = workforce.practitioner()
    for number in range(5):
        keep(author, f"Draft {number}")
    with as_web(author), django_assert_num_queries(1):
        drafts_of(author.pk)
