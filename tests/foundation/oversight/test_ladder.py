"""The ladder: a decision stands at once where whoever made it has the level, and else waits for somebody who has."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from sightline.foundation.access.queries import reach
from sightline.foundation.door import Refusal
from sightline.foundation.oversight import actions, queries, rules
from sightline.foundation.oversight.models import Decision, Delegation, Waiting
from sightline.foundation.oversight.rules.ladder import ENOUGH
from sightline.foundation.workforce.rules import Role
from tests.builders.child_protection import acting, family
from tests.builders.workforce import as_builder, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived
from tests.foundation.notes.pages import sent
from tests.foundation.visits.pages import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DECISION = {
    "kind": "come_into_care", "decided_on-day": str(TODAY.day), "decided_on-month": str(TODAY.month),
    "decided_on-year": str(TODAY.year), "text": "Foster care tonight", "reasons": "Nobody at home is safe",
}  # fmt: skip


@pytest.fixture
def home():
    return family(1)


def decided(home, who, kind="come_into_care", **more):
    """A decision about the child, recorded in somebody's name."""
    said = {"kind": kind, "text": "Foster care tonight", "reasons": "Nobody at home is safe", "on": TODAY}
    with as_web(who, open=home.children):
        key = actions.record_decision(children=home.children, **said | more, by=acting(who)).result
    with as_builder():
        return Decision.objects.get(pk=key)


def waits(decision):
    """Whether a decision waits for somebody."""
    with as_builder():
        return Waiting.objects.get(fact_id=decision.pk).answer == ""


def signed(who, decision, answer="agree", reasons=""):
    """Somebody's answer to a decision."""
    given = rules.Answered(Decision._meta.label, decision.pk, decision.child_id, answer, reasons)
    with as_web(who, open=[decision.child_id]):
        actions.answer_decisions(answers=[given], on=TODAY, by=acting(who))


def delegated(giver, receiver, decision="come_into_care", began=TODAY, until=TODAY + timedelta(days=5)):
    """A delegation in the name of its giver."""
    with as_web(giver):
        key = actions.delegate(
            decision=decision, given_to=receiver.pk, began=began, until=until, why="Leave", by=acting(giver)
        ).result
    with as_builder():
        return Delegation.objects.get(pk=key)


def test_the_table_that_people_own_is_whole():
    assert all(rung.qualification in ENOUGH and rung.within > 0 for rung in rules.ladder().values())
    assert not [key for key, rung in rules.ladder().items() if rung.level in rung.stand_ins]
    assert rules.ladder()["come_into_care"].level == Role.SERVICE_MANAGER
    assert rules.ladder()["section_47_outcome"].due(date(2026, 4, 2)) == date(2026, 4, 7)  # Easter lies between


def test_a_workers_decision_counts_at_once_and_waits_for_the_level(home):
    service = practitioner(role="service_manager", team=home.manager.team.within)
    decision = decided(home, home.worker, agreed_with="Rosa Grant")
    assert waits(decision)
    with pytest.raises(Refusal, match="higher level"):
        signed(home.manager, decision)
    with as_web(home.manager):
        assert queries.waiting_for(reach(acting(home.manager)), acting(home.manager)) == []
    signed(service, decision)
    assert not waits(decision)
    check_everything_derived()


def test_whoever_has_the_level_decides_alone_and_nobody_below_does(home):
    service = practitioner(role="service_manager", team=home.manager.team.within)
    assert not waits(decided(home, service))
    own = decided(home, home.manager)
    assert waits(own)
    with pytest.raises(Refusal, match="needs somebody with the level"):
        signed(home.manager, own)
    assert not waits(decided(home, home.manager, kind="other"))


def test_sending_back_a_decision_says_why_and_a_reply_makes_it_wait_again(home):
    decision = decided(home, home.worker, kind="other")
    with pytest.raises(Refusal, match="Say why"):
        signed(home.manager, decision, "send_back")
    signed(home.manager, decision, "send_back", "What about the aunt?")
    with as_web(home.worker, open=home.children):
        by = acting(home.worker)
        (item,) = queries.waiting_and_sent_back(reach(by), by)[1]
        answer = queries.answers_about([decision.pk])[decision.pk]
        actions.reply(decision=answer.pk, text="She cannot", on=TODAY, by=by)
    assert item.fact_id == decision.pk
    assert waits(decision)


