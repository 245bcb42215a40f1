"""Brothers and sisters step up or down in one go: asked once, answered together or each."""

from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.agreements.models import Agreement
from sightline.foundation.children.actions import record_relationship
from sightline.foundation.children.models import Child
from sightline.foundation.workforce import queries as workforce
from sightline.practice.early_help.models import StepAnswer, StepHandover, StepSummary
from tests.builders.people import child
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, involve, practitioner
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
ANSWERS = {
    "why": "Nights are loud.",
    "family_told": "yes",
    "family_said": "Mum was told at the visit. She is glad of it.",
    "stands-all-summary": "They sleep at their gran's.",
}


@pytest.fixture
def home() -> tuple[list[Child], Any, Any]:
    """Two brothers and a sister with one worker, and the manager of the team that is asked."""
    manager, receiver = practitioner(role="team_manager"), practitioner(role="team_manager")
    worker = practitioner(team=manager.team, manager=manager)
    children = [child(name) for name in ("Ana", "Ben", "Cal")]
    for each in children:
        involve(each, team=manager.team, kind="holding_team")
        involve(each, practitioner=worker)
    with as_builder():
        for other in children[1:]:
            tie = {"person_id": children[0].pk, "other_id": other.pk, "kind": "sibling"}
            record_relationship(**tie, began=LONG_AGO, by=BUILDER)
    return children, worker, receiver


def ask(client: Any, children: list[Child], receiver: Any, **more: str) -> Any:
    """Ask for a step up of all of them; Cal stands differently."""
    also = "&".join(f"also={each.person.reference}" for each in children[1:])
    own = {"stands-different": str(children[2].pk), f"stands-{children[2].pk}-summary": "He will not eat."}
    to = {"to_team": str(receiver.team.pk), "risk_is_immediate": "no"}
    address = f"/early-help/children/{children[0].pk}/step-up/?{also}"
    return client.post(address, ANSWERS | own | to | more)


def asked() -> dict[UUID, StepHandover]:
    with as_builder():
        return {each.child_id: each for each in StepHandover.objects.current().filter(ended=None)}


def test_one_reason_and_one_telling_are_asked_once_and_how_each_stands_may_differ(client_of: Any, home: Any) -> None:
    children, worker, receiver = home
    client = client_of(worker)
    assert "Ben" in text_of(client.get(f"/early-help/children/{children[0].pk}/step-up/"))
    assert ask(client, children, receiver).status_code == 302
    with as_builder():
        said = {each.child_id: each for each in StepSummary.objects.current()}
    assert {each.why for each in said.values()} == {"Nights are loud."}
    assert {each.family_words for each in said.values()} == {"Mum was told at the visit. She is glad of it."}
    assert [said[each.pk].summary for each in children] == [
        "They sleep at their gran's.",
        "They sleep at their gran's.",
        "He will not eat.",
    ]


def test_they_are_accepted_in_one_go_and_one_may_be_sent_back(client_of: Any, home: Any) -> None:
    children, worker, receiver = home
    ask(client_of(worker), children, receiver)
    steps, client = asked(), client_of(receiver)
    first, second, third = (steps[each.pk] for each in children)
    page = f"/early-help/children/{children[0].pk}/steps/{first.pk}/"
    assert "Cal" in text_of(client.get(f"{page}accept/"))
    beside = text_of(client.get(page))
    assert all(f"/steps/{each.pk}/" in beside for each in (second, third))
    on = {f"on-{part}": str(getattr(first.began, part)) for part in ("day", "month", "year")}
    accepted = {"which": [str(first.pk), str(second.pk)], "who_leads": "Jo Carr", "reasons": "A visit first."}
    answer = client.post(f"{page}accept/", accepted | on)
    assert answer.status_code == 302, text_of(answer)
    assert set(asked()) == {children[2].pk}
    with as_builder():
        assert {workforce.holding_team(each.pk).team_id for each in children[:2]} == {receiver.team.pk}
        assert workforce.holding_team(children[2].pk).team_id != receiver.team.pk
    own = f"/early-help/children/{children[2].pk}/steps/{third.pk}/send-back/"
    answer = client.post(own, {"reasons": "Who rings the clinic?"} | on)
    assert answer.status_code == 302, text_of(answer)
    with as_builder():
        (sent,) = StepAnswer.objects.current().filter(step="sent_back")
    assert sent.child_id == children[2].pk


def test_all_are_sent_back_with_the_same_reasons(client_of: Any, home: Any) -> None:
    children, worker, receiver = home
    ask(client_of(worker), children, receiver)
    steps = asked()
    first = steps[children[0].pk]
    on = {f"on-{part}": str(getattr(first.began, part)) for part in ("day", "month", "year")}
    page = f"/early-help/children/{children[0].pk}/steps/{first.pk}/send-back/"
    everybody = {"which": [str(each.pk) for each in steps.values()], "reasons": "Who rings the school?"}
    assert client_of(receiver).post(page, everybody | on).status_code == 302
    with as_builder():
        sent = StepAnswer.objects.current().filter(step="sent_back")
        assert {(each.child_id, each.reasons) for each in sent} == {
            (each.pk, "Who rings the school?") for each in children
        }
    assert len(asked()) == 3


def test_a_refusal_names_the_child_and_nothing_is_asked_for_anybody(client_of: Any, home: Any) -> None:
    children, worker, receiver = home
    with as_builder():
        assert not Agreement.objects.exists()
    also = f"also={children[1].person.reference}"
    address = f"/early-help/children/{children[0].pk}/step-down/?{also}"
    answer = client_of(worker).post(address, ANSWERS | {"to_team": str(receiver.team.pk)})
    assert "Ana Bright: A step down needs" in text_of(answer)
    assert asked() == {}
