"""What stands round every page, and the pages for when something goes wrong."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.db import DataError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings

from sightline.ui import checks, errors, forms, shell, views
from sightline.ui.components import Link

pytestmark = pytest.mark.usefixtures("own_settings")
View = Callable[[HttpRequest], HttpResponse]
PAGES: list[View] = [
    errors.bad_request,
    errors.csrf_failure,
    errors.permission_denied,
    errors.not_found,
    errors.server_error,
]


def request(path: str = "/", **headers: str) -> HttpRequest:
    return RequestFactory().get(path, headers=headers)


def page(**context: object) -> str:
    return render_to_string("ui/page.html", {**shell.authority(request()), **context})


def test_a_page_without_a_signed_in_person_has_no_navigation_and_no_lock() -> None:
    html = page()
    assert "Eastmere Council" in html
    assert "Skip to main content" in html
    assert 'aria-label="Main"' not in html
    assert 'id="lock"' not in html


def test_a_signed_in_person_finds_search_work_and_the_way_out() -> None:
    full = shell.Shell(
        navigation=[Link("My work", "/my-work/", current=True)],
        search=shell.SearchBox("/find/", "owusu"),
        account="Amina Yusuf",
        sign_out="/out/",
        lock=shell.Lock(15, "/locked/"),
    )
    html = page(shell=full)
    for part in (
        'action="/find/"',
        'value="owusu"',
        'href="/my-work/" aria-current="true"',
        'action="/out/"',
        'data-lock-minutes="15"',
    ):
        assert part in html


def test_pages_obey_the_strictest_content_policy() -> None:
    html = page(shell=shell.Shell(account="Amina", lock=shell.Lock(15, "/locked/")))
    assert "<style" not in html
    assert " style=" not in html
    assert " onclick" not in html
    assert html.count("<script") == html.count("<script src") + html.count('<script type="module" src')


def test_every_page_links_to_the_source_of_what_runs_here_once_the_authority_says_where_it_is() -> None:
    address = "https://code.example.gov.uk/sightline"
    assert "source code" not in page()
    with override_settings(SIGHTLINE_SOURCE=address):
        assert f'href="{address}">source code</a>' in page()
        assert address in errors.not_found(request()).content.decode()


@pytest.mark.parametrize("name", ["SIGHTLINE_BRAND_COLOUR", "SIGHTLINE_SOURCE"])
def test_what_an_authority_says_of_itself_comes_from_the_environment(name: str) -> None:
    asked = [sys.executable, "-c", f"from sightline.config import settings; print(settings.{name})"]
    told = subprocess.run(asked, env=os.environ | {name: "#123456"}, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "#123456"


def test_no_page_wears_the_crown() -> None:
    assert "crown" not in page().lower()


def test_a_page_whose_form_has_problems_says_so_in_its_title() -> None:
    class Asked(forms.QuestionForm):
        reason = forms.Text("Why?")

    assert "<title>Error: " in page(form=Asked({}))
    assert "<title>Error: " not in page(form=Asked())


@pytest.mark.parametrize("view", [*PAGES, errors.unavailable])
def test_pages_for_errors_are_the_same_bytes_for_everybody(view: View) -> None:
    absent, forbidden = view(request("/children/absent/?q=Smith")), view(request("/children/1/", cookie="session=1"))
    assert absent.content == forbidden.content
    assert absent.headers == forbidden.headers
    assert b"Smith" not in absent.content
    assert b"nonce" not in absent.content
    assert absent["Cache-Control"] == "no-store"


def test_each_page_for_an_error_has_its_status() -> None:
    assert [view(request()).status_code for view in PAGES] == [400, 403, 403, 404, 500]


@pytest.mark.parametrize(("why", "status"), [(OperationalError, 503), (DataError, 500), (ValueError, 500)])
def test_a_database_that_does_not_answer_is_said_to_be_back_soon(why: type[Exception], status: int) -> None:
    try:
        raise why("canceling statement due to statement timeout")
    except why:
        answer = errors.server_error(request())
    assert answer.status_code == status
    assert answer.get("Retry-After") == ("120" if status == 503 else None)
    assert b"canceling" not in answer.content


@override_settings(SIGHTLINE_VOCABULARY="/nowhere.csv")
def test_the_page_about_our_fault_needs_nothing_that_can_fail() -> None:
    from sightline.ui import vocabulary

    vocabulary.words.cache_clear()
    answer = errors.server_error(request())
    assert answer.status_code == 500
    assert b"There is a problem" in answer.content


@pytest.mark.parametrize(
    ("colour", "sentence"), [("teal", "must be like"), ("#ffdd00", "contrast of 1.3"), ("#0f4c5c", None)]
)
def test_a_colour_nobody_could_read_on_is_refused(colour: str, sentence: str | None) -> None:
    with override_settings(SIGHTLINE_BRAND_COLOUR=colour):
        found = checks.the_authority_can_be_shown()
    assert (sentence in str(found[0].msg)) if sentence else found == []


def test_a_word_list_that_cannot_be_read_is_refused_at_start() -> None:
    with override_settings(SIGHTLINE_VOCABULARY="/nowhere/words.csv"):
        assert "words.csv" in str(checks.the_authority_can_be_shown()[0].msg)


def test_the_colour_is_a_style_sheet() -> None:
    with override_settings(SIGHTLINE_BRAND_COLOUR="#123456"):
        answer = views.brand(request())
    assert b"--govuk-brand-colour:#123456" in answer.content
    assert answer["Content-Type"].startswith("text/css")