def test_a_dated_delegation_lets_somebody_sign_until_it_ends(home):
    service = practitioner(role="service_manager", team=home.manager.team.within)
    given = delegated(service, home.manager, began=TODAY - timedelta(days=3))
    signed(home.manager, decided(home, home.worker))
    assert not waits(decided(home, home.manager))
    with as_web(service):
        actions.end_delegation(delegation=given.pk, on=TODAY - timedelta(days=1), by=acting(service))
    with as_builder():
        assert queries.delegations(TODAY) == []
    assert waits(decided(home, home.manager))


@pytest.mark.parametrize(
    ("role", "decision", "days", "sentence"),
    [
        ("social_worker", "come_into_care", 5, "cannot be delegated"),
        ("team_manager", "placed_with_parents", 5, "cannot be delegated"),
        ("team_manager", "distant_home", 5, "cannot be delegated"),
        ("team_manager", "come_into_care", 90, "at most 90 days"),
        ("team_manager", "come_into_care", -1, "at most 90 days"),
    ],
)
def test_what_cannot_be_delegated(home, role, decision, days, sentence):
    service = practitioner(role="service_manager", team=home.manager.team.within)
    receiver = practitioner(role=role, team=home.manager.team)
    with pytest.raises(Refusal, match=sentence):
        delegated(service, receiver, decision, until=TODAY + timedelta(days=days))


def test_a_decision_is_recorded_read_and_signed_on_screen(client_of, home):
    child = home.children[0]
    worker, manager = client_of(home.worker), client_of(home.manager)
    service = client_of(practitioner(role="service_manager", team=home.manager.team.within))
    url = f"/oversight/children/{child}/decisions/record/?chosen=1"
    assert sent(worker, url, DECISION).status_code == 302
    with as_builder():
        decision = Decision.objects.get()
    page = f"/oversight/children/{child}/decisions/{decision.pk}/"
    text = text_of(worker.get(page))
    assert "Foster care tonight" in text
    assert "Waits for a manager" in text
    answer = f"/oversight/children/{child}/waiting/{decision.pk}/"
    assert answer not in text_of(manager.get(page))
    assert "Somebody else signs this" in text_of(manager.get(answer))
    assert answer in text_of(service.get(page))
    assert sent(service, answer, {"answer-all-answer": "agree"}).status_code == 302
    assert "Agreed" in text_of(worker.get(page))
    assert page in text_of(worker.get(f"/oversight/children/{child}/"))
    then = re.search(r'href="(/chronology/children/[^"]*known_at[^"]*)"', text)
    assert then
    assert "As known on" in text_of(worker.get(unescape(then[1])))


def test_what_it_rested_on_stays_readable_as_it_was_known(client_of, home):
    child = home.children[0]
    first = decided(home, home.manager, kind="other")
    url = f"/oversight/children/{child}/decisions/record/?chosen=1"
    client = client_of(home.worker)
    assert f"{child}:{first.pk}" in text_of(client.get(url))
    assert sent(client, url, DECISION | {"rested_on": [f"{child}:{first.pk}"]}).status_code == 302
    with as_builder():
        second = Decision.objects.exclude(pk=first.pk).get()
        assert second.rested_on == [first.pk]
    text = text_of(client.get(f"/oversight/children/{child}/decisions/{second.pk}/"))
    assert f"/oversight/children/{child}/decisions/{first.pk}/" in text


def test_the_ladder_reads_in_words_and_a_decision_is_delegated_there(client_of, home):
    service = practitioner(role="service_manager", team=home.manager.team.within)
    client = client_of(service)
    assert "Let a child come into care" in text_of(client_of(home.worker).get("/oversight/ladder/"))
    ahead = TODAY + timedelta(days=3)
    said = {"decision": "come_into_care", "given_to": str(home.manager.pk), "why": "Leave"}
    for name, day in (("began", TODAY), ("until_day", ahead)):
        said |= {f"{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    assert sent(client, "/oversight/ladder/delegate/", said).status_code == 302
    assert home.manager.name in text_of(client.get("/oversight/ladder/"))
    with as_builder():
        given = Delegation.objects.get()
    end = f"/oversight/ladder/delegations/{given.pk}/end/"
    assert sent(client, end, {"sure": "on"}).status_code == 302
    assert "Nobody stands in" in text_of(client.get("/oversight/ladder/"))


def test_the_pages_take_few_queries(client_of, home, django_assert_max_num_queries):
    child = home.children[0]
    first = decided(home, home.manager, kind="other")
    decision = decided(home, home.worker, rested_on={child: [first.pk]})
    client = client_of(home.manager)
    for address in (
        f"/oversight/children/{child}/decisions/record/?chosen=1",
        f"/oversight/children/{child}/decisions/{decision.pk}/",
        "/oversight/ladder/",
    ):
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200
