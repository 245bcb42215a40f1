"""Importing returns: every row has one outcome, nothing is written twice, and people's records are left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sightline.assurance.returns.importing import running
from sightline.assurance.returns.importing.tally import DoesNotAddUp, Tally
from sightline.assurance.returns.models import Batch, Contest, Pair, SourceRow, Stage
from sightline.assurance.returns.reading import Kind
from sightline.foundation.children.models import Ethnicity, Identifier, Person
from sightline.foundation.children.presenters import glance
from sightline.foundation.chronology.queries import lasted
from sightline.foundation.facts import Source
from sightline.foundation.history import History, record_history
from sightline.foundation.timescales.models import Coverage
from sightline.foundation.writing import corrects, withdraws
from sightline.practice.care.models import CareReview, Home, LegalStatus, PeriodOfCare
from sightline.practice.child_protection.models import ProtectionPlan, ReviewConference
from sightline.practice.front_door.models import Referral
from tests.builders.imports import counted, imported
from tests.builders.people import BUILDER
from tests.builders.returns import annex_a, block, census, child_of, episode, header, need, ssda903

pytestmark = pytest.mark.django_db
UPN = "H801200001001"


def looked_after(folder: Path, **more: Any) -> Path:
    """One child in care, in two homes under one order."""
    episodes = [
        episode("A1", "05/06/2022", DEC="01/02/2023", REC="X1", REASON_PLACE_CHANGE="CARPL", HOME_POST="SR2 7QE"),
        episode("A1", "01/02/2023", RNE="P", PL_POST="SR4 1AA"),
    ]
    return ssda903(folder, Header=[header("A1", UPN=UPN)], **({"Episodes": episodes} | more))


def test_episodes_become_a_period_of_care_its_legal_status_and_its_homes(tmp_path: Path) -> None:
    report = imported(Kind.SSDA903, looked_after(tmp_path / "2022-23"))
    period, status = PeriodOfCare.objects.get(), LegalStatus.objects.get()
    assert (period.began, period.ended, period.home_postcode) == (date(2022, 6, 5), None, "SR2 7QE")
    assert (status.began, status.ended, status.code) == (date(2022, 6, 5), None, "C2")
    homes = Home.objects.order_by("began").values_list("began", "ended", "postcode", "reason_for_change")
    assert list(homes) == [
        (date(2022, 6, 5), date(2023, 2, 1), "SR1 2AB", "CARPL"),
        (date(2023, 2, 1), None, "SR4 1AA", ""),
    ]
    assert report["tables"]["Episodes"]["written"] == 2
    assert str(period.child) == "Child A1"
    assert {each.source for each in (period, status)} == {Source.IMPORT}


def test_what_was_open_in_a_file_is_said_to_be_so_on_its_last_day_and_not_today(tmp_path: Path) -> None:
    imported(Kind.SSDA903, looked_after(tmp_path / "2022-23"))
    child = PeriodOfCare.objects.get().child_id
    open_still = [each for each in lasted(child) if each.ended is None]
    assert {each.told_until for each in open_still} == {date(2023, 3, 31)}
    assert "In care on 31 March 2023, since 5 June 2022" in glance.standing(child, date(2026, 6, 30))
    assert "In care, since 5 June 2022" in glance.standing(child, date(2023, 3, 31))


def test_a_second_import_of_the_same_file_writes_nothing(tmp_path: Path) -> None:
    path = looked_after(tmp_path / "2022-23", Reviews=[{"CHILD": "A1", "REVIEW": "01/08/2022", "REVIEW_CODE": "PN1"}])
    imported(Kind.SSDA903, path)
    before, lines = counted(), SourceRow.objects.count()
    report = imported(Kind.SSDA903, path)
    assert counted() == before
    assert SourceRow.objects.count() == lines
    assert all(counts["written"] + counts["changed"] == 0 for counts in report["tables"].values())


def test_a_trial_reports_the_same_and_writes_nothing(tmp_path: Path) -> None:
    path = looked_after(tmp_path / "2022-23")
    trial = imported(Kind.SSDA903, path, dry_run=True)
    assert counted() == {}
    assert not SourceRow.objects.exists()
    assert not Batch.objects.exists()
    assert imported(Kind.SSDA903, path)["tables"] == trial["tables"]


def test_next_years_file_extends_the_same_child(tmp_path: Path) -> None:
    imported(Kind.SSDA903, looked_after(tmp_path / "2022-23"))
    later = [episode("A1", "01/02/2023", RNE="P", PL_POST="SR4 1AA", DEC="10/10/2023", REC="E4A")]
    report = imported(Kind.SSDA903, looked_after(tmp_path / "2023-24", Episodes=later))
    period, home = PeriodOfCare.objects.get(), Home.objects.latest("began")
    assert (period.began, period.ended, period.reason_ceased) == (date(2022, 6, 5), date(2023, 10, 10), "E4A")
    assert (home.began, home.ended) == (date(2023, 2, 1), date(2023, 10, 10))
    assert LegalStatus.objects.get().ended == date(2023, 10, 10)
    assert report["tables"]["Episodes"]["changed"] == 1
    assert Person.objects.count() == 1
    assert Coverage.objects.count() == 2


def test_a_file_sent_again_with_another_answer_corrects_what_it_said_before(tmp_path: Path) -> None:
    review = {"CHILD": "A1", "REVIEW": "01/08/2022"}
    imported(Kind.SSDA903, looked_after(tmp_path / "a 2022-23", Reviews=[review | {"REVIEW_CODE": "PN1"}]))
    again = looked_after(tmp_path / "b 2022-23", Reviews=[review | {"REVIEW_CODE": "PN2"}])
    assert imported(Kind.SSDA903, again)["tables"]["Reviews"]["changed"] == 1
    old, new = CareReview.objects.order_by("pk")
    assert old.superseded_at is not None
    assert (new.supersedes, new.participation) == (old, "PN2")


def test_what_is_gone_from_a_file_is_counted_and_kept(tmp_path: Path) -> None:
    reviews = [{"CHILD": "A1", "REVIEW": day, "REVIEW_CODE": "PN1"} for day in ("01/08/2022", "02/12/2022")]
    imported(Kind.SSDA903, looked_after(tmp_path / "a 2022-23", Reviews=reviews))
    report = imported(Kind.SSDA903, looked_after(tmp_path / "b 2022-23", Reviews=reviews[:1]))
    assert report["tables"]["Reviews"]["gone"] == 1
    assert CareReview.objects.current().count() == 2


def test_a_day_that_was_wrong_is_corrected_and_not_told_twice(tmp_path: Path) -> None:
    episodes = [episode("A1", "05/06/2022")]
    imported(Kind.SSDA903, looked_after(tmp_path / "a 2022-23", Episodes=episodes))
    moved = [episode("A1", "07/06/2022")]
    report = imported(Kind.SSDA903, looked_after(tmp_path / "b 2022-23", Episodes=moved))
    assert [each.began for each in Home.objects.current()] == [date(2022, 6, 7)]
    assert report["tables"]["Episodes"]["gone"] == 0


def test_episodes_that_overlap_are_contested_and_the_earlier_stands(tmp_path: Path) -> None:
    episodes = [
        episode("A1", "05/06/2022", DEC="01/02/2023", REC="E4A"),
        episode("A1", "01/09/2022", LS="V2", PL_POST="SR9 9ZZ"),
    ]
    for name in ("a 2022-23", "b 2022-23"):  # the same winner whichever stands first
        report = imported(Kind.SSDA903, looked_after(tmp_path / name, Episodes=episodes))
        episodes.reverse()
    assert report["tables"]["Episodes"]["contested"] == 0  # the second file says what the first said
    assert [each.postcode for each in Home.objects.current()] == ["SR1 2AB"]
    assert [each.postcode for each in Home.objects.filter(contested=True)] == ["SR9 9ZZ"]
    assert {each.kind for each in Contest.objects.all()} == {"care.Home", "care.LegalStatus"}


def test_what_a_person_recorded_beats_what_was_imported(tmp_path: Path) -> None:
    path = looked_after(tmp_path / "2022-23", Reviews=[{"CHILD": "A1", "REVIEW": "01/08/2022", "REVIEW_CODE": "PN1"}])
    imported(Kind.SSDA903, path)
    review = CareReview.objects.get()
    new = CareReview(child=review.child, happened=review.happened, participation="PN3")
    record_history(history=History([corrects(review, new, reason="The minutes say so")], "test"), by=BUILDER)
    before = counted()
    report = imported(Kind.SSDA903, path)
    assert counted() == before
    assert report["tables"]["Reviews"]["unchanged"] == 1
    assert CareReview.objects.current().get().participation == "PN3"


def test_a_contested_row_that_a_person_settled_stays_settled(tmp_path: Path) -> None:
    both = [episode("A1", "05/06/2022", DEC="01/02/2023", REC="E4A"), episode("A1", "01/09/2022", LS="V2")]
    path = looked_after(tmp_path / "2022-23", Episodes=both)
    imported(Kind.SSDA903, path)
    contested = [*Home.objects.filter(contested=True), *LegalStatus.objects.filter(contested=True)]
    told = [withdraws(fact, reason="The first episode is right") for fact in contested]
    record_history(history=History(told, "test"), by=BUILDER)
    before = counted()
    assert imported(Kind.SSDA903, path)["tables"]["Episodes"]["unchanged"] == 2
    assert counted() == before


@pytest.mark.parametrize(("other_upn", "born", "people", "pairs"), [
    (UPN, "2012-03-27", 1, 0),
    (UPN, "2012-03-28", 2, 1),
    ("", "2012-03-27", 2, 1),
    ("", "2013-03-27", 2, 0),
])  # fmt: skip
def test_the_child_of_two_returns_is_linked_on_a_pupil_number_and_birth_date_that_agree(
    tmp_path: Path, other_upn: str, born: str, people: int, pairs: int
) -> None:
    imported(Kind.SSDA903, looked_after(tmp_path / "2022-23"))
    identifiers = {"UPN": other_upn} if other_upn else {"UPNunknown": "UN2"}
    child = child_of("C77", need("2022-05-01"), PersonBirthDate=born, **identifiers)
    report = imported(Kind.CIN, census(tmp_path / "cin.xml", child, year=2023))
    assert Person.objects.count() == people
    assert Pair.objects.count() == pairs
    assert report["children"]["linked" if people == 1 else "made"] == 1


def test_a_census_becomes_referral_plan_and_reviews_which_hang_together(tmp_path: Path) -> None:
    reviews = "<Reviews><CPPreviewDate>2023-08-01</CPPreviewDate></Reviews>"
    cells = {"CPPstartDate": "2023-05-10", "InitialCategoryOfAbuse": "NEG", "LatestCategoryOfAbuse": "NEG"}
    path = census(
        tmp_path / "cin.xml", child_of("C1", need("2023-04-20", block("ChildProtectionPlans", reviews, **cells)))
    )
    imported(Kind.CIN, path)
    plan, review = ProtectionPlan.objects.get(), ReviewConference.objects.get()
    assert (plan.referral, review.plan) == (Referral.objects.get(), plan)
    own = ReviewConference(child=review.child, happened=date(2023, 11, 2), plan=plan)
    record_history(history=History([own], "test"), by=BUILDER)
    ended = cells | {"CPPendDate": "2024-05-01", "NumberOfPreviousCPP": "1"}
    later = census(
        tmp_path / "next.xml",
        child_of("C1", need("2023-04-20", block("ChildProtectionPlans", reviews, **ended))),
        year=2025,
    )
    report = imported(Kind.CIN, later)
    plan = ProtectionPlan.objects.current().get()
    assert (plan.ended, plan.number_of_previous_plans) == (date(2024, 5, 1), 1)
    assert report["tables"]["ChildProtectionPlans"]["changed"] == 1
    reviews_now = ReviewConference.objects.current().order_by("happened")
    assert [(each.happened, each.plan) for each in reviews_now] == [(review.happened, plan), (own.happened, plan)]
    assert reviews_now[1].source != Source.IMPORT
    assert report["tables"]["Reviews"]["unchanged"] == 1
    before = counted()
    imported(Kind.CIN, later)
    assert counted() == before


def test_an_annex_a_workbook_meets_what_the_census_said(tmp_path: Path) -> None:
    imported(Kind.CIN, census(tmp_path / "cin.xml", child_of("C1", need("2024-02-01", ReferralSource="2A"))))
    row = {"Child Unique ID": "C1", "Gender": "b) Female", "Ethnicity": "WBRI", "Date of Birth": date(2015, 3, 27)}
    referral = row | {
        "Date of referral": date(2024, 2, 1),
        "Referral Source": "e) 2A: Schools",
        "Referral NFA?": "b) No",
    }
    report = imported(Kind.ANNEX_A, annex_a(tmp_path / "a.xlsx", List_3=[referral]))
    assert report["children"]["linked"] == 1
    assert report["tables"]["List 3"]["written"] == 1  # the number that this return gives the child
    assert Referral.objects.count() == 1
    assert Ethnicity.objects.get().code == "WBRI"
    assert Identifier.objects.filter(value="C1").count() == 2


def test_unknown_codes_are_kept_as_given_and_reported(tmp_path: Path) -> None:
    path = looked_after(
        tmp_path / "2022-23", Episodes=[episode("A1", "05/06/2022", LS="QQ", URN="far too long for one")]
    )
    reasons = [each["reason"] for each in imported(Kind.SSDA903, path)["tables"]["Episodes"]["reasons"]]
    assert LegalStatus.objects.get().code == "QQ"
    assert "LS: “QQ” is not a code of the standard; kept as given." in reasons
    assert "urn: the value is too long to be right; kept with the line only." in reasons


def test_rows_of_which_nothing_can_be_made_are_refused_with_a_sentence(tmp_path: Path) -> None:
    rows = [episode("A1", "soon"), episode("", "05/06/2022"), episode("A1", "05/06/2022")]
    counts = imported(Kind.SSDA903, looked_after(tmp_path / "2022-23", Episodes=rows))["tables"]["Episodes"]
    assert (counts["read"], counts["refused"], counts["written"]) == (3, 2, 1)
    said = {each["reason"] for each in counts["reasons"]}
    assert "DECOM: “soon” is not a date, so nothing can be made of the row." in said
    assert "The row does not say which child it is about." in said


def test_an_interrupted_import_goes_on_without_loss_or_doubling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = [f"A{number}" for number in range(10)]
    path = ssda903(
        tmp_path / "2022-23",
        Header=[header(child) for child in children],
        Episodes=[episode(child, "05/06/2022") for child in children],
    )
    monkeypatch.setattr(running, "CHILDREN_AT_A_TIME", 3)

    def pull_the_plug(stage: str, done: int, total: int) -> None:
        if stage == "writing" and done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imported(Kind.SSDA903, path, say=pull_the_plug)
    assert Home.objects.count() == 6
    report = imported(Kind.SSDA903, path)
    assert Home.objects.count() == Person.objects.count() == 10
    assert report["tables"]["Episodes"]["written"] == 10
    assert Batch.objects.get().stage == Stage.FINISHED


def test_a_count_that_does_not_add_up_stops_the_import() -> None:
    tally = Tally()
    tally.of("Header").counts.update({"read": 2, "written": 1})
    with pytest.raises(DoesNotAddUp):
        tally.as_plain()
