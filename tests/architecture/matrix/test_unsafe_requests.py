"""Every form of a record, filled in: sent by others it has no effect; sent by somebody who may, it has one.

Comes last in this folder, and its last test last: it changes the world.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest

from tests.architecture.matrix import sending
from tests.architecture.matrix.cells import Cell
from tests.architecture.matrix.expectations import Row, expected_of, permitted, record_routes, route_table
from tests.architecture.matrix.filling import filled_in
from tests.architecture.matrix.visiting import address, newest_entry
from tests.architecture.matrix.world import World

OTHERS = ("user_administrator", "analyst", "inspector", "virtual_school")
MORE = "Said again, because it was wrong."
OF_A_CHILD = ("given_names", "family_name", "known_as", "how_old", "birth_date-day", "birth_date-month")
OF_A_CHILD += ("birth_date-year", "age", "expected_on-day", "expected_on-month", "expected_on-year", "own")
LEFT_OUT = {f"children-0-{name}": "" for name in OF_A_CHILD} | {  # nobody besides the child of the record
    f"adults-0-{name}": "" for name in ("given_names", "family_name", "kind", "details")
}
LIKE_NOBODY = {"nhs_number": "943 476 5919", "birth_date-day": "3", "birth_date-month": "9", "birth_date-year": "2019"}
SOMEBODY_NEW = {"children-0-given_names": "Zuri", "children-0-family_name": "Quillfeather"}
SAID: dict[str, dict[str, str]] = {  # answers besides those that fit every form; "fact …" names one of the cell
    "children:record_own_disability": {"code": "HAND"},
    "children:record_identifier": {"kind": "home_office", "value": "A1234567"},
    "children:record_own_identifier": {"kind": "home_office", "value": "A1234567"},
    "access:restrict": {"readers-0-practitioner": "fact colleague", "readers-1-practitioner": "fact worker"},
    "children:add": {"given_names": "Zebedee", "family_name": "Marchbanks", "known_as": "Zeb"} | LIKE_NOBODY,
    "oversight:delegate": {"given_to": "fact colleague"},
    "workforce:add_team": {"kind": "team", "within": "fact service_team"},
    "workforce:allocate": {"practitioner": "fact colleague"},
    "workforce:put_on_duty": {"begins": "09:00", "ends": "17:00"},
    "workforce:add_practitioner": {"registration": "SW123456"},
    "workforce:change_details": {"registration": "SW123456", "name": MORE},
    "child_protection:correct_outcome": {"reasons": MORE},
    "child_protection:correct_ending": {"reasons": MORE},
    "child_protection:review_conference": {"on-day": "3", "on-month": "11", "on-year": "2026"},  # not at a weekend
    "recording:correct": {"text": MORE},
    "court:extension": {"weeks": "3"},
    "court:order": {"court_reference": "ZZ26C00001"},
    "meetings:correct_child": {"decided": MORE},
    "meetings:hold": {"came": "came"},
    "front_door:record_night": {"done_at": "00:10"},
    "front_door:contact": LEFT_OUT,
    "front_door:take": LEFT_OUT | SOMEBODY_NEW,
    "early_help:add_service": {"from_age": "0", "to_age": "18"},
    "front_door:give": {"practitioner": "fact colleague", "reason": MORE},
    "front_door:ask": {"how": "telephone"},
    "front_door:answer": {"answered_at": "00:10"},
    "front_door:decide_referral": {"outcomes": "STRATEGY_DISCUSSION_FLAG"},
    "assessment:whether": {"decision": "something_else", "agreement": "not_asked"},
    "assessment:view": {"words": MORE},
    "assessment:need": {"answered": "nothing", "why_none": MORE},
    "assessment:scale": {"number": "4"},
    "assessment:sharing": {"who": "Mother", "how": "read", "copy_given": "yes"},
    "care:move": {"placement_type": "U6", "provider": "PR1", "urn": "SC123456"},
    "care:leave": {"reason": "E4A"},
    "care:review": {"held": "held", "participation": "PN1", "visit_every_weeks": "4"},
    "care:step": {"step": "meeting"},
    "care:settle": {"arrangement": "long_term_foster"},
    "health:questionnaire": {"score": "11", "reason": ""},
    "education:place": {"urn": "123456"},
    "leaving_care:eligibility": {"category": "No Current Eligibility"},
    "exploitation:missing": {"at": "00:00"},
    "exploitation:interview": {"at": "00:00"},
}
STANDS = {  # in which relationship somebody must stand to a child
    "workforce:end_involvement": "same_team",  # nobody ends their own work with a child
    **dict.fromkeys(("oversight:answer_direction", "front_door:record_night"), "asked"),
}
NO_PLAN = "every child of this world has a protection plan, and none in need"
NO_PERIOD = "no child of this world is in pre-proceedings"
REFUSED = {  # the answer says so
    "panels:book": "no panel sits in this world",
    "workforce:place": "a team holds every child of this world",
    "workforce:ask_transfer": "another team is asked already about every child of this world",
    "workforce:close_work": "another team is asked about every child of this world, which comes to its end first",
    "workforce:answer_transfer": "only the other team answers, whose people are not those who look here",
    "front_door:hand_over": "nobody of this world holds a contact",
    **dict.fromkeys(("early_help:step_up", "early_help:step_down"), "a step of every child of this world is open"),
    "early_help:accept": "only the other team answers, whose people are not those who look here",
    "early_help:send_back": "a step of this world is sent back already",
    "early_help:partner_answer": "a team was asked about every child of this world",
    "front_door:take_up": "what was passed on in this world is taken up",
    "front_door:referral": "a referral of every child of this world is open",
    "front_door:hold": "the contact of every child of this world was held as long as it can be",
    "front_door:renew_link": "no address of an agency of this world is verified",
    "front_door:close": "every child of this world has a protection plan",
    "assessment:begin": "an assessment of every child of this world is being written",
    "assessment:submit": "the assessments of this world are not written to their end",
    "child_protection:conference": "every child of this world has a protection plan",
    "court:issue": "care proceedings about every child of this world are under way",
    **dict.fromkeys(("court:letter", "court:meeting", "court:end_pre_proceedings"), NO_PERIOD),
    **dict.fromkeys(("child_in_need:begin", "child_in_need:review", "child_in_need:end"), NO_PLAN),
    "care:enter": "every child of this world is in care",
    "exploitation:returned": "no child of this world is missing",
}
NOT_ASKED = {
    "ui:gallery": "examples that record nothing",
}
BY_THE_HIGHEST = ("front_door:set_aside_police", "oversight:delegate")  # of those who may
NOTHING_TO_COMPARE = {
    "recording:withdraw": "it says why, and nothing of what was recorded",
    **dict.fromkeys(
        ("workforce:set_last_day", "workforce:suspend", "workforce:sign_in_link"),
        "it asks for no text that others wrote",
    ),
}
FIRST = ("open", "unborn", "restricted_named", "glass_broken")


def somebody_who_may(world: World, row: Row, used: set[int]) -> Cell:
    """A child nobody has recorded anything about in these tests, and somebody whose record it is to write in."""
    cells = [cell for role in world.staff for cell in world.whole(role) if cell.number not in used]
    for cell in sorted((cell for cell in cells if cell.state in FIRST), key=lambda cell: FIRST.index(cell.state)):
        fits = STANDS.get(row["route"], cell.relationship) == cell.relationship
        if fits and expected_of(row, cell.role, cell.relationship, cell.state) == "allow":
            used.add(cell.number)
            return cell
    raise AssertionError(f"nobody may: {row['route']}")


def forms(world: World, client_as: Any) -> Iterator[tuple[Row, Cell, str, dict[str, Any]]]:
    """Each page of a record with a form that records something: who fills it in, where it goes, and the answers."""
    used: set[int] = set()
    for row in record_routes():
        cell = somebody_who_may(world, row, used)
        url = address(row["route"], cell, row["parameters"])
        html = client_as(cell.role).get(url).content.decode("utf-8", "replace")
        if 'name="draft_version"' in html and row["route"] not in REFUSED:
            said = {name: told(cell, answer) for name, answer in SAID.get(row["route"], {}).items()}
            yield row, cell, url, filled_in(html, **said)


def told(cell: Cell, answer: str) -> str:
    """The answer itself, or the key of a fact of this world."""
    name = answer.removeprefix("fact ")
    return answer if name == answer else str(cell.facts[name])


def without_draft(answers: dict[str, Any]) -> dict[str, Any]:
    """The same answers without the draft of whoever opened the form, which is kept for that person."""
    return {name: answer for name, answer in answers.items() if name not in ("draft", "draft_version")}


def test_the_same_answers_sent_by_others_have_none(world: World, client_as: Any) -> None:
    wrong = []
    for row, cell, url, answers in forms(world, client_as):
        before = newest_entry()
        for role in {*OTHERS} - {cell.role}:
            response = client_as(role).post(url, without_draft(answers))
            if response.status_code != 404 or newest_entry() != before:
                wrong.append((row["route"], role, response.status_code))
    assert wrong == []


@pytest.mark.parametrize("role", ["social_worker"])
def test_the_answers_of_one_form_do_nothing_at_the_record_of_another_child(
    world: World, client_as: Any, role: str
) -> None:
    """The record in the address is the record that is written in, or nothing is."""
    other, wrong = world.cells[role, "none", "open"], []
    for row, _, _, answers in forms(world, client_as):
        before = newest_entry()
        url = address(row["route"], other, row["parameters"])
        response = client_as(role).post(url, without_draft(answers))
        if response.status_code != 404 or newest_entry() != before:
            wrong.append((row["route"], response.status_code))
    assert wrong == []


def own_forms(world: World, client_as: Any) -> Iterator[tuple[Row, Cell, str, dict[str, Any]]]:
    """The same of each page that opens no record: at the front door, and of services, panels, teams and people."""
    for row in (each for each in route_table().values() if each["kind"] == "practitioner"):
        if row["route"] in NOT_ASKED:
            continue
        may = [each for each in world.practitioners if (each, row["permission"] or "work") in permitted()]
        for role in reversed(may) if row["route"] in BY_THE_HIGHEST else may:
            cell = world.cells[role, "allocated", "open"]
            url = address(row["route"], cell, row["parameters"])
            response = client_as(role).get(url)
            if response.status_code == 200:
                html = response.content.decode("utf-8", "replace")
                if 'name="draft_version"' in html:
                    said = {name: told(cell, answer) for name, answer in SAID.get(row["route"], {}).items()}
                    yield row, cell, url, filled_in(html, **said)
                break


def test_what_somebody_who_may_sends_has_one_effect(world: World, client_as: Any) -> None:
    """Sent after the session ended, from a stale page, twice at once and again: one effect, and nothing typed lost."""
    wrong, count = [], 0
    for row, cell, url, answers in chain(forms(world, client_as), own_forms(world, client_as)):
        count += 1
        compares = row["route"] not in NOTHING_TO_COMPARE
        found = sending.faults(client_as(cell.role), url, answers, compares=compares)
        wrong += [(row["route"], cell.role, each) for each in found]
    assert wrong == [], "\n".join(map(str, wrong))
    assert count > 200
