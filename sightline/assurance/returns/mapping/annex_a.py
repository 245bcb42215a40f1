"""Annex A lists as facts: the latest of each thing about a child, as the inspector's workbook has it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.assurance.returns.mapping.found import Cells, Story, cells
from sightline.assurance.returns.mapping.persons import meet
from sightline.assurance.returns.mapping.prefixes import standard

KINDS = {
    "List 1": ["children.Identifier", "children.Ethnicity", "front_door.Contact"],
    "List 2": ["early_help.EarlyHelpEpisode"],
    "List 3": ["front_door.Referral"],
    "List 4": ["assessment.Assessment"],
    "List 5": [
        "child_protection.Section47Enquiry",
        "child_protection.ConferenceDecision",
        "child_protection.InitialConference",
    ],
    "List 6": ["front_door.Referral"],
    "List 7": ["child_protection.ProtectionPlan", "child_protection.ProtectionPlanCategory"],
    "List 8": ["care.PeriodOfCare", "care.LegalStatus", "care.Home", "care.CareReview", "health.HealthAssessment",
               "health.DentalCheck", "care.ReviewingOfficerContact"],
    "List 9": ["leaving_care.CareLeaverStatus", "leaving_care.CareLeaverContact", "leaving_care.PathwayPlan",
               "leaving_care.LeavingCareEligibility"],
    "List 10": ["care.AdoptionDecision", "care.AdoptionMatch", "care.PermanenceOrder"],
    "List 11": [],
}  # fmt: skip
COMPLETED = "Completed"
ADOPTERS = "Adopters have no record here; the line is kept."
ELIGIBLE = {"relevant child": "Relevant", "former relevant child": "Former Relevant",
            "qualifying care leaver": "Qualifying", "eligible child": "Eligible"}  # fmt: skip


def tell(story: Story) -> None:
    """Note everything that the lists say about a child."""
    for row in cells(story, story.rows):
        if row.row.table == "List 11":
            story.refuse(row.row, ADOPTERS)
            continue
        born = row.day("Date of Birth")
        unborn = born and story.held_until and born > story.held_until
        sex = sex_of(row, standard(row, "Gender", "annex-a-gender"))
        if meet(row, born=None if unborn else born, expected=born if unborn else None, sex=sex):
            TELLERS[row.row.table](row)
            if code := standard(row, "Ethnicity", "annex-a-ethnicity"):
                story.tell("children.Ethnicity", row.row, loose=("began",), began=story.first_known_day(), code=code)


def sex_of(row: Cells, code: str) -> str:
    """Sex by the codes of people; what is none was remarked on, and is not known."""
    return code if code in ("M", "F", "U") else ""


def yes(row: Cells, name: str) -> bool | None:
    """Yes, no, or not known."""
    given = standard(row, name, "annex-a-yes-no-unknown")
    return {"1": True, "0": False}.get(given)


def span(row: Cells, began: date, ended: date | None, what: str) -> dict[str, Any]:
    """From when to when, contested where it ends before it begins."""
    wrong = f"{what} ends before it begins." if ended and ended < began else ""
    return {"began": began, "ended": ended, "contested": wrong}


def tell_contact(row: Cells) -> None:
    if day := row.begins("Date of Contact"):
        source = standard(row, "Contact Source", "annex-a-contact-source")
        row.story.tell("front_door.Contact", row.row, happened=day, contact_source=source)


def tell_early_help(row: Cells) -> None:
    if began := row.begins("Assessment start date"):
        times = span(row, began, row.day("Assessment completion date"), "Early help")
        organisation = row.text("Organisation completing assessment")
        row.story.tell("early_help.EarlyHelpEpisode", row.row, **times, organisation=organisation)


def tell_referral(row: Cells) -> None:
    if began := row.begins("Date of referral"):
        source = standard(row, "Referral Source", "annex-a-contact-source")
        ended = yes(row, "Referral NFA?")
        row.story.tell("front_door.Referral", row.row, began=began, referral_source=source, no_further_action=ended)


def tell_assessment(row: Cells) -> None:
    if began := row.begins("Continuous Assessment Start Date"):
        times = span(row, began, row.day("Continuous Assessment Date of Authorisation"), "The assessment")
        at_end: dict[str, Any] = {
            "child_seen": yes(row, "Child Seen During Continuous Assessment"),
            "requires_support": yes(row, "Was the child assessed as requiring LA children's social care support?"),
        }
        row.story.tell("assessment.Assessment", row.row, **times, **(at_end if times["ended"] else {}))


def tell_enquiry(row: Cells) -> None:
    if began := row.begins("Strategy discussion initiating Section 47 Enquiry Start Date"):
        story, held = row.story, row.day("Date of Initial Child Protection Conference")
        unnecessary = yes(row, "Was an Initial Child Protection Conference deemed unnecessary?")
        over = held or (story.held_until if unnecessary else None)
        times = span(row, began, over, "The enquiry")
        enquiry = story.tell("child_protection.Section47Enquiry", row.row, loose=() if held else ("ended",), **times)
        if unnecessary is not None:
            story.tell("child_protection.ConferenceDecision", row.row, happened=began, enquiry=enquiry,
                       required=not unnecessary, contested=times["contested"])  # fmt: skip
        if held:
            made = yes(row, "Did the Initial Child Protection Conference Result in a Child Protection Plan")
            story.tell("child_protection.InitialConference", row.row, happened=held, enquiry=enquiry, plan_made=made,
                       contested=times["contested"])  # fmt: skip


def tell_need(row: Cells) -> None:
    began, closed = row.day("CIN Start Date"), row.day("CIN Closure Date")
    if began is None:
        row.story.refuse(row.row, "CIN Start Date gives no day, so nothing can be made of the row.")
        return
    why = standard(row, "Reason for Closure", "annex-a-reason-for-closure")
    row.story.tell(
        "front_door.Referral",
        row.row,
        **span(row, began, closed, "The episode"),
        primary_need=standard(row, "Primary Need Code", "annex-a-primary-need"),
        reason_for_closure=why if closed else "",
    )


def tell_protection(row: Cells) -> None:
    began = row.begins("Child Protection Plan Start Date")
    if began is None:
        return
    story = row.story
    first = standard(row, "Initial Category of Abuse", "annex-a-category-of-abuse")
    latest = standard(row, "Latest Category of Abuse", "annex-a-category-of-abuse")
    plan = story.tell(
        "child_protection.ProtectionPlan",
        row.row,
        **span(row, began, row.day("Child Protection Plan End Date"), "The plan"),
        initial_category=first,
        number_of_previous_plans=row.number("Number of Previous Child Protection Plans"),
    )
    if latest and latest != first:
        day = plan.values.get("ended") or story.held_until or began
        story.tell("child_protection.ProtectionPlanCategory", row.row, happened=max(day, began), plan=plan,
                   category=latest, contested=plan.contested)  # fmt: skip
    if reviewed := row.day("Date of latest review conference"):
        story.tell("child_protection.ReviewConference", row.row, happened=reviewed, plan=plan, contested=plan.contested)
    story.remark(row.row, "The day of the last visit is kept with the line: the list does not say who visited.")


def tell_care(row: Cells) -> None:
    began = row.begins("Date Started to be Looked After")
    if began is None:
        return
    story, ended = row.story, row.day("Date Ceased to be Looked After")
    why = standard(row, "Reason Ceased to be Looked After", "annex-a-reason-ceased")
    need = standard(row, "Child's Category of Need", "annex-a-category-of-need")
    story.tell("care.PeriodOfCare", row.row, **span(row, began, ended, "The period of care"), category_of_need=need,
               reason_ceased=why if ended else "")  # fmt: skip
    if since := row.day("Start date of current legal status"):
        code = standard(row, "Child's Legal Status", "annex-a-legal-status")
        story.tell("care.LegalStatus", row.row, **span(row, since, ended, "The legal status"), code=code)
    if moved := row.day("Start Date of Most Recent Placement"):
        story.tell(
            "care.Home",
            row.row,
            **span(row, moved, ended, "The home"),
            placement_type=standard(row, "Placement Type", "annex-a-placement-type"),
            provider=standard(row, "Placement Provider", "annex-a-placement-provider"),
            postcode=row.postcode("Placement postcode"),
            urn=row.text("URN of Placement").upper(),
        )
    for column, kind, more in LATEST:
        if day := row.day(column):
            story.tell(kind, row.row, happened=day, **more)


LATEST: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Date of Latest Statutory Review", "care.CareReview", {}),
    ("Date of Last IRO Visit / Contact to the Child", "care.ReviewingOfficerContact", {}),
    ("Date of Last Health Assessment", "health.HealthAssessment", {"result": COMPLETED}),
    ("Date of Last Dental Check", "health.DentalCheck", {"result": COMPLETED}),
)


def tell_leaver(row: Cells) -> None:
    story, reached = row.story, row.day("Latest Date of Contact")
    day = reached or story.held_until
    if day is None:
        story.refuse(row.row, "The row has no day, and the day of the workbook is not known.")
        return
    story.tell(
        "leaving_care.CareLeaverStatus",
        row.row,
        happened=day,
        in_touch=standard(row, "LA In Touch", "annex-a-in-touch"),
        accommodation=standard(row, "Type of Accommodation", "annex-a-accommodation"),
        suitability=standard(row, "Suitability of Accommodation", "annex-a-suitability"),
        activity=standard(row, "Activity Status", "annex-a-activity"),
    )
    if reached:
        story.tell("leaving_care.CareLeaverContact", row.row, happened=reached)
    if reviewed := row.day("Latest Pathway Plan Review Date"):
        story.tell("leaving_care.PathwayPlan", row.row, happened=reviewed, kind="review")
    given = row.text("Eligibility Category").rpartition(") ")[2].strip().lower()
    if category := ELIGIBLE.get(given):
        story.tell("leaving_care.LeavingCareEligibility", row.row, loose=("began",), continues=True,
                   began=story.held_until or day, category=category)  # fmt: skip


def tell_adoption(row: Cells) -> None:
    story, decided = row.story, row.begins("Date of Decision that Child Should be Placed for Adoption")
    if decided is None:
        return
    ended = row.day("Date of Decision that Child Should No Longer be Placed for Adoption")
    why = standard(row, "Reason Why Child No Longer Placed for Adoption", "annex-a-reason-no-longer-placed")
    story.tell("care.AdoptionDecision", row.row, **span(row, decided, ended, "The decision"),
               reason_ceased=why if ended else "")  # fmt: skip
    if matched := row.day("Date of Matching Child and Prospective Adopters"):
        story.tell("care.AdoptionMatch", row.row, happened=matched)
    if ordered := row.day("Date of Adoption Order"):
        story.tell("care.PermanenceOrder", row.row, happened=ordered, kind="Adoption")


TELLERS = {
    "List 1": tell_contact,
    "List 2": tell_early_help,
    "List 3": tell_referral,
    "List 4": tell_assessment,
    "List 5": tell_enquiry,
    "List 6": tell_need,
    "List 7": tell_protection,
    "List 8": tell_care,
    "List 9": tell_leaver,
    "List 10": tell_adoption,
}
