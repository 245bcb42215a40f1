"""The pages about walls and openings, by hand: what they say, where they lead, and that they ask who it is."""

import re
import time
from typing import Any

import pytest

from sightline.foundation.access.models import Exclusion, Opening, OpeningReview, Restriction
from tests.conftest import as_jobs
from tests.foundation.access.acting import WHY, break_glass, restrict
from tests.foundation.access.conftest import Scene

REASON = {"reason_code": "immediate_risk", "reason": WHY}


@pytest.fixture
def fresh(client_of: Any) -> Any:
    """Clients whose practitioner showed who they are just now."""

    def signed_in(practitioner: Any) -> Any:
        client = client_of(practitioner)
        session = client.session
        shown = {"at": time.time()}
        session["account_authentication_methods"] = [
            {"method": "password", **shown}, {"method": "mfa", "type": "totp", **shown},
        ]  # fmt: skip
        session.save()
        return client

    return signed_in


def test_a_look_asks_for_a_reason_and_leads_to_the_page_that_was_wanted(scene: Scene, fresh: Any) -> None:
    client, wanted = fresh(scene.duty), f"/people/children/{scene.child}/"
    asked = client.get(wanted)["Location"]
    assert "/access/look/" in asked
    assert client.post(asked, REASON)["Location"] == wanted
    assert "Open to you with a reason" in client.get(wanted).content.decode()
    assert "Open to you" not in fresh(scene.manager).get(wanted).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.test/", "//elsewhere.test", "/account/sessions/", "{child}"])
def test_a_look_leads_to_the_record_and_nowhere_else(scene: Scene, fresh: Any, elsewhere: str) -> None:
    named = elsewhere.format(child=scene.child)
    response = fresh(scene.duty).post(f"/access/look/{scene.child}/?next={named}", REASON)
    assert response["Location"] == f"/people/children/{scene.child}/"


def test_a_reason_that_says_nothing_is_answered_with_a_sentence(scene: Scene, fresh: Any) -> None:
    response = fresh(scene.duty).post(f"/access/look/{scene.child}/", {"reason_code": "duty", "reason": "Need it"})
    assert "Say why in at least 20 characters." in response.content.decode()
    with as_jobs():
        assert not Opening.objects.exists()


def test_an_emergency_opening_needs_a_recent_sign_in(scene: Scene, client_of: Any) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    response = client_of(scene.duty).post(f"/access/emergency/{scene.child}/", REASON)
    assert response["Location"].startswith("/sign-in/confirm/")
    with as_jobs():
        assert not Opening.objects.exists()


def test_whoever_opens_a_restricted_record_sees_that_it_is_restricted(scene: Scene, fresh: Any) -> None:
    client, record = fresh(scene.manager), f"/people/children/{scene.child}/"
    tag = 'govuk-tag--purple">Restricted<'
    assert tag not in " ".join(client.get(record).content.decode().split())
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    for address in (record, f"/chronology/children/{scene.child}/"):
        assert tag in client.get(address).content.decode()


def test_an_emergency_opening_leads_to_the_record(scene: Scene, fresh: Any) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    client = fresh(scene.duty)
    page = client.get(f"/access/emergency/{scene.child}/").content.decode()
    assert "Ring first if you can" in page
    assert "Canary" not in page
    response = client.post(f"/access/emergency/{scene.child}/", REASON)
    assert "Open to you in an emergency" in client.get(response["Location"]).content.decode()


def test_an_opening_is_reviewed_by_somebody_who_reads_its_reason(scene: Scene, fresh: Any) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    break_glass(scene.duty, scene.child)
    client = fresh(scene.director)
    page = client.get("/access/emergency-openings/").content.decode()
    assert WHY in page
    review = re.search(r'href="(/access/emergency-openings/[^"]+/)"', page)
    assert review is not None
    client.post(review[1], {"justified": "no", "remarks": "Nobody rang the team."})
    with as_jobs():
        assert OpeningReview.objects.get().justified is False


def test_a_manager_restricts_a_record_and_whoever_is_not_named_loses_it(scene: Scene, fresh: Any) -> None:
    client = fresh(scene.manager)
    answers = {
        "category": "high_profile", "reason": "In the news", "asked_by": "The director", "readers-rows": "0,1",
        "readers-0-practitioner": str(scene.manager.pk), "readers-1-practitioner": str(scene.director.pk),
    }  # fmt: skip
    response = client.post(f"/access/{scene.child}/restrict/", answers)
    assert response["Location"] == "/access/restricted/"
    with as_jobs():
        assert Restriction.objects.get().category == "high_profile"
    assert fresh(scene.worker).get(f"/people/children/{scene.child}/").status_code == 404
    assert "In the news" in client.get(f"/access/{scene.child}/").content.decode()


def test_a_refusal_stands_on_the_page_and_the_text_stays(scene: Scene, fresh: Any) -> None:
    answers = {
        "category": "high_profile", "reason": "In the news", "asked_by": "The director", "readers-rows": "0,1",
        "readers-0-practitioner": str(scene.manager.pk), "readers-1-practitioner": str(scene.manager.pk),
    }  # fmt: skip
    page = fresh(scene.manager).post(f"/access/{scene.child}/restrict/", answers).content.decode()
    assert "Name at least two people who work here now" in page
    assert "In the news" in page


def test_a_manager_excludes_a_colleague(scene: Scene, fresh: Any) -> None:
    answers = {"practitioner": str(scene.worker.pk), "reason": "Own family"}
    response = fresh(scene.manager).post(f"/access/{scene.child}/exclude/", answers)
    assert response["Location"] == f"/access/{scene.child}/"
    with as_jobs():
        assert Exclusion.objects.get().practitioner_id == scene.worker.pk
    assert fresh(scene.worker).get(f"/people/children/{scene.child}/").status_code == 404


def test_a_page_of_the_walls_is_not_for_workers(scene: Scene, fresh: Any) -> None:
    assert fresh(scene.worker).get(f"/access/{scene.child}/").status_code == 404
