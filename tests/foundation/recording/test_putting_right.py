"""Any fact that a person recorded wrongly is corrected or withdrawn where it is seen, and what stood stays readable."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sightline.foundation.area import told
from sightline.foundation.correctable import correctable
from sightline.foundation.facts import Source, system
from sightline.foundation.history import History, record_history
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.models import Decision, Waiting
from sightline.foundation.recording.columns import choice_in_words
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.care.models import CareReview, Home, HomeStep, LegalStatus, PeriodOfCare
from sightline.practice.exploitation import actions as exploitation
from sightline.practice.exploitation.models import MissingEpisode, ReturnInterview
from tests.architecture.matrix.filling import filled_in
from tests.builders.care import in_care, review
from tests.builders.child_protection import acting, family
from tests.builders.workforce import as_builder, involve, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived
from tests.foundation.visits.pages import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ELSEWHERE = {  # facts that are put right on a page of their own area, or by recording the next one
    "children": "the person’s details are put right on the page of the person",
    "workforce": "teams answer and close on their own pages",
    "plans": "a plan is kept up to date step by step",
    "panels": "a panel looks again",
}
ENTERED = date(2026, 6, 1)


@pytest.fixture
def home():
    return family(1)


def stands(kind):
    """The one fact of a kind that stands."""
    with as_builder():
        return kind.objects.current().get()


def page(fact, way=""):
    return f"/facts/children/{fact.child_id}/{fact.pk}/{way}"


def put_right(client, fact, way="correct/", **answers):
    """Open a form about a fact, answer it otherwise, and send it."""
    url = page(fact, way)
    kept = filled_in(client.get(url).content.decode())
    return client.post(url, kept | {"put_right_because": "Read the letter again"} | answers)


def refused(answer):
    """What a form that was not taken says."""
    listed = re.search(r"govuk-error-summary__list(.*?)</ul>", answer.content.decode(), re.DOTALL)
    return re.sub(r"<.*?>|\s+", " ", listed[1]) if listed else ""


def on(name, day):
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def test_every_kind_of_fact_that_is_told_can_be_put_right_by_somebody():
    stuck = [
        kind
        for kind, line in told().items()
        if kind not in correctable() and not line.page and kind.partition(".")[0] not in ELSEWHERE
    ]
    assert stuck == [
        "oversight.Settlement",  # said at the end of the work, which is opened again
        "early_help.StepAnswer",  # the next answer puts it right: sent back, asked again, withdrawn, or a step anew
    ]


def test_a_corrected_fact_stands_with_its_reason_and_the_clocks_count_again(client_of, home):
    (tia,) = home.children
    in_care(ENTERED, child_id=tia)
    review(tia, date(2026, 6, 22))
    wrong, client = stands(CareReview), client_of(home.worker)
    assert page(wrong) in client.get(f"/care/children/{tia}/").content.decode()
    assert page(wrong) in client.get(f"/chronology/children/{tia}/").content.decode()
    answers = on("happened", date(2026, 6, 26)) | {"participation": "PN3", "visit_every_weeks": ""}
    assert refused(put_right(client, wrong, **answers)) == ""
    right = stands(CareReview)
    assert (right.happened, right.participation, right.supersedes_id) == (date(2026, 6, 26), "PN3", wrong.pk)
    with as_builder():
        assert ClockRow.objects.get(timescale="cla_review_first").stopped == date(2026, 6, 26)
        check_everything_derived()
    shown = text_of(client.get(page(right)))
    assert "This is a correction. Why: Read the letter again" in shown
    assert "On which day? 22 June 2026 → 26 June 2026" in shown
    assert f"by {home.worker}. Why: Read the letter again" in shown
    assert "This does not stand any more" in text_of(client.get(page(wrong)))


def test_sent_twice_it_has_one_effect_and_after_somebody_else_it_shows_both_texts(client_of, home):
    (tia,) = home.children
    in_care(ENTERED, child_id=tia)
    wrong = stands(PeriodOfCare)
    mine, theirs = client_of(home.worker), client_of(home.manager)
    kept = filled_in(mine.get(page(wrong, "correct/")).content.decode()) | {"category_of_need": "N2"}
    stale = filled_in(theirs.get(page(wrong, "correct/")).content.decode()) | {"category_of_need": "N5"}
    for _ in range(2):
        assert mine.post(page(wrong, "correct/"), kept).status_code == 302
    with as_builder():
        assert PeriodOfCare.objects.count() == 2
    answer = theirs.post(page(wrong, "correct/"), stale)
    assert "Somebody else changed this while you were writing" in text_of(answer)
    again = filled_in(answer.content.decode()) | {"category_of_need": "N5"}
    assert stands(PeriodOfCare).category_of_need == "N2"
    assert theirs.post(page(wrong, "correct/"), again).status_code == 302
    assert stands(PeriodOfCare).category_of_need == "N5"


def test_what_belongs_to_a_corrected_fact_belongs_to_the_correction(client_of, home):
    (tia,) = home.children
    by = acting(home.worker)
    with as_web(home.worker, open=[tia]):
        exploitation.begin_missing_episode(child_id=tia, left=date(2026, 6, 1), kind="M", by=by)
        exploitation.end_missing_episode(child_id=tia, back=date(2026, 6, 2), by=by)
    episode = stands(MissingEpisode)
    with as_web(home.worker, open=[tia]):
        exploitation.record_return_interview(
            child_id=tia, episode_id=episode.pk, when=date(2026, 6, 3), step="offered", by=by
        )
    client = client_of(home.worker)
    assert put_right(client, episode, **on("ended", date(2026, 6, 3))).status_code == 302
    right = stands(MissingEpisode)
    assert stands(ReturnInterview).episode_id == right.pk
    assert "goes with it" in text_of(client.get(page(right, "withdraw/")))
    assert put_right(client, right, "withdraw/").status_code == 302
    with as_builder():
        assert not MissingEpisode.objects.current().exists()
        assert not ReturnInterview.objects.current().exists()
        assert not ClockRow.objects.filter(child=tia, timescale__startswith="rhi").exists()
        check_everything_derived()
    gone = text_of(client.get(page(right)))
    assert "Recorded by mistake; marked so" in gone
    assert "Read the letter again" in gone
    assert "Correct this" not in gone


def test_what_was_recorded_in_the_same_moment_can_go_with_it(client_of, home):
    (tia,) = home.children
    in_care(ENTERED, child_id=tia)
    period = stands(PeriodOfCare)
    others = [str(stands(LegalStatus).pk), str(stands(Home).pk)]
    client = client_of(home.worker)
    assert put_right(client, period, "withdraw/", together=others).status_code == 302
    with as_builder():
        assert not any(kind.objects.current().exists() for kind in (PeriodOfCare, LegalStatus, Home, HomeStep))
        assert not ClockRow.objects.filter(child=tia, timescale="cla_review_first").exists()


def test_an_end_that_was_none_is_taken_back_and_what_cannot_be_is_refused(client_of, home):
    (tia,) = home.children
    in_care(ENTERED, child_id=tia)
    client = client_of(home.worker)
    answer = put_right(client, stands(PeriodOfCare), **on("began", date(2031, 1, 1)))
    assert answer.status_code == 200
    with as_web(home.worker, open=[tia]):
        from sightline.practice.care import actions

        actions.leave_care(child_id=tia, on=date(2026, 7, 1), reason="E4A", by=acting(home.worker))
    period = stands(PeriodOfCare)
    none = {"ended-day": "", "ended-month": "", "ended-year": ""}
    assert put_right(client, period, **none).status_code == 302
    right = stands(PeriodOfCare)
    assert (right.ended, right.reason_ceased, right.end_recorded_at) == (None, "", None)
    assert "Nothing is different" in text_of(put_right(client, right))


def test_whoever_could_not_record_it_puts_nothing_right(client_of, home):
    (tia,) = home.children
    in_care(ENTERED, child_id=tia)
    assistant = practitioner(role="virtual_school")
    involve(tia, kind="co_worker", practitioner=assistant)
    period, client = stands(PeriodOfCare), client_of(assistant)
    seen = client.get(page(period))
    assert seen.status_code == 200
    assert "Correct this" not in text_of(seen)
    assert client.get(page(period, "correct/")).status_code == 404
    assert client.post(page(period, "withdraw/"), {"put_right_because": "No"}).status_code == 404


def test_a_corrected_decision_is_asked_again_and_a_withdrawn_one_waits_for_nobody(client_of, home):
    (tia,) = home.children
    said = {"kind": "come_into_care", "text": "Foster care", "reasons": "Not safe", "on": ENTERED}
    with as_web(home.worker, open=[tia]):
        oversight.record_decision(children=[tia], by=acting(home.worker), **said)
    wrong, client = stands(Decision), client_of(home.worker)
    with as_builder():
        Waiting.objects.filter(fact_id=wrong.pk).update(answer="agree")
    shown = client.get(f"/oversight/children/{tia}/decisions/{wrong.pk}/").content.decode()
    assert page(wrong, "correct/") in unescape(shown)
    assert refused(put_right(client, wrong, text="Care with her aunt")) == ""
    right = stands(Decision)
    with as_builder():
        assert list(Waiting.objects.values_list("fact_id", "answer")) == [(right.pk, "")]
    assert put_right(client, right, "withdraw/").status_code == 302
    with as_builder():
        assert not Waiting.objects.exists()
        check_everything_derived()


def test_only_what_somebody_could_have_recorded_is_offered_to_go_too(client_of, home):
    (tia,) = home.children
    director = practitioner(role="director", team=home.manager.team.within)
    by = system("tests", Source.DEMO)
    with as_builder():
        made = [
            Decision(
                child_id=tia, happened=ENTERED, kind="other", text="Go on", reasons="Well", known_at=timezone.now()
            ),
            CareReview(child_id=tia, happened=ENTERED),
        ]
        record_history(history=History(made, "together"), by=by)
    wrong = stands(Decision)
    offered = [f'value="{stands(CareReview).pk}"' in page_of(client_of(who), wrong) for who in (home.worker, director)]
    assert offered == [True, False]


def page_of(client, fact):
    """The page on which a fact is withdrawn."""
    return client.get(page(fact, "withdraw/")).content.decode()


def test_the_pages_ask_few_questions_of_the_database(client_of, home):
    (tia,) = home.children
    in_care(ENTERED, child_id=tia)
    client, fact = client_of(home.worker), stands(Home)
    for way in ("", "correct/", "withdraw/"):
        client.get(page(fact, way))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(page(fact, way))
        assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) <= 25, way


def test_no_choice_of_any_kind_is_shown_as_a_template() -> None:
    shown = [
        (label, column.name, choice_in_words(words))
        for label, declared in correctable().items()
        for kind in declared.kinds
        if kind._meta.label == label
        for column in kind._meta.concrete_fields
        for _, words in column.flatchoices or ()
    ]
    assert ("front_door.ContactDecision", "way", "Strategy discussion") in shown
    assert [each for each in shown if "{" in each[2]] == []
