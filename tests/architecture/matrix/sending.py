"""Sending one form as browsers do on a bad day: after the session ended, from a stale page, twice at once, again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection

from tests.architecture.matrix.cells import TOKEN
from tests.architecture.matrix.filling import FormReader
from tests.architecture.matrix.visiting import newest_entry
from tests.conftest import WebClient

ERRORS = re.compile(r'govuk-error-summary__list">(.*?)</ul>', re.DOTALL)
OF_THE_PAGE = ("csrfmiddlewaretoken", "draft", "draft_version", "seen_version", "kept_files")
READ_ANYWAY = "audit_trail_readevent"  # its parts by month: that a page was looked at
STALE = "0"  # a version that nothing ever has: versions count from 1
BOTH_TEXTS = ("They wrote", "You wrote")


def faults(client: WebClient, url: str, answers: dict[str, Any], *, compares: bool = True) -> Iterator[str]:
    """What goes wrong with a form that is sent in every way; in the end it was recorded, once.

    One that `compares` shows both texts where somebody else was first.
    """
    before = newest_entry()
    yield from lost_with_the_session(client, url, answers)
    if "seen_version" in answers:
        yield from lost_to_somebody_else(client, url, answers, compares)
    if newest_entry() != before:
        yield "recorded before anybody who may had sent it"
    yield from done_more_than_once(client, url, answers)


def lost_with_the_session(client: WebClient, url: str, answers: dict[str, Any]) -> Iterator[str]:
    """Sent after the session ended, the form leads to a sign-in and from there to what was typed."""
    typed = {name: answer for name, answer in answers.items() if isinstance(answer, str)}
    response = WebClient().post(url, typed)
    asked = response.headers.get("Location", "")
    if response.status_code != 302 or not asked.startswith("/sign-in/"):
        yield f"without a session: {response.status_code} {asked}"
        return
    page = client.get(response.wsgi_request.kept.ticket.address + f"?draft={response.wsgi_request.kept.ticket.draft}")
    yield from missing(page.content.decode(), typed, "after a new sign-in")


def missing(html: str, typed: dict[str, Any], when: str) -> Iterator[str]:
    """Answers that a page does not hold any more."""
    reader = FormReader()
    reader.feed(html)
    held = {(name, each) for form in reader.forms for name, question in form.items() for each in [question.value]}
    for name, answer in typed.items():
        if name not in OF_THE_PAGE and (name, answer.strip()) not in held:
            yield f"{when}, lost: {name} = {answer[:40]}"


def lost_to_somebody_else(client: WebClient, url: str, answers: dict[str, Any], compares: bool) -> Iterator[str]:
    """Sent from a page that shows an earlier version, the form is refused, with both texts and nothing lost."""
    typed = {name: otherwise(each) for name, each in answers.items() if isinstance(each, str)}
    page = client.post(url, typed | {"seen_version": STALE})
    html = page.content.decode()
    if page.status_code != 200 or (compares and not all(words in html for words in BOTH_TEXTS)):
        yield f"a stale version: {page.status_code}, not both texts"
    yield from missing(html, typed, "stale")


def otherwise(answer: str) -> str:
    """Text of the record, changed by whoever is late; anything else as it was."""
    return f"{answer} Said otherwise." if TOKEN.search(answer) and "@" not in answer else answer


def done_more_than_once(client: WebClient, url: str, answers: dict[str, Any]) -> Iterator[str]:
    """Sent by a double click, and again a moment later, the form has one effect, and each is answered the same."""
    before = newest_entry()
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda copy: sent(copy, url, answers), [same_browser(client) for _ in range(2)])
    done = entries_since(before)
    if not done:
        yield f"no effect: {first} {refusal(client, url, answers)}"
        return
    if first != second or first[0] not in (200, 302):
        yield f"two answers to a double click: {first} {second}"
    written = writes()
    again = sent(client, url, answers)
    if again != first:
        yield f"another answer to the same again: {first} {again}"
    touched = sorted(table for table, number in writes().items() if written.get(table) != number)
    if wrong := [table for table in touched if not table.startswith(READ_ANYWAY)]:
        yield f"the same again wrote: {wrong}"
    if len(set(done)) < len(done) or entries_since(before) != done:
        yield f"done more than once: {entries_since(before)}"


def refusal(client: WebClient, url: str, answers: dict[str, Any]) -> str:
    """What the page says is wrong with these answers."""
    said = ERRORS.search(client.post(url, answers).content.decode())
    return re.sub(r"<.*?>|\s+", " ", said[1]) if said else ""


def sent(client: WebClient, url: str, answers: dict[str, Any]) -> tuple[int, str]:
    """The status of the answer, and where it leads."""
    files = [each for each in answers.values() if hasattr(each, "seek")]
    for each in files:
        each.seek(0)
    response = client.post(url, answers)
    return response.status_code, response.headers.get("Location", "")


def same_browser(client: WebClient) -> WebClient:
    """Another tab of the same browser, for a thread of its own."""

    class Tab(WebClient):
        def request(self, **request: Any) -> Any:
            try:
                return super().request(**request)
            finally:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_stat_force_next_flush()")
                connection.close()

    tab = Tab(raise_request_exception=False)
    tab.cookies = client.cookies
    return tab


def entries_since(number: int) -> list[str]:
    """The actions that were done since an entry of the audit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM audit_trail_auditentry WHERE id > %s ORDER BY id", [number])
        return [name for (name,) in cursor.fetchall()]


def writes() -> dict[str, int]:
    """How many rows were ever written in each table, by the count that the database keeps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables")
        return dict(cursor.fetchall())
