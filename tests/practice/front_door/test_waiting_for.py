"""For what each contact of the board waits: an agency's answer and when it is due, a hold, a manager, or nobody."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from sightline.foundation.calendar.instants import london_today
from sightline.practice.front_door import actions
from tests.builders.journey import contacted, done
from tests.builders.workforce import practitioner, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(client_of: Any) -> Any:
    """What the board says each contact waits for, and how many wait for an agency."""
    manager = client_of(practitioner(role="team_manager", team=team("Front door team")))

    def look(which: str = "") -> tuple[list[str], str]:
        page = manager.get(f"/front-door/?which={which}")
        waits = next(each.text for each in page.context["figures"] if each.note == "Wait for an agency")
        return [row[5] for row in page.context["table"].rows], waits

    return look


def asked(due: datetime) -> tuple[dict[str, Any], UUID]:
    """A contact of today about which a school was asked, and the question."""
    child, contact = contacted(london_today())
    about = {"child_id": child, "contact_id": contact, "on": london_today()}
    done(actions.record_basis, basis="parent_agrees", decided_by="Jo Bell", who_agreed="Her mother", **about)
    school = {"agency_name": "Hill Road Primary", "agency_kind": "school", "how": "telephone", "items": []}
    check = done(actions.ask_agency, due_at=due, question="Is she fed?", **school, **about)
    return about, check


def test_a_contact_waits_for_an_agency_until_it_answers(board: Any) -> None:
    now = timezone.now()
    about, check = asked(now + timedelta(hours=4))
    contacted(london_today())
    (waits,), number = board("answers")
    assert waits.startswith("An agency’s answer, due ")
    assert number == "1", "the other contact waits for nobody"
    told = actions.Answered(how="telephone", outcome="answered", given_by="Mr Lee", text="Yes.")
    done(actions.record_answer, about["child_id"], check_id=check, on=london_today(), at=now, answered=told)
    assert board() == (["Somebody to hold it"] * 2, "0")


def test_an_answer_that_is_late_says_so(board: Any) -> None:
    asked(timezone.now() - timedelta(minutes=5))
    (waits,), _ = board()
    assert waits.startswith("An agency’s answer, which was due ")


def test_a_contact_that_is_kept_open_says_until_when(board: Any) -> None:
    child, contact = contacted(london_today())
    words = {"safe_now": "yes", "reasons": "The school rings back.", "agreed_with": "Dana, 10:05"}
    done(actions.hold_contact, child, contact_id=contact, on=london_today(), **words)
    (waits,), number = board()
    assert waits.startswith("Kept open until ")
    assert number == "0"
