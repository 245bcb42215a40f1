"""Who may answer what: agreeing, sending back, replying, directing."""

from datetime import date

import pytest

from sightline.foundation.access.queries import reach
from sightline.foundation.door import Refusal
from sightline.foundation.oversight import actions, queries, rules
from sightline.foundation.oversight.models import DirectionAnswer, ManagersDecision, Waiting
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.child_protection.rules import Decision, Outcome
from tests.builders.child_protection import (
    acting,
    correct_decision,
    decision_for,
    enquiry_outcome,
    family,
    strategy_discussion,
)
from tests.builders.workforce import as_builder, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 2)


def answer(who, facts, given="agree", reasons=""):
    """Somebody's answer to facts."""
    answers = [rules.Answered(fact._meta.label, fact.pk, fact.child_id, given, reasons) for fact in facts]
    with as_web(who, open=[fact.child_id for fact in facts]):
        return actions.answer_decisions(answers=answers, on=TODAY, by=acting(who))


@pytest.fixture
def home():
    return family(3)


@pytest.fixture
def outcomes(home):
    discussion = strategy_discussion(home.children, by=acting(home.worker))
    return [decision_for(child, discussion) for child in home.children]


def test_one_answer_covers_what_was_decided_for_all_the_brothers_and_sisters(home, outcomes):
    answer(home.manager, outcomes)
    with as_builder():
        assert ManagersDecision.objects.values_list("recorded_by", flat=True).distinct().get() == home.manager.pk
        assert ManagersDecision.objects.values("entry_id").distinct().count() == 1
    check_everything_derived()


def test_what_a_manager_with_the_level_decided_waits_for_nobody(home):
    discussion = strategy_discussion(home.children, by=acting(home.manager))
    with pytest.raises(Refusal, match="had the level"):
        answer(home.manager, [decision_for(home.children[0], discussion)])
    with as_builder():
        assert not Waiting.objects.filter(answer="").exists()
    check_everything_derived()


def test_a_manager_without_the_qualification_neither_decides_alone_nor_signs(home, outcomes):
    led = practitioner(role="team_manager", team=home.manager.team, qualification="lead_practitioner")
    with pytest.raises(Refusal, match="another qualification"):
        answer(led, outcomes)
    discussion = strategy_discussion(home.children[:1], by=acting(led))
    with as_builder():
        assert Waiting.objects.get(fact_id=decision_for(home.children[0], discussion).pk).answer == ""


def test_sending_back_says_why(home, outcomes):
    with pytest.raises(Refusal, match="Say why you are sending it back"):
        answer(home.manager, outcomes, "send_back")


def test_what_was_answered_is_not_answered_again(home, outcomes):
    answer(home.manager, outcomes)
    with pytest.raises(Refusal, match="has already answered this"):
        answer(home.manager, outcomes)


def test_what_was_corrected_since_is_not_answered(home, outcomes):
    correct_decision(outcomes[0], Decision.NO_ENQUIRIES)
    with pytest.raises(Refusal, match="corrected since"):
        answer(home.manager, outcomes[:1])


def test_a_social_worker_answers_nothing(home, outcomes):
    with pytest.raises(Refusal, match="Your role does not allow this"):
        answer(home.worker, outcomes)


def test_a_reply_makes_it_wait_again(home, outcomes):
    sent_back = answer(home.manager, outcomes[:1], "send_back", "Say what keeps her safe tonight").result
    with as_web(home.worker, open=home.children):
        by = acting(home.worker)
        assert len(queries.waiting_and_sent_back(reach(by), by)[1]) == 1
        actions.reply(decision=sent_back, text="She is at her grandmother's", on=TODAY, by=by)
        assert queries.waiting_and_sent_back(reach(by), by)[1] == []
        with pytest.raises(Refusal, match="answered or corrected since"):
            actions.reply(decision=sent_back, text="Again", on=TODAY, by=acting(home.worker))
    answer(home.manager, outcomes)
    check_everything_derived()


@pytest.mark.parametrize("role", ["inspector", "auditor", "business_support"])
def test_whoever_only_reads_replies_to_no_manager(home, outcomes, role):
    sent_back = answer(home.manager, outcomes[:1], "send_back", "Say what keeps her safe tonight").result
    reader = practitioner(role=role, team=home.manager.team)
    with as_web(reader, open=home.children), pytest.raises(Refusal, match="Your role does not allow this"):
        actions.reply(decision=sent_back, text="I have read this", on=TODAY, by=acting(reader))


def test_the_clock_to_a_conference_ends_when_a_manager_agrees_that_none_is_required(home):
    child = home.children[0]
    strategy_discussion([child], by=acting(home.worker))
    found = enquiry_outcome(child, Outcome.NO_CONTINUING_RISK, by=acting(home.worker))

    def clock():
        with as_builder():
            return ClockRow.objects.get(child=child, timescale="s47_to_icpc")

    assert not clock().is_closed
    answer(home.manager, [found])
    assert (clock().ended_as, clock().ended, clock().ended_reason) == (
        "not_applicable",
        TODAY,
        "No conference required",
    )


def test_a_conference_that_is_required_keeps_its_clock(home):
    child = home.children[0]
    strategy_discussion([child], by=acting(home.worker))
    answer(home.manager, [enquiry_outcome(child, Outcome.CONTINUING_RISK, by=acting(home.worker))])
    with as_builder():
        assert not ClockRow.objects.get(child=child, timescale="s47_to_icpc").is_closed


def test_only_its_owner_answers_a_direction_and_says_why_it_cannot_be_done(home):
    with as_web(home.manager, open=home.children):
        direction = actions.give_direction(
            children=home.children[:1], text="See her alone", why="She asked", by_when=TODAY, owner=home.worker.pk,
            on=TODAY, by=acting(home.manager),
        ).result  # fmt: skip
    answered = {"direction": direction, "new_date": None, "on": TODAY}
    with as_web(home.manager, open=home.children), pytest.raises(Refusal, match="Only the person it was given to"):
        actions.answer_direction(**answered, answer="done", because="", by=acting(home.manager))
    with as_web(home.worker, open=home.children):
        with pytest.raises(Refusal, match="Say why"):
            actions.answer_direction(**answered, answer="cannot", because=" ", by=acting(home.worker))
        actions.answer_direction(**answered, answer="cannot", because="She is in hospital", by=acting(home.worker))
        assert DirectionAnswer.objects.get().because == "She is in hospital"


def test_a_direction_is_not_given_for_a_day_that_is_past(home):
    with as_web(home.manager, open=home.children), pytest.raises(Refusal, match="must not be in the past"):
        actions.give_direction(
            children=home.children[:1], text="See her", why="She asked", by_when=date(2026, 6, 1), owner=home.worker.pk,
            on=TODAY, by=acting(home.manager),
        )  # fmt: skip


def test_the_list_shows_what_waits_within_reach_and_never_ones_own(home, outcomes):
    stranger = practitioner(role="team_manager")
    service = practitioner(role="service_manager", team=home.manager.team.within)

    def waiting(who):
        with as_web(who):
            return [item.children for item in queries.waiting_for(reach(acting(who)), acting(who))]

    assert [len(children) for children in waiting(home.manager)] == [3]
    assert [len(children) for children in waiting(service)] == [3]
    assert waiting(stranger) == []
    own = strategy_discussion(home.children[:1], Decision.NO_ENQUIRIES, by=acting(home.manager))
    assert own.pk
    assert [len(children) for children in waiting(home.manager)] == [3]
