"""Handing a child over: the team that asks holds the child until the other accepts; never two holders."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.access.queries import reach
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.models import Handover, Involvement, Transfer
from sightline.foundation.workforce.queries import transfers as asked
from tests.builders.child_protection import Family, acting
from tests.builders.visits import visit
from tests.builders.workforce import as_builder, practitioner, team
from tests.conftest import as_web
from tests.foundation.workforce.conftest import Teams

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 1)


def ask(home: Family, teams: Teams, by: Any = None, children: list[UUID] | None = None, **more: Any) -> UUID:
    who = by or home.worker
    said: dict[str, Any] = {
        "to_team": teams.team.pk, "why": "Long-term help", "summary": "Mum has stopped drinking", "family_told": True,
        "joint_visit_on": date(2026, 6, 8), "family_words": "Mum agrees", "partners": "School", "on": ON,
    }  # fmt: skip
    with as_web(who, open=home.children):
        asked_for = actions.ask_transfer(children=children or home.children[:1], **said | more, by=acting(who))
    return asked_for.made


def accept(teams: Teams, transfers: list[UUID], child: UUID, by: Any = None, worker: Any = None, **more: Any) -> Any:
    who = by or teams.manager
    said: dict[str, Any] = {"reason": "Knows the school", "on": ON, "practitioner_id": (worker or teams.worker).pk}
    with as_web(who, open=[child]):
        return actions.accept_transfer(transfers=transfers, **said | more, by=acting(who))


def refuse(teams: Teams, transfers: list[UUID], child: UUID, by: Any = None, reasons: str = "No worker free") -> Any:
    who = by or teams.manager
    with as_web(who, open=[child]):
        return actions.refuse_transfer(transfers=transfers, reasons=reasons, on=ON, by=acting(who))


def decide(who: Any, transfers: list[UUID], child: UUID, *, takes_over: bool) -> Any:
    with as_web(who, open=[child]):
        return actions.decide_transfer(
            transfers=transfers, takes_over=takes_over, reasons="Fits best", on=ON, by=acting(who)
        )


def holders(child: UUID) -> dict[str, Any]:
    """Who holds a child now; raises if two do."""
    with as_builder():
        return {
            kind: Involvement.objects.current().get(child=child, kind=kind, ended=None)
            for kind in ("holding_team", "allocated_worker")
        }


def test_until_the_other_team_accepts_nothing_changes(home: Family, other: Teams) -> None:
    child = home.children[0]
    before = holders(child)
    transfer = ask(home, other)
    assert holders(child) == before
    accept(other, [transfer], child)
    now = holders(child)
    assert (now["holding_team"].team_id, now["allocated_worker"].practitioner_id) == (other.team.pk, other.worker.pk)
    with as_builder():
        ended = Involvement.objects.current().filter(child=child, ended=ON)
        assert {each.end_reason for each in ended} == {f"Taken over by {other.team.name}"}
        assert ended.count() == 2
        assert Transfer.objects.get(pk=transfer).outcome == "accepted"


def test_a_refusal_leaves_the_child_where_they_are_and_waits_for_a_service_manager(home: Family, other: Teams) -> None:
    child = home.children[0]
    before = holders(child)
    transfer = ask(home, other)
    refuse(other, [transfer], child)
    assert holders(child) == before
    above = practitioner("service_manager", team=other.service)
    for who, sees in ((above, True), (other.manager, True), (practitioner("service_manager"), False)):
        with as_web(who):
            assert bool(asked.transfers_for(reach(acting(who)), acting(who))) is sees
    decide(above, [transfer], child, takes_over=True)
    with pytest.raises(Refusal, match="was sent back before"):
        refuse(other, [transfer], child)
    accept(other, [transfer], child)
    assert holders(child)["holding_team"].team_id == other.team.pk


def test_a_service_manager_can_decide_that_the_child_stays(home: Family, other: Teams) -> None:
    child, transfer = home.children[0], ask(home, other)
    refuse(other, [transfer], child)
    decide(practitioner("service_manager"), [transfer], child, takes_over=False)
    assert holders(child)["holding_team"].team_id == home.manager.team.pk
    with pytest.raises(Refusal, match="settled since"):
        accept(other, [transfer], child)
    ask(home, other)


def test_brothers_and_sisters_are_asked_for_and_taken_over_in_one_go(home: Family, other: Teams) -> None:
    transfer = ask(home, other, children=home.children)
    with as_builder():
        keys = [each.pk for each in asked.asked_together(Transfer.objects.get(pk=transfer))]
        assert Handover.objects.count() == len(keys) == 3
    with as_web(other.manager, open=home.children):
        actions.accept_transfer(
            transfers=keys, practitioner_id=other.worker.pk, reason="Knows them", on=ON, by=acting(other.manager)
        )
    assert {holders(child)["holding_team"].team_id for child in home.children} == {other.team.pk}


def test_who_asked_does_not_answer_and_no_third_team_does(home: Family, other: Teams) -> None:
    child, transfer = home.children[0], ask(home, other)
    with pytest.raises(Refusal, match="Only"):
        accept(other, [transfer], child, by=practitioner("team_manager"))
    with pytest.raises(Refusal, match="Only"):
        refuse(other, [transfer], child, by=home.manager)
    above = practitioner("service_manager", team=other.service)
    second = ask(home, other, by=above, children=home.children[1:2])
    with pytest.raises(Refusal, match="asked this yourself"):
        accept(other, [second], home.children[1], by=above)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"why": " "}, "Say why, how things stand"),
        ({"summary": ""}, "Say why, how things stand"),
        ({"family_words": ""}, "what the family and partners were told"),
    ],
)
def test_asking_says_what_the_other_team_the_family_and_partners_need(
    home: Family, other: Teams, said: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        ask(home, other, **said)


def test_a_child_is_asked_for_once_at_a_time(home: Family, other: Teams) -> None:
    ask(home, other)
    with pytest.raises(Refusal, match="has been asked already"):
        ask(home, other)
    with pytest.raises(Refusal, match="holds this child already"):
        ask(home, Teams(home.manager.team, home.manager, home.worker, other.service), children=home.children[1:2])


def test_a_refusal_says_why(home: Family, other: Teams) -> None:
    transfer = ask(home, other)
    with pytest.raises(Refusal, match="Say why"):
        refuse(other, [transfer], home.children[0], reasons=" ")


def test_a_worker_of_another_team_is_not_given_the_child(home: Family, other: Teams) -> None:
    transfer = ask(home, other)
    with pytest.raises(Refusal, match="not in"):
        accept(other, [transfer], home.children[0], worker=home.worker)
    with pytest.raises(Refusal, match="before that was asked"):
        accept(other, [transfer], home.children[0], on=ON - timedelta(days=1))


def test_what_is_withdrawn_is_not_accepted(home: Family, other: Teams) -> None:
    child, transfer = home.children[0], ask(home, other)
    with as_web(home.worker, open=[child]):
        actions.withdraw_transfer(transfers=[transfer], reasons="Stays", on=ON, by=acting(home.worker))
    with pytest.raises(Refusal, match="settled since"):
        accept(other, [transfer], child)


def test_the_pages_take_a_child_from_one_team_to_the_other(client_of: Any, home: Family, other: Teams) -> None:
    child = home.children[0]
    ask(home, other, on=london_today())
    receiver = client_of(other.manager)
    text = receiver.get("/").content.decode()
    assert f"Handing over to {other.team.name}" in text
    with as_builder():
        transfer = Transfer.objects.get(child=child).pk
    page = f"/children/{child}/who/hand-over/{transfer}/"
    assert receiver.get(f"{page}answer/").status_code == 200
    stranger = client_of(practitioner(role="team_manager"))
    assert stranger.get(f"{page}answer/").headers["Location"].startswith(f"/access/look/{child}/")
    held = client_of(home.manager).get(f"/children/{child}/who/").content.decode()
    assert f"has asked {other.team.name} to take this child over" in held
    assert f"Waits for {other.team.name}" in held
    assert "Mum has stopped drinking" in client_of(home.worker).get(page).content.decode()


def test_a_closed_team_takes_nobody_over(home: Family, other: Teams) -> None:
    with pytest.raises(Refusal, match="cannot hold children"):
        ask(home, Teams(other.service, other.manager, other.worker, other.service))
    assert queries.team(team().pk)


def test_the_new_worker_sees_the_child_within_ten_working_days(home: Family, other: Teams) -> None:
    child = home.children[0]
    accept(other, [ask(home, other)], child)
    with as_builder():
        assert ClockRow.objects.get(child=child, timescale="transfer_gap").due == date(2026, 6, 15)
    visit([child], on=date(2026, 6, 3), by=acting(home.worker))
    visit([child], on=date(2026, 6, 8), by=acting(other.worker))
    with as_builder():
        assert ClockRow.objects.get(child=child, timescale="transfer_gap").stopped == date(2026, 6, 8)


def test_only_teams_that_may_hold_a_child_are_offered() -> None:
    legal = practitioner(role="legal").team
    workers = practitioner(role="social_worker").team
    nobody_yet = team()
    with as_builder():
        offered = {key for key, _ in choices.teams_with_children(london_today())}
    assert str(legal.pk) not in offered
    assert {str(workers.pk), str(nobody_yet.pk)} <= offered
