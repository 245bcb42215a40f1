"""Census rows as facts: each episode of need with what stands inside it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sightline.assurance.returns.mapping.found import Cells, Found, Row, Story, cells
from sightline.assurance.returns.mapping.persons import describe, meet, sex_of
from sightline.assurance.returns.reading.cin import WITHIN

KINDS = {  # the kinds of fact that each block can carry
    "ChildIdentifiers": ["children.Identifier"],
    "ChildCharacteristics": ["children.Ethnicity"],
    "Disabilities": ["children.Disability"],
    "CINdetails": ["front_door.Referral", "child_protection.InitialConference"],
    "Assessments": ["assessment.Assessment"],
    "FactorsIdentifiedAtAssessment": ["assessment.AssessmentFactor"],
    "CINPlanDates": ["child_in_need.ChildInNeedPlan"],
    "Section47": [
        "child_protection.Section47Enquiry",
        "child_protection.ConferenceDecision",
        "child_protection.InitialConference",
    ],
    "ChildProtectionPlans": ["child_protection.ProtectionPlan", "child_protection.ProtectionPlanCategory"],
    "Reviews": ["child_protection.ReviewConference"],
    "PreProceedingsandFGDM": [
        "court.PreProceedings",
        "court.LetterBeforeProceedings",
        "court.PreProceedingsMeeting",
        "court.FamilyGroupDecisionMaking",
        "court.CareProceedings",
    ],
}
NO_PARENT = "Nothing was made of the block that this row stands in."


def tell(story: Story) -> None:
    """Note everything that the blocks about a child say."""
    tell_child(story)
    within: dict[str, list[Row]] = defaultdict(list)
    for row in story.rows:
        within[row.values.get(WITHIN, "")].append(row)
    for need in cells(story, story.of("CINdetails")):
        tell_need(need, within[str(need.row.number)], within)
    reached = {row.key for found in story.found for row in found.rows}
    for row in story.rows:
        if row.table not in ("ChildIdentifiers", "ChildCharacteristics") and row.key not in reached:
            story.refuse(row, NO_PARENT)


def tell_child(story: Story) -> None:
    """Who the child is."""
    for row in cells(story, story.of("ChildIdentifiers")):
        sex = sex_of(row, "Sex") or sex_of(row, "GenderCurrent")
        born, expected = row.day("PersonBirthDate"), row.day("ExpectedPersonBirthDate")
        if meet(row, born=born, expected=expected, sex=sex, died=row.day("PersonDeathDate")):
            describe(row, upn="UPN", former_upn="FormerUPN")
    for row in cells(story, story.of("ChildCharacteristics")):
        describe(row, ethnicity="Ethnicity")
    began = story.first_known_day()
    for row in cells(story, story.of("Disabilities")):
        if code := row.code("Disability", "cin-disability"):
            story.tell("children.Disability", row.row, loose=("began",), began=began, code=code)


def tell_need(row: Cells, inside: list[Row], within: dict[str, list[Row]]) -> None:
    """One episode of need, and the blocks inside it."""
    story, began = row.story, row.begins("CINreferralDate")
    if began is None:
        return
    closed = row.day("CINclosureDate")
    why = row.code("ReasonForClosure", "cin-reason-for-closure")
    if why and closed is None:
        story.remark(row.row, "There is a reason for closure but no day of closure; the episode is shown as open.")
    referral = story.tell(
        "front_door.Referral",
        row.row,
        contested="The episode is closed before the referral." if closed and closed < began else "",
        began=began,
        ended=closed,
        referral_source=row.code("ReferralSource", "cin-referral-source"),
        primary_need=row.code("PrimaryNeedCode", "cin-primary-need"),
        no_further_action=row.flag("ReferralNFA"),
        reason_for_closure=why if closed else "",
    )
    if held := row.day("DateOfInitialCPC"):
        story.tell("child_protection.InitialConference", row.row, happened=held, referral=referral, transfer_in=True)
    enquiries = [each for each in inside if each.table == "Section47"]
    for each in cells(story, inside):
        if each.row.table == "Assessments":
            tell_assessment(each, referral, within[str(each.row.number)])
        elif each.row.table == "CINPlanDates":
            tell_plan(each, referral)
        elif each.row.table == "Section47":
            tell_enquiry(each, referral, closed, [other for other in cells(story, enquiries) if other.row != each.row])
        elif each.row.table == "ChildProtectionPlans":
            tell_protection(each, referral, within[str(each.row.number)])
        elif each.row.table == "PreProceedingsandFGDM":
            tell_pre_proceedings(each)


def tell_assessment(row: Cells, referral: Found, inside: list[Row]) -> None:
    """An assessment and the factors it found."""
    began, done = row.begins("AssessmentActualStartDate"), row.day("AssessmentAuthorisationDate")
    if began is None:
        return
    assessment = row.story.tell(
        "assessment.Assessment",
        row.row,
        contested="The assessment is authorised before it starts." if done and done < began else "",
        began=began,
        ended=done,
        internal_review_on=row.day("AssessmentInternalReviewDate"),
        referral=referral,
    )
    for each in cells(row.story, inside):
        code = each.code("AssessmentFactors", "cin-assessment-factors")
        row.story.tell(
            "assessment.AssessmentFactor",
            each.row,
            loose=("happened",),
            contested=assessment.contested,
            happened=done or began,
            assessment=assessment,
            code=code,
        )


def tell_plan(row: Cells, referral: Found) -> None:
    """A child in need plan."""
    if began := row.begins("CINPlanStartDate"):
        ended = row.day("CINPlanEndDate")
        wrong = "The plan ends before it starts." if ended and ended < began else ""
        row.story.tell(
            "child_in_need.ChildInNeedPlan", row.row, contested=wrong, began=began, ended=ended, referral=referral
        )


def tell_enquiry(row: Cells, referral: Found, closed: date | None, others: list[Cells]) -> None:
    """Section 47 enquiries, whether they led to a conference, and that conference."""
    story, began = row.story, row.begins("S47ActualStartDate")
    if began is None:
        return
    held, required = row.day("DateOfInitialCPC"), conference_required(row)
    ended = held
    if held is None and required is False:
        later = [day for day in (other.day("S47ActualStartDate") for other in others) if day and day > began]
        ended = min([day for day in (*later, closed, story.held_until) if day and day >= began], default=None)
        story.remark(row.row, "No conference was needed, and the census does not say when the enquiries ended: the day "
                              "by which they had is taken.")  # fmt: skip
    wrong = "The conference was held before the enquiries began." if held and held < began else ""
    enquiry = story.tell(
        "child_protection.Section47Enquiry",
        row.row,
        loose=() if held else ("ended",),
        contested=wrong,
        began=began,
        ended=ended,
        conference_target=row.day("InitialCPCtarget"),
        referral=referral,
    )
    if required is not None:
        story.tell("child_protection.ConferenceDecision", row.row, contested=wrong, happened=began,
                   enquiry=enquiry, required=required)  # fmt: skip
    if held:
        story.tell("child_protection.InitialConference", row.row, contested=wrong, happened=held, enquiry=enquiry,
                   referral=referral)  # fmt: skip


def conference_required(row: Cells) -> bool | None:
    """Whether a conference was needed; some files turn the question round."""
    not_required = row.flag("ICPCnotRequired")
    return not not_required if not_required is not None else row.flag("ICPCrequired")


def tell_protection(row: Cells, referral: Found, inside: list[Row]) -> None:
    """A protection plan, the harm it is about, and its reviews."""
    story, began = row.story, row.begins("CPPstartDate")
    if began is None:
        return
    ended = row.day("CPPendDate")
    wrong = "The plan ends before it starts." if ended and ended < began else ""
    first = row.code("InitialCategoryOfAbuse", "cin-category-of-abuse")
    latest = row.code("LatestCategoryOfAbuse", "cin-category-of-abuse")
    plan = story.tell(
        "child_protection.ProtectionPlan",
        row.row,
        contested=wrong,
        began=began,
        ended=ended,
        initial_category=first,
        number_of_previous_plans=row.number("NumberOfPreviousCPP"),
        referral=referral,
    )
    if latest and latest != first:
        day = ended or story.held_until or began
        story.tell("child_protection.ProtectionPlanCategory", row.row, contested=wrong, happened=max(day, began),
                   plan=plan, category=latest)  # fmt: skip
    for each in cells(story, inside):
        if reviewed := each.begins("CPPreviewDate"):
            story.tell("child_protection.ReviewConference", each.row, contested=wrong, happened=reviewed, plan=plan)


def tell_pre_proceedings(row: Cells) -> None:
    """Pre-proceedings, family group decision making and the application, where the block gives their days."""
    story = row.story
    began, decided, applied = row.day("PPStartDate"), row.day("StepDecisionDate"), row.day("CourtAppDate")
    if began is None and applied is None:
        story.refuse(row.row, "The block gives neither the start of pre-proceedings nor an application to court.")
        return
    if began:
        ended = decided or applied
        period = story.tell(
            "court.PreProceedings",
            row.row,
            contested="Pre-proceedings end before they begin." if ended and ended < began else "",
            began=began,
            ended=ended,
            outcome=row.code("PPOutcome", "cin-pre-proceedings-outcome") if ended else "",
        )
        if sent := row.day("LBPSentDate"):
            story.tell("court.LetterBeforeProceedings", row.row, happened=sent, pre_proceedings=period)
        if met := row.day("InitialPPMeetingDate"):
            story.tell("court.PreProceedingsMeeting", row.row, happened=met, pre_proceedings=period, kind="first")
        for column, step in (("FGDMMeetingOffer", "offered"), ("FGDMMeetingFac", "held")):
            if row.flag(column):
                story.tell(
                    "court.FamilyGroupDecisionMaking", row.row, happened=began, pre_proceedings=period, step=step
                )
                story.remark(row.row, "Family group decision making has no day of its own; that of the start is taken.")
    if applied:
        story.tell("court.CareProceedings", row.row, began=applied)
