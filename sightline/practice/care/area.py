"""What care declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Lasting, Mark, Navigation, Reads, RecordSomething, Told
from sightline.foundation.code_sets import code_set
from sightline.foundation.correctable import Correctable
from sightline.foundation.oversight.queries import ENTRIES
from sightline.foundation.visits.models import Seen
from sightline.foundation.workforce.models import Involvement
from sightline.practice.assessment.models import Assessment
from sightline.practice.care import models
from sightline.practice.care.presenters import titles
from sightline.practice.care.queries import READS, clocks, is_in_care
from sightline.practice.care.rules import timescales
from sightline.practice.care.rules.visits import VISIT_FIRST, VISIT_NEXT
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_protection.models import ProtectionPlan
from sightline.practice.child_protection.rules.visits import FIRST_MEETING
from sightline.practice.front_door.models import Referral
from sightline.ui.vocabulary import said

CLOCKS = [
    Reads(
        clocks.first_meeting_clocks,
        [*READS, Assessment, ChildInNeedPlan, ProtectionPlan, Referral],
        timescales=(FIRST_MEETING,),
        stopped_by=[ChildInNeedPlan],
    ),
    Reads(
        clocks.care_plan_clocks,
        [*READS, models.CarePlan],
        timescales=(timescales.CARE_PLAN,),
        stopped_by=[models.CarePlan],
    ),
    Reads(
        clocks.permanence_clocks,
        [*READS, models.CarePlan, models.CareReview],
        timescales=(timescales.PERMANENCE_PLAN,),
        stopped_by=[models.CarePlan],
    ),
    Reads(
        clocks.adoption_decision_clocks,
        [*READS, models.CarePlan, models.AdoptionDecision],
        timescales=(timescales.ADOPTION_DECISION,),
        stopped_by=[models.AdoptionDecision],
    ),
    Reads(
        clocks.agreed_care_clocks,
        [models.LegalStatus, models.CareReview, *ENTRIES],
        timescales=(timescales.AGREED_CARE,),
        stopped_by=[models.CareReview, *ENTRIES],
    ),
    Reads(
        clocks.new_home_clocks,
        [*READS, models.HomeStep],
        timescales=(timescales.PLACEMENT_PLAN, timescales.PLACEMENT_NOTIFY, timescales.PLACEMENT_MEETING),
        stopped_by=[models.HomeStep],
    ),
    Reads(
        clocks.approval_clocks,
        [*READS, models.HomeArrangement],
        timescales=(timescales.PARENTS_BEFORE_ASSESSMENT, timescales.CONNECTED_APPROVAL),
        stopped_by=[models.HomeArrangement],
    ),
    Reads(
        clocks.liberty_clocks,
        [models.DeprivationOfLiberty],
        timescales=(timescales.LIBERTY_ORDER,),
        stopped_by=[models.DeprivationOfLiberty],
    ),
    Reads(
        clocks.visit_clocks,
        [*READS, Seen, models.HomeArrangement, models.CareReview],
        timescales=(VISIT_FIRST, VISIT_NEXT),
        stopped_by=[Seen],
    ),
    Reads(
        clocks.review_clocks,
        [*READS, models.CareReview],
        timescales=(timescales.REVIEW_FIRST, timescales.REVIEW_SECOND, timescales.REVIEW_NEXT),
        stopped_by=[models.CareReview],
    ),
    Reads(
        clocks.short_break_clocks,
        [*READS, models.CareReview],
        timescales=(timescales.REVIEW_SHORT_BREAKS,),
        stopped_by=[models.CareReview],
    ),
    Reads(
        clocks.officer_clocks,
        [*READS, models.CareReview, models.ReviewingOfficerContact, Involvement],
        timescales=(timescales.OFFICER_NAMED, timescales.OFFICER_MIDWAY),
        stopped_by=[Involvement, models.ReviewingOfficerContact],
    ),
    Reads(
        clocks.adoption_clocks,
        [*READS, models.CareReview],
        timescales=(timescales.ADOPTION_UNPLACED, timescales.ADOPTION_PLACED),
        stopped_by=[models.CareReview],
    ),
]

AREA = Area(
    name="Care",
    marks=[Mark("in_need", models.PeriodOfCare), Mark("plan", models.CarePlan)],
    clocks=CLOCKS,
    lasting=[
        Lasting(
            models.PeriodOfCare,
            label=lambda: "Time in care",
            now=lambda words: "In care",
            code="category_of_need",
            said=lambda code: code_set("ssda903-category-of-need").label(code),
            holds_open=True,
        ),
        Lasting(
            models.LegalStatus,
            label=lambda: "Legal status",
            now=lambda words: words,
            code="code",
            said=lambda code: code_set("ssda903-legal-status").label(code),
        ),
        Lasting(
            models.Home,
            label=lambda: "Homes",
            code="placement_type",
            said=lambda code: code_set("ssda903-placement-type").label(code),
        ),
    ],
    chronology=[
        Told(models.PeriodOfCare, major=True, title=titles.period_title, detail=titles.period_detail),
        Told(models.LegalStatus, major=True, title=titles.status_title),
        Told(models.Home, major=True, title=titles.home_title, detail=titles.home_detail),
        Told(models.HomeArrangement, major=False, title=titles.arrangement_title),
        Told(models.HomeStep, major=False, title=titles.step_title),
        Told(models.CareReview, major=True, title=titles.review_title, detail=titles.review_detail),
        Told(
            models.ReviewingOfficerContact,
            major=False,
            title=titles.officer_title,
            label=lambda: said("What the {reviewing_officer} did"),
        ),
        Told(models.CarePlan, major=True, title=titles.plan_title, detail=titles.plan_detail),
        Told(models.AdoptionDecision, major=True, title=titles.adoption_title, detail=titles.adoption_detail),
        Told(models.AdoptionMatch, major=True, title=titles.match_title),
        Told(models.PermanenceOrder, major=True, title=titles.order_title),
        Told(models.PreviousPermanence, major=False, title=titles.previous_title),
        Told(models.SeparatedChild, major=True, title=titles.separated_title),
        Told(models.DeprivationOfLiberty, major=True, title=titles.liberty_title),
        Told(models.Motherhood, major=False, title=titles.motherhood_title),
        Told(models.Conviction, major=True, title=titles.conviction_title),
    ],
    correctable=[
        Correctable(
            [
                models.PeriodOfCare,
                models.LegalStatus,
                models.Home,
                models.HomeArrangement,
                models.HomeStep,
                models.CareReview,
                models.ReviewingOfficerContact,
                models.CarePlan,
                models.AdoptionDecision,
                models.AdoptionMatch,
                models.PermanenceOrder,
                models.PreviousPermanence,
                models.SeparatedChild,
                models.DeprivationOfLiberty,
                models.Motherhood,
                models.Conviction,
            ],
            Permission.RECORD_PRACTICE,
            questions=titles.QUESTIONS,
            lists={"options": "ssd-permanence-plan-keys"},
        )
    ],
    navigation=[Navigation(lambda: "Care", "care:overview", Permission.OPEN_RECORD, order=50)],
    records=[
        RecordSomething(
            lambda: "Record coming into care",
            "care:enter",
            Permission.RECORD_PRACTICE,
            withheld=is_in_care,
        ),
        RecordSomething(lambda: "Record a move to another home", "care:move", Permission.RECORD_PRACTICE, is_in_care),
        RecordSomething(lambda: "Record a review", "care:review", Permission.RECORD_PRACTICE, is_in_care),
    ],
    urls="sightline.practice.care.urls",
    prefix="care/",
)
