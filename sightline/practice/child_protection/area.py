"""What child protection declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Bars, Lasting, Mark, Navigation, Overseen, Reads, RecordSomething, Told
from sightline.foundation.children.models import Person
from sightline.foundation.code_sets import code_set
from sightline.foundation.correctable import Correctable
from sightline.foundation.meetings.models import Held
from sightline.foundation.oversight.models import ManagersDecision
from sightline.foundation.oversight.queries import ENTRIES
from sightline.foundation.telling import TellsFamily
from sightline.foundation.visits.models import Seen
from sightline.practice.assessment.models import Assessment
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_protection import models, queries, rules
from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry, StrategyOutcome
from sightline.practice.child_protection.presenters import made, plans, titles
from sightline.practice.child_protection.rules import visits as limits
from sightline.practice.front_door.models import ContactOutcome, Referral, ReferralDecision
from sightline.ui.vocabulary import said

CLOCKS = [
    Reads(
        queries.enquiry_clocks,
        [
            *(Section47Enquiry, EnquiryOutcome, models.ConferenceDecision, models.InitialConference),
            *(ManagersDecision, Seen, Person),
        ],
        timescales=(
            *(rules.INITIAL_CONFERENCE, rules.ENQUIRY_OUTCOME),
            *(rules.PREBIRTH_CONFERENCE, limits.SEEN_IN_ENQUIRY),
        ),
        stopped_by=[models.InitialConference, models.ConferenceDecision, EnquiryOutcome, Seen],
    ),
    Reads(
        queries.discussion_clocks,
        [ContactOutcome, ReferralDecision, Assessment, StrategyOutcome],
        timescales=(rules.STRATEGY_DISCUSSION,),
        stopped_by=[StrategyOutcome],
    ),
    Reads(
        queries.transfer_clocks,
        [models.TransferInNotice, models.InitialConference],
        timescales=(rules.TRANSFER_IN,),
        stopped_by=[models.InitialConference],
    ),
    Reads(
        queries.paper_clocks,
        [models.InitialConference, models.ReviewConference, models.ConferencePaper],
        timescales=(rules.REPORT_SHARED, rules.DECISION_LETTER, rules.MINUTES),
        stopped_by=[models.ConferencePaper],
    ),
    Reads(
        queries.review_clocks,
        [models.ProtectionPlan, models.ReviewConference],
        timescales=(rules.FIRST_REVIEW, rules.NEXT_REVIEW),
        stopped_by=[models.ReviewConference],
    ),
    Reads(
        queries.core_group_clocks,
        [models.ProtectionPlan, models.ReviewConference, models.CoreGroup, Held, Person],
        timescales=(rules.FIRST_CORE_GROUP, rules.NEXT_CORE_GROUP, rules.AFTER_BIRTH),
        stopped_by=[models.CoreGroup, Held],
    ),
    Reads(
        queries.visit_clocks,
        [models.ProtectionPlan, Seen, Person],
        timescales=(limits.VISIT, limits.SEEN_ALONE, limits.SLEEPING_PLACE, limits.NOT_SEEN),
        stopped_by=[Seen],
    ),
    Reads(
        queries.long_plan_clocks,
        [models.ProtectionPlan, *ENTRIES],
        timescales=(limits.LONG_PLAN,),
        stopped_by=ENTRIES,
    ),
    Reads(
        queries.after_protection_clocks,
        [ChildInNeedPlan, models.ProtectionPlan],
        timescales=(limits.AFTER_PROTECTION,),
    ),
    Reads(
        queries.late_pregnancy_clocks,
        [Referral, ChildInNeedPlan, models.ProtectionPlan, Person],
        timescales=(limits.LATE_PREGNANCY,),
        stopped_by=[ChildInNeedPlan, models.ProtectionPlan],
    ),
    Reads(
        queries.refresh_clocks,
        [Assessment, ChildInNeedPlan, models.ProtectionPlan],
        timescales=(limits.REFRESH,),
        stopped_by=[Assessment],
    ),
]

PLANS = [  # conferences and plans in the chronology
    Told(
        models.ConferenceDecision,
        major=False,
        title=plans.conference_decision_title,
        detail=plans.reasons,
        label=lambda: said("Whether {child_protection_conference:article} is required"),
    ),
    Told(
        models.TransferInNotice,
        major=True,
        title=plans.notice_title,
        detail=plans.details,
        label=lambda: "Notices of transfer-in",
    ),
    Told(
        models.InitialConference,
        major=True,
        title=plans.conference_title,
        detail=plans.reasons,
        label=lambda: "Initial conferences",
    ),
    Told(
        models.ConferencePaper,
        major=False,
        title=plans.paper_title,
        label=lambda: "Papers of conferences",
    ),
    Told(
        models.ProtectionPlan,
        major=True,
        title=plans.plan_title,
        detail=plans.why_ended,
        label=lambda: said("{child_protection_plan:plural,capital}"),
    ),
    Told(
        models.ProtectionPlanCategory,
        major=False,
        title=plans.category_title,
        label=lambda: said("Categories of {child_protection_plan:plural}"),
    ),
    Told(
        models.ReviewConference,
        major=True,
        title=plans.review_title,
        detail=plans.review_detail,
        label=lambda: "Review conferences",
    ),
    Told(
        models.CoreGroup,
        major=False,
        title=plans.core_group_title,
        detail=plans.what_changed,
        label=lambda: said("{core_group:plural,capital}"),
    ),
]

AREA = Area(
    name="Child protection",
    marks=[Mark("plan", models.ProtectionPlan)],
    clocks=CLOCKS,
    chronology=[
        Told(
            StrategyOutcome,
            major=True,
            title=titles.outcome_title,
            detail=titles.reasons,
            page="child_protection:outcome",
            label=lambda: said("{strategy_discussion:plural,capital}"),
        ),
        Told(
            Section47Enquiry,
            major=True,
            title=titles.enquiry_title,
            label=lambda: said("{section_47_enquiry:plural,capital}"),
        ),
        Told(
            EnquiryOutcome,
            major=True,
            title=titles.ending_title,
            detail=titles.reasons,
            page="child_protection:ending",
            label=lambda: said("What {section_47_enquiry:plural} found"),
        ),
        *PLANS,
    ],
    lasting=[
        Lasting(
            models.ProtectionPlan,
            label=lambda: said("{child_protection_plan:plural,capital}"),
            now=lambda words: said("Has {child_protection_plan:article}"),
            code="initial_category",
            said=lambda code: code_set("cin-category-of-abuse").label(code),
            holds_open=True,
        ),
        Lasting(
            Section47Enquiry,
            label=lambda: said("{section_47_enquiry:plural,capital}"),
            now=lambda words: said("{section_47_enquiry:plural,capital} under way"),
            holds_open=True,
        ),
    ],
    oversight=[
        Overseen(
            StrategyOutcome,
            decision=lambda outcome: "strategy_discussion",
            asks="Do you agree?",
            permission=Permission.OVERSEE,
            title=titles.outcome_title,
            page="child_protection:outcome",
            label=lambda: said("{strategy_discussion:capital}"),
            agreed=("decision", "reasons"),
            opens=lambda: said("Open the {strategy_discussion}"),
        ),
        Overseen(
            EnquiryOutcome,
            decision=lambda outcome: "section_47_outcome",
            asks="Do you agree?",
            permission=Permission.OVERSEE,
            title=titles.ending_title,
            page="child_protection:ending",
            label=lambda: said("What {section_47_enquiry:plural} found"),
            agreed=("outcome", "reasons"),
            opens=lambda: said("Open what the {section_47_enquiry:plural} found"),
        ),
    ],
    tells_family=[
        TellsFamily(EnquiryOutcome, says=titles.said_of_ending),
        *map(TellsFamily, (StrategyOutcome, models.InitialConference, models.ReviewConference)),
    ],
    correctable=[
        Correctable(
            [
                Section47Enquiry,
                models.ConferenceDecision,
                models.TransferInNotice,
                models.InitialConference,
                models.ConferencePaper,
                models.ProtectionPlan,
                models.ProtectionPlanCategory,
                models.ReviewConference,
                models.CoreGroup,
            ],
            Permission.RECORD_CHILD_PROTECTION,
            questions=plans.QUESTIONS,
        )
    ],
    navigation=[
        Navigation(lambda: "Child protection", "child_protection:overview", Permission.OPEN_RECORD, order=44),
        Navigation(
            lambda: "Conferences and plans",
            "child_protection:plans",
            Permission.OPEN_RECORD,
            order=45,
            within=[
                f"child_protection:{page}"
                for page in (
                    "decide_conference",
                    "transfer_in",
                    "conference",
                    "review_conference",
                    "paper",
                    "core_group",
                    "end_plan",
                )
            ],
        ),
    ],
    records=[
        RecordSomething(
            lambda: said("Record {strategy_discussion:article}"),
            "child_protection:record_strategy_discussion",
            Permission.RECORD_CHILD_PROTECTION,
        ),
        RecordSomething(
            lambda: said("Record what {section_47_enquiry:plural} found"),
            "child_protection:record_enquiry_outcome",
            Permission.RECORD_CHILD_PROTECTION,
            offered=queries.enquiry_is_open,
        ),
        RecordSomething(
            lambda: said("Record an initial {child_protection_conference}"),
            "child_protection:conference",
            Permission.RECORD_CHILD_PROTECTION,
            offered=queries.may_need_conference,
        ),
        RecordSomething(
            lambda: "Record a review conference",
            "child_protection:review_conference",
            Permission.RECORD_CHILD_PROTECTION,
            offered=queries.has_plan,
        ),
        RecordSomething(
            lambda: said("Record {core_group:article}"),
            "child_protection:core_group",
            Permission.RECORD_MEETING,
            offered=queries.has_plan,
        ),
    ],
    made=made.KINDS,
    bars=[Bars(queries.why_plan_bars, beginning=[ChildInNeedPlan], ending=[Referral])],
    urls="sightline.practice.child_protection.urls",
    prefix="child-protection/",
)
