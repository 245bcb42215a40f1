"""Closing the work with a child: nothing is dropped silently, the census reason is given, the family stays open."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.models import Settlement, StillToDo
from sightline.foundation.oversight.rules import LeftToDo
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.models import Closure, Involvement
from sightline.practice.child_protection.rules import Decision
from sightline.practice.front_door.models import Referral
from tests.builders.child_protection import Family, acting, strategy_discussion
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived
from tests.foundation.workforce.conftest import Teams

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 1)


@action(permission=Permission.RECORD_PRACTICE, says="referred a child for a test")
def refer(*, child: UUID, on: date, by: Acting) -> Work:
    """An open referral."""
    yield Referral(child_id=child, began=on)
    return None


SAID: dict[str, Any] = {
    "reason": "RC7", "what_changed": "Sleeps through the night", "what_remains": "Money", "goodbye": "A walk",
    "who_to_call": "Duty, 01632 960100", "family_told": True, "family_words": "Mum by visit", "on": ON,
}  # fmt: skip


def close(home: Family, child: UUID, left: Any = (), by: Any = None, **more: Any) -> Any:
    who = by or home.manager
    with as_web(who, open=[child]):
        return actions.close_work(child_id=child, left=left, **SAID | more, by=acting(who))


def direct(home: Family, child: UUID) -> UUID:
    with as_web(home.manager, open=[child]):
        return oversight.give_direction(
            children=[child], text="Ring school", why="Attendance", by_when=date(2026, 7, 1), owner=home.worker.pk,
            on=ON, by=acting(home.manager),
        ).made  # fmt: skip


def still_open(child: UUID) -> int:
    with as_builder():
        return Involvement.objects.current().filter(child=child, ended=None).count()


def test_everybody_s_part_ends_and_brothers_and_sisters_stay_open(home: Family) -> None:
    child, sister = home.children[:2]
    close(home, child)
    assert (still_open(child), still_open(sister)) == (0, 2)
    with as_builder():
        assert Closure.objects.get(child=child).who_to_call == "Duty, 01632 960100"


def test_what_is_still_to_do_is_settled_or_handed_on_and_never_dropped(home: Family) -> None:
    child = home.children[0]
    direction = direct(home, child)
    with pytest.raises(Refusal, match="neither settled nor handed on"):
        close(home, child)
    kind = "oversight.Direction"
    for wrong in (LeftToDo(kind, direction, "", "Done"), LeftToDo(kind, direction, "settled", " ")):
        with pytest.raises(Refusal, match="neither settled nor handed on"):
            close(home, child, [wrong])
    assert still_open(child) == 2
    close(home, child, [LeftToDo(kind, direction, "handed_on", "The head teacher rings from now on")])
    with as_builder():
        assert not StillToDo.objects.filter(child=child).exists()
        assert Settlement.objects.get(child=child).words == "The head teacher rings from now on"
    check_everything_derived()


@pytest.mark.parametrize("name", ["what_changed", "what_remains", "goodbye", "who_to_call", "family_words"])
def test_a_closure_says_what_the_family_needs(home: Family, name: str) -> None:
    with pytest.raises(Refusal, match="Say what changed"):
        close(home, home.children[0], **{name: " "})


def test_the_reason_is_one_of_the_census(home: Family) -> None:
    with pytest.raises(Refusal, match="from the list"):
        close(home, home.children[0], reason="RC99")
    with pytest.raises(Refusal, match="could not be used on"):
        close(home, home.children[0], reason="RC9", on=date(2021, 6, 1))


def test_work_is_not_closed_while_enquiries_last_or_a_decision_waits(home: Family) -> None:
    child = home.children[0]
    strategy_discussion(home.children, on=ON, decision=Decision.NO_ENQUIRIES)
    with pytest.raises(Refusal, match="waits for a manager"):
        close(home, child)
    strategy_discussion(home.children, on=ON)
    with pytest.raises(Refusal, match="must end first"):
        close(home, child)
    assert still_open(child) == 2


def test_work_is_not_closed_while_another_team_is_asked(home: Family, other: Teams) -> None:
    child = home.children[0]
    with as_web(home.worker, open=[child]):
        actions.ask_transfer(
            children=[child], to_team=other.team.pk, why="Long-term", summary="Fine", joint_visit_on=ON,
            family_told=True, family_words="Yes", partners="School", on=ON, by=acting(home.worker),
        )  # fmt: skip
    with pytest.raises(Refusal, match="asked to take this child over"):
        close(home, child)


def test_a_worker_does_not_close_alone(home: Family) -> None:
    with pytest.raises(Refusal, match="Your role does not allow this"):
        close(home, home.children[0], by=home.worker)


def test_nothing_is_closed_twice(home: Family) -> None:
    close(home, home.children[0])
    with pytest.raises(Refusal, match="nothing to close"):
        close(home, home.children[0], by=practitioner("team_manager"))


def test_the_page_lists_what_ends_and_what_is_to_do(client_of: Any, home: Family) -> None:
    child = home.children[0]
    direct(home, child)
    text = client_of(home.manager).get(f"/children/{child}/who/close/").content.decode()
    assert f"Direction from {home.manager.name}: {home.worker.name}, by 1 July 2026" in text
    assert f"Allocated worker: {home.worker.name}" in text
    assert "Brothers and sisters stay open" in text


def test_an_open_referral_is_closed_with_the_reason_of_the_census(home: Family) -> None:
    child = home.children[0]
    with as_builder():
        refer(child=child, on=date(2026, 1, 5), by=BUILDER)
    with pytest.raises(Refusal, match="cannot end before that"):
        close(home, child, on=date(2026, 1, 2))
    close(home, child)
    with as_builder():
        referral = Referral.objects.get(child=child)
    assert (referral.ended, referral.reason_for_closure) == (ON, "RC7")
