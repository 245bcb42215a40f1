"""What is known about a contact and what is missing; no agency is asked without a basis; holds and their ceiling."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from sightline.foundation.agreements.actions import record_agreement
from sightline.foundation.agreements.rules import Asking
from sightline.foundation.door import Refusal
from sightline.foundation.recording.actions import withdraw_fact
from sightline.practice.front_door import actions, queries
from sightline.practice.front_door.actions import Answered, ItemSaid
from sightline.practice.front_door.models import AgencyCheck, Contact, ReplyLink
from sightline.practice.front_door.rules import AT_THE_CEILING, answer_hoped_for
from tests.builders.child_protection import acting, in_the_name_of
from tests.builders.journey import REFERRED, clock, contacted, decided, done
from tests.builders.workforce import BUILDER, as_builder, practitioner

pytestmark = pytest.mark.django_db
NEXT = date(2026, 3, 27)
SOON = datetime(2026, 3, 27, 15, 0, tzinfo=UTC)
FED = "neglect:daily_care"


def worried(*concerns: str) -> dict[str, Any]:
    """A contact with concerns named, as further answers name it."""
    child, contact = contacted()
    done(actions.name_concerns, child, contact_id=contact, on=REFERRED, concerns=concerns or ["neglect"])
    return {"child_id": child, "contact_id": contact}


def ask(about: dict[str, Any], **more: Any) -> UUID:
    """An agency asked about a contact."""
    asked = {"agency_name": "Hill Road Primary", "agency_kind": "school", "how": "telephone", "items": [FED]}
    return done(actions.ask_agency, on=NEXT, due_at=SOON, **{**about, **asked, **more})


def agreed(about: dict[str, Any]) -> UUID:
    """The parent's yes to asking agencies."""
    said = {"basis": "parent_agrees", "decided_by": "Jo Bell", "who_agreed": "Her mother, by telephone"}
    return done(actions.record_basis, on=NEXT, **about, **said)


def gaps(about: dict[str, Any]) -> list[str]:
    """How each essential gap stands."""
    with as_builder():
        known = queries.known_about(about["contact_id"])
        found = [item for each in known for item in each.items if item.is_gap]
        assert [item.item.question for item in found] == queries.gaps_of(about["contact_id"])
        return [item.state for item in found]


def said(about: dict[str, Any], item: str, state: str, what: str = "") -> UUID:
    """A word about one item of neglect."""
    words = [ItemSaid("neglect", item, state, what)]
    return done(actions.record_known, on=NEXT, said=words, **about)


def test_a_named_concern_has_three_essential_gaps_until_they_are_known_or_not_needed() -> None:
    about = worried()
    assert gaps(about) == ["", "", ""]
    said(about, "daily_care", "known", "Her aunt does, on weekdays.")
    said(about, "how_long", "not_agreed")
    assert gaps(about) == ["", "not_agreed"]
    said(about, "seen_at_home", "not_needed", "The child lives with her aunt.")
    said(about, "how_long", "known", "Since the summer.")
    assert gaps(about) == []


def test_the_newest_word_stands_and_a_gap_can_open_again() -> None:
    about = worried()
    said(about, "daily_care", "known", "Her aunt does.")
    said(about, "daily_care", "asked")
    assert gaps(about) == ["asked", "", ""]


