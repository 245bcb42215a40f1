"""Every page speaks in the authority's own words: under a nonsense vocabulary no default term is left."""

import re
from pathlib import Path

import pytest

from sightline.practice.child_protection.rules import Decision
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import acting, decision_for, enquiry_outcome, family, strategy_discussion
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
NONSENSE = Path(__file__).resolve().parents[2] / "ui" / "nonsense_vocabulary.csv"


def test_no_page_holds_a_default_term(client_of, settings):
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    home = family(2)
    tia, leo = home.children
    held = strategy_discussion(home.children, decisions={leo: Decision.NO_ENQUIRIES}, by=acting(home.worker))
    ending = enquiry_outcome(tia, by=acting(home.worker)).pk
    outcome = decision_for(tia, held).pk
    record = f"child-protection/children/{tia}/"
    places = [
        record, f"{record}strategy-discussions/record/", f"{record}strategy-discussions/record/?chosen=1",
        f"{record}strategy-discussions/{outcome}/?together=1", f"{record}strategy-discussions/{outcome}/correct/",
        f"{record}strategy-discussions/{outcome}/correct-details/", f"{record}enquiries/record/?chosen=1",
        f"{record}enquiries/{ending}/", f"{record}enquiries/{ending}/correct/", f"{record}enquiries/{ending}/withdraw/",
        f"chronology/children/{tia}/", f"oversight/children/{tia}/", "oversight/waiting/",
        f"oversight/children/{tia}/waiting/{outcome}/", f"oversight/children/{tia}/notes/record/",
        f"oversight/children/{tia}/directions/give/",
    ]  # fmt: skip
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    for place in places:
        client = client_of(home.manager)
        main = text_of(client.get(f"/{place}")).split("<main", 1)[1].split("</main>", 1)[0]
        assert not terms.search(re.sub(r"<[^>]*>", " ", main)), (place, terms.search(re.sub(r"<[^>]*>", " ", main)))
