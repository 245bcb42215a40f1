"""When section 47 enquiries begin and end, as a table: each discussion is a day and what it decided."""

from datetime import date

import pytest

from sightline.practice.child_protection.rules import (
    Agency,
    Decided,
    Decision,
    Outcome,
    agencies_missing,
    begins_enquiries,
    ends_without_enquiries,
    enquiries,
    requires_conference,
)

BEGIN, NO = Decision.BEGIN_ENQUIRIES, Decision.NO_ENQUIRIES


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("decided", "ended", "expected"),
    [
        # nothing decided, nothing begins
        ([], [], []),
        ([("2026-06-01", NO)], [], []),
        # the first discussion that decides so begins them
        ([("2026-06-01", BEGIN)], [], [("2026-06-01", None)]),
        ([("2026-06-01", NO), ("2026-06-03", BEGIN)], [], [("2026-06-03", None)]),
        # a later discussion within the same enquiry begins nothing, whatever it decides
        ([("2026-06-01", BEGIN), ("2026-06-08", BEGIN)], [], [("2026-06-01", None)]),
        ([("2026-06-01", BEGIN), ("2026-06-08", NO)], [], [("2026-06-01", None)]),
        # an earlier discussion, recorded or corrected later, is where they really began
        ([("2026-06-08", BEGIN), ("2026-06-01", BEGIN)], [], [("2026-06-01", None)]),
        # enquiries that have ended are followed by new ones
        ([("2026-06-01", BEGIN)], ["2026-06-12"], [("2026-06-01", "2026-06-12")]),
        (
            [("2026-06-01", BEGIN), ("2026-07-01", BEGIN)],
            ["2026-06-12"],
            [("2026-06-01", "2026-06-12"), ("2026-07-01", None)],
        ),
        (
            [("2026-06-01", BEGIN), ("2026-07-01", BEGIN)],
            ["2026-06-12", "2026-07-20"],
            [("2026-06-01", "2026-06-12"), ("2026-07-01", "2026-07-20")],
        ),
        # a discussion on the day on which they end still belongs to them
        ([("2026-06-01", BEGIN), ("2026-06-12", BEGIN)], ["2026-06-12"], [("2026-06-01", "2026-06-12")]),
        # enquiries can begin and end on one day
        ([("2026-06-01", BEGIN)], ["2026-06-01"], [("2026-06-01", "2026-06-01")]),
    ],
)
def test_enquiries_begin_with_the_first_discussion_that_decides_so_while_none_are_under_way(decided, ended, expected):
    discussions = [Decided(day(on), decision, discussion=on) for on, decision in decided]
    found = enquiries(discussions, map(day, ended))
    assert [(each.began, each.ended) for each in found] == [
        (day(began), day(until) if until else None) for began, until in expected
    ]


def test_of_two_discussions_on_a_day_the_one_recorded_first_begins_enquiries():
    first, second = Decided(day("2026-06-01"), BEGIN, "first", 1), Decided(day("2026-06-01"), BEGIN, "second", 2)
    assert enquiries([second, first], [])[0].discussion == "first"


@pytest.mark.parametrize(
    ("decision", "already_open", "begins"),
    [(BEGIN, False, True), (BEGIN, True, False), (NO, False, False), (NO, True, False)],
)
def test_a_later_discussion_within_the_same_enquiry_restarts_nothing(decision, already_open, begins):
    assert begins_enquiries(decision, already_open=already_open) is begins


def test_enquiries_cannot_have_ended_on_a_day_on_which_none_were_under_way():
    found = enquiries([Decided(day("2026-06-10"), BEGIN, "only")], [day("2026-06-05")])
    assert ends_without_enquiries(found, [day("2026-06-05")]) == [day("2026-06-05")]


@pytest.mark.parametrize(
    ("outcome", "conference"),
    [(Outcome.NOT_SUBSTANTIATED, False), (Outcome.NO_CONTINUING_RISK, False), (Outcome.CONTINUING_RISK, True)],
)
def test_only_continuing_risk_leads_to_a_conference(outcome, conference):
    assert requires_conference(outcome) is conference


@pytest.mark.parametrize(
    ("took_part", "missing"),
    [
        ([Agency.SOCIAL_CARE, Agency.POLICE, Agency.HEALTH], []),
        ([Agency.SOCIAL_CARE, Agency.POLICE, Agency.EDUCATION], [Agency.HEALTH]),
        ([], [Agency.SOCIAL_CARE, Agency.POLICE, Agency.HEALTH]),
    ],
)
def test_a_discussion_normally_has_social_care_police_and_health(took_part, missing):
    assert agencies_missing(took_part) == missing