@pytest.mark.parametrize(
    ("item", "state", "what", "sentence"),
    [
        ("daily_care", "known", "", "Say what is known."),
        ("daily_care", "not_needed", "", "Say why this is not needed"),
        ("daily_care", "perhaps", "", "Choose how far it is known"),
        ("shoes", "known", "Red ones", "not named for the contact any more"),
    ],
)
def test_a_word_about_an_item_is_whole(item: str, state: str, what: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        said(worried(), item, state, what)


def test_no_reason_is_asked_for_an_item_that_is_not_essential() -> None:
    said(worried(), "others", "not_needed")


def test_saying_the_same_again_records_nothing() -> None:
    about = worried()
    said(about, "daily_care", "known", "Her aunt does.")
    with pytest.raises(Refusal, match="Say something new"):
        said(about, "daily_care", "known", "Her aunt does.")


@pytest.mark.parametrize(
    ("concerns", "sentence"), [(["neglect"], "not named yet"), (["weather"], "from the list"), ([], "not named yet")]
)
def test_concerns_are_named_once_and_from_the_list(concerns: list[str], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        done(actions.name_concerns, on=NEXT, concerns=concerns, **worried())


def test_no_agency_is_asked_before_its_basis_is_recorded() -> None:
    about = worried()
    with pytest.raises(Refusal, match="Record first on what basis"):
        ask(about)
    with as_builder():
        assert not AgencyCheck.objects.exists()
    agreed(about)
    ask(about)
    assert gaps(about) == ["asked", "", ""]


def test_the_database_has_no_room_for_a_check_without_a_basis() -> None:
    about = worried()
    agreed(about)
    key = ask(about)
    with as_builder():
        check = AgencyCheck.objects.get(pk=key)
        check.pk, check.basis_id = about["child_id"], None
        with pytest.raises(IntegrityError, match="basis_id"), transaction.atomic():
            check.save(force_insert=True)


def test_a_basis_that_was_recorded_by_mistake_is_none() -> None:
    about = worried()
    basis = agreed(about)
    done(withdraw_fact, about["child_id"], fact_id=basis, seen=1, why="Another family", together=[])
    with pytest.raises(Refusal, match="Record first on what basis"):
        ask(about)


def test_an_answer_by_telephone_is_kept_with_name_and_time() -> None:
    about = worried()
    agreed(about)
    check = ask(about)
    known = (ItemSaid("neglect", "daily_care", "known", "Her aunt.", "Mr Lee, head of year"),)
    answered = Answered("telephone", "answered", "Mr Lee, head of year", "Comes clean since May.", known)
    done(actions.record_answer, about["child_id"], check_id=check, on=NEXT, at=SOON, answered=answered)
    with as_builder():
        (asked,) = queries.asked_about(Contact.objects.get(pk=about["contact_id"]))
    assert [(each.given_by, each.happened_at) for each in asked.answers] == [("Mr Lee, head of year", SOON)]
    assert gaps(about) == ["", ""]


def test_an_agency_that_will_not_say_leaves_a_gap_that_says_so() -> None:
    about = worried()
    agreed(about)
    check = ask(about)
    refused = Answered("telephone", "will_not", "Reception")
    done(actions.record_answer, about["child_id"], check_id=check, on=NEXT, answered=refused)
    assert gaps(about) == ["not_agreed", "", ""]


@pytest.mark.parametrize(
    ("answered", "sentence"),
    [
        (Answered("telephone", "answered", " ", "Text"), "Say who answered"),
        (Answered("telephone", "answered", "Mr Lee"), "Write what they said"),
        (Answered("telephone", "maybe", "Mr Lee"), "from the list"),
    ],
)
def test_an_answer_is_whole(answered: Answered, sentence: str) -> None:
    about = worried()
    agreed(about)
    check = ask(about)
    with pytest.raises(Refusal, match=sentence):
        done(actions.record_answer, about["child_id"], check_id=check, on=NEXT, answered=answered)


def test_a_link_goes_only_to_a_verified_address() -> None:
    about = worried()
    agreed(about)
    with pytest.raises(Refusal, match="No address of this agency is verified"):
        ask(about, how="link")
    done_here = {"agency_name": "Hill Road Primary", "agency_kind": "school", "email": "office@hillroad.example"}
    with as_builder():
        actions.verify_address(on=NEXT, how_verified="Rang the switchboard", by=BUILDER, **done_here)
    ask(about, how="link")
    with as_builder():
        assert ReplyLink.objects.get().email == "office@hillroad.example"


def hold(about: dict[str, Any], on: date, **more: Any) -> UUID:
    """A contact held open on a day."""
    safe = {"safe_now": "yes"} | more
    return done(actions.hold_contact, on=on, reasons="The school rings back tomorrow.", **about, **safe)


def test_each_hold_asks_whether_the_child_is_safe_and_one_who_is_not_is_never_kept_waiting() -> None:
    about = worried()
    hold(about, REFERRED, safe_now="not_known")
    for safe_now, says in (("", "Say whether the child is safe now"), ("no", "ask for a strategy discussion now")):
        with pytest.raises(Refusal, match=says):
            hold(about, NEXT, safe_now=safe_now)
    with as_builder():
        assert [each.safe_now for each in queries.held(about["contact_id"], NEXT).holds] == ["not_known"]


def test_a_hold_is_said_again_each_working_day_up_to_its_ceiling_and_stops_no_clock() -> None:
    about = worried()
    for day, until in ((26, 27), (27, 30), (30, 31)):  # Thursday to Tuesday
        hold(about, date(2026, 3, day))
        with as_builder():
            newest = queries.held(about["contact_id"], date(2026, 3, day)).newest
        assert newest is not None
        assert newest.until == date(2026, 3, until)
    with pytest.raises(Refusal, match=r"Is not knowing itself a reason to see the child\?"):
        hold(about, date(2026, 3, 31))
    assert clock(about["child_id"], "contact_decision").due == NEXT
    assert AT_THE_CEILING.endswith("reason to see the child?")


def test_each_hold_has_a_clock_that_the_next_one_or_the_decision_stops() -> None:
    about = worried()
    hold(about, REFERRED)
    hold(about, NEXT)
    with as_builder():
        first, second = queries.hold_clocks([about["child_id"]])
    assert (first.dates().due, first.stop, second.stop) == (NEXT, NEXT, None)
    decided(about["child_id"], about["contact_id"], date(2026, 3, 30))
    with as_builder():
        assert queries.hold_clocks([about["child_id"]])[1].stop == date(2026, 3, 30)
    with pytest.raises(Refusal, match="This contact is decided"):
        hold(about, date(2026, 3, 30))


def hold_as(role: str, about: dict[str, Any], **more: Any) -> None:
    """A contact held open by somebody in a role."""
    by = acting(practitioner(role=role))
    with in_the_name_of(by):
        actions.hold_contact(on=NEXT, safe_now="yes", reasons="The school rings back.", by=by, **about, **more)


def test_a_hold_needs_a_managers_word() -> None:
    about = worried()
    with pytest.raises(Refusal, match="Say which manager agreed"):
        hold_as("duty", about)
    hold_as("duty", about, agreed_with="Amina Yusuf, by telephone at 16:10")
    hold_as("team_manager", worried())


def test_a_hold_is_said_once_a_day() -> None:
    about = worried()
    hold(about, NEXT)
    with pytest.raises(Refusal, match="held open until 30 March 2026"):
        hold(about, NEXT)


def test_an_agreement_that_was_taken_back_is_no_basis_any_more() -> None:
    about = worried()
    agreed(about)
    asked = Asking(who="Her mother", how="call", what_they_said="Please do not ring the school.")
    done(record_agreement, about["child_id"], on=NEXT, to="agency_checks", answer="not_agreed", asked=asked)
    with pytest.raises(Refusal, match="A parent does not agree any more"):
        ask(about)
    why = {"basis": "proportionate", "decided_by": "Jo Bell", "reasons": "A third report of bruises in a month."}
    done(actions.record_basis, on=NEXT, **about, **why)
    ask(about)


@pytest.mark.parametrize(
    ("asked", "hoped_for"),
    [
        (datetime(2026, 11, 23, 9, 20, tzinfo=UTC), datetime(2026, 11, 23, 13, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 14, 40, tzinfo=UTC), datetime(2026, 11, 23, 17, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 18, 5, tzinfo=UTC), datetime(2026, 11, 24, 12, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 2, 0, tzinfo=UTC), datetime(2026, 11, 24, 12, 0, tzinfo=UTC)),
        (datetime(2026, 11, 27, 16, 0, tzinfo=UTC), datetime(2026, 11, 30, 12, 0, tzinfo=UTC)),  # a Friday
    ],
)
def test_no_agency_is_hoped_to_answer_while_its_office_is_shut(asked: datetime, hoped_for: datetime) -> None:
    assert answer_hoped_for(asked) == hoped_for
