"""Writing an assessment on screen: a section at a time, read whole, submitted and signed on the manager's list."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.oversight.models import Waiting
from sightline.practice.assessment import rules
from sightline.practice.assessment.models import Assessment, AssessmentSubmitted
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import Family, family
from tests.builders.workforce import as_builder
from tests.practice.assessment.test_work import begin, find_out, save, texts, write_whole
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
MOST = 25
NONSENSE = Path(__file__).resolve().parents[2] / "ui" / "nonsense_vocabulary.csv"
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')


@pytest.fixture
def home() -> Family:
    return family(2)


def hidden(html: str) -> dict[str, str]:
    """The hidden inputs of a page, as a browser sends them back."""
    found = {}
    for box in HIDDEN.findall(html):
        name, value = re.search(r'name="([^"]*)"', box), re.search(r'value="([^"]*)"', box)
        if name:
            found[name[1]] = value[1] if value else ""
    return found


def written(home: Family, work: Any, page: str = "") -> str:
    return f"/assessments/children/{home.children[0]}/written/{work}/{page}"


def test_a_section_is_written_read_and_raced_for(client_of: Any, home: Family) -> None:
    work, client = begin(home), client_of(home.worker)
    url = written(home, work, "sections/worries/")
    first = hidden(text_of(client.get(url)))
    answers = {"texts-0-text": "He shouts at night.", "texts-0-about": "all", "texts-0-may_know": "family"}
    late = hidden(text_of(client.get(url)))
    assert "The section is saved" in text_of(client.post(url, first | answers, follow=True))
    lost = text_of(client.post(url, late | answers | {"texts-0-text": "She is afraid."}))
    assert "Somebody else changed this" in lost
    assert "He shouts at night." in lost
    assert "She is afraid." in lost
    again = hidden(lost) | answers | {"texts-0-text": "He shouts; she is afraid."}
    client.post(url, again)
    assert texts(home, work, "worries") == ["He shouts; she is afraid."]
    assert "He shouts; she is afraid." in text_of(client.get(written(home, work, "document/")))


def test_what_happened_begins_with_what_the_record_knows_and_points_at_it(client_of: Any, home: Family) -> None:
    work, client = begin(home), client_of(home.worker)
    page = text_of(client.get(written(home, work, "sections/happened/")))
    assert "1 June 2026: Assessment began" in page
    assert "Which entries of the record belong here?" in page


def test_a_manager_signs_for_both_children_on_one_page(client_of: Any, home: Family) -> None:
    work, client = begin(home), client_of(home.worker)
    write_whole(home, work)
    url = written(home, work, "submit/")
    answers = {
        "ends": "whole",
        "found-all-child_seen": "yes",
        "found-all-factors": ["16A"],
        "found-all-outcome": "PROV_OF_SERVICES_FLAG",
    }
    sent = client.post(url, hidden(text_of(client.get(url))) | answers, follow=True)
    assert "A manager is asked to sign it" in text_of(sent)
    with as_builder():
        waits = Waiting.objects.filter(kind=AssessmentSubmitted._meta.label).first()
    manager = client_of(home.manager)
    url = f"/oversight/children/{waits.child_id}/waiting/{waits.fact_id}/"
    page = text_of(manager.get(url))
    assert "Read the assessment" in page
    text_of(manager.post(url, hidden(page) | {"answer-all-answer": "agree"}, follow=True))
    with as_builder():
        assert set(Assessment.objects.filter(child__in=home.children).values_list("outcome", flat=True)) == {
            "PROV_OF_SERVICES_FLAG"
        }


def test_pages_ask_little_of_the_database_and_use_the_authoritys_words(
    client_of: Any, home: Family, settings: Any
) -> None:
    work, client = begin(home), client_of(home.worker)
    for each in rules.sections_of("child_and_family")[:3]:
        save(home, work, each.key, "About this.")
    find_out(home, work)
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    for page in ("", "sections/happened/", "sections/analysis/", "views/", "shared/", "submit/", "document/"):
        client.get(written(home, work, page))
        with CaptureQueriesContext(connection) as asked:
            html = text_of(client.get(written(home, work, page)))
        assert len(asked) <= MOST, (page, len(asked))
        main = html.split("<main", 1)[1].split("</main>", 1)[0]
        assert terms.findall(re.sub(r"<[^>]*>", " ", main)) == [], page


def test_every_kind_of_assessment_has_questions_of_its_own_and_all_have_one_page_of_analysis() -> None:
    for kind in rules.Kind.values:
        keys = [each.key for each in rules.sections_of(kind)]
        assert "analysis" in keys
        assert kind == "child_and_family" or any(each.belongs_to == kind for each in rules.sections_of(kind))


def test_a_copy_is_made_for_one_reader_at_a_time(client_of: Any, home: Family) -> None:
    work, client = begin(home), client_of(home.worker)
    save(home, work, "worries", "Everybody may read this.", may_know="family")
    save(home, work, "strengths", "Only for professionals.", may_know="professionals")
    find_out(home, work)
    url = f"/people/children/{home.children[0]}/documents/make/assessment/{work}/"
    childs = text_of(client.get(url, {"for": "child"}))
    assert "Everybody may read this." in childs
    assert "Who feeds Rex?" in childs
    assert "Only for professionals." not in childs
    assert "Only for professionals." in text_of(client.get(url, {"for": "professionals"}))
