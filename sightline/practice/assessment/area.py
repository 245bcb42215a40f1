"""What assessment declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import (
    Area,
    Bars,
    BornToo,
    ForPlans,
    Mark,
    Navigation,
    Overseen,
    Reads,
    RecordSomething,
    Told,
)
from sightline.foundation.children.models import Person
from sightline.foundation.correctable import PAGE, Correctable
from sightline.foundation.oversight.queries import ENTRIES
from sightline.foundation.telling import TellsFamily
from sightline.foundation.visits.models import Seen
from sightline.foundation.workforce.models import Involvement
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.actions.submitting import signed
from sightline.practice.assessment.actions.twins import assessment_of_twins
from sightline.practice.assessment.models import (
    Assessment,
    AssessmentFactor,
    AssessmentSubmitted,
    ChildsView,
    NeedForAssessment,
    NeedFound,
    RiskScale,
    SharedWithFamily,
)
from sightline.practice.assessment.presenters import titles
from sightline.practice.assessment.presenters.reader import KINDS
from sightline.practice.front_door.models import Referral, ReferralDecision

AREA = Area(
    name="Assessment",
    marks=[Mark("assessing", Assessment, shown=lambda: "Assessment since")],
    clocks=[
        Reads(
            queries.allocation_clocks,
            [Referral, ReferralDecision, Involvement],
            timescales=(rules.ALLOCATION,),
            stopped_by=[Involvement],
        ),
        Reads(
            queries.assessment_clocks,
            [Referral, ReferralDecision, Assessment, Seen, Person, *ENTRIES],
            timescales=(rules.ASSESSMENT, rules.CHILD_SEEN, rules.CHECKPOINT),
            stopped_by=[Assessment, Seen, *ENTRIES],
        ),
        Reads(
            queries.before_birth_clocks,
            [Referral, ReferralDecision, Assessment, Person],
            timescales=(rules.PREBIRTH_START, rules.PREBIRTH_END),
            stopped_by=[Assessment],
        ),
    ],
    chronology=[
        Told(
            Assessment,
            major=True,
            title=titles.assessment_title,
            detail=titles.outcome,
            label=lambda: "Assessments",
        ),
        Told(
            AssessmentFactor,
            major=False,
            title=titles.factor_title,
            label=lambda: "Factors found by assessments",
        ),
        Told(
            AssessmentSubmitted,
            major=False,
            title=titles.submitted_title,
            detail=titles.found,
            page="assessment:submitted",
            label=lambda: "Assessments submitted",
        ),
        Told(
            NeedForAssessment,
            major=True,
            title=titles.whether_title,
            detail=titles.whether_words,
            label=lambda: "Whether to assess",
        ),
        Told(
            ChildsView,
            major=True,
            title=titles.view_title,
            detail=titles.view_words,
            label=lambda: "The child's views",
        ),
        Told(
            NeedFound,
            major=False,
            title=titles.need_title,
            detail=titles.need_words,
            label=lambda: "Needs that assessments found",
        ),
        Told(
            RiskScale,
            major=False,
            title=titles.scale_title,
            detail=lambda scale: scale.reasons,
            label=lambda: "Risk scales of assessments",
        ),
        Told(
            SharedWithFamily,
            major=False,
            title=titles.sharing_title,
            detail=titles.sharing_words,
            related=("person",),
            label=lambda: "Assessments shared with the family",
        ),
    ],
    oversight=[
        Overseen(
            AssessmentSubmitted,
            decision=lambda submitted: "" if queries.has_stopped(submitted.child) else "assessment",
            asks="Do you sign it?",
            permission=Permission.OVERSEE,
            title=titles.found,
            page="assessment:submitted",
            label=lambda: "Assessment",
            opens=lambda: "Read the assessment",
            once_agreed=signed,
            by_another=True,
        ),
        Overseen(
            NeedForAssessment,
            decision=lambda need: "no_further_action" if queries.goes_to_a_manager(need) else "",
            asks="Do you agree?",
            permission=Permission.OVERSEE,
            title=titles.whether_title,
            page=PAGE,
            label=lambda: "Whether to assess",
            agreed=("decision", "reasons"),
        ),
    ],
    for_plans=[ForPlans(queries.waiting_goals, queries.words_behind_steps)],
    born_too=[BornToo(assessment_of_twins)],
    bars=[Bars(queries.why_assessment_bars, ending=[Referral])],
    tells_family=[TellsFamily(Assessment, decided_on=lambda assessment: assessment.ended)],
    correctable=[
        Correctable(
            [Assessment],
            Permission.RECORD_PRACTICE,
            questions={
                "internal_review_on": "On which day is it looked at again?",
                "child_seen": "Was the child seen?",
                "requires_support": "Does the child need support?",
                "outcome": "What came of it?",
                "why": "Why?",
            },
            once_ended=Permission.OVERSEE,
        ),
        Correctable([AssessmentFactor], Permission.OVERSEE, questions={"code": "Which factor?"}),
        Correctable(
            [ChildsView],
            Permission.RECORD_PRACTICE,
            asked=("kind", "issue", "how_asked", "words", "changed", "why_not_asked", "seen", "where", "may_know"),
            questions={
                "kind": "How do we know?",
                "issue": "On which issue?",
                "how_asked": "What was asked, and how?",
                "words": "The exact words, or what was observed",
                "changed": "What changed because of it?",
                "why_not_asked": "Why was the child not asked?",
                "seen": "Was the child seen?",
                "may_know": "Who may know it?",
            },
        ),
        Correctable(
            [NeedFound],
            Permission.RECORD_PRACTICE,
            asked=("need", "starts_on", "why_none", "may_know"),
            questions={
                "need": "What does the child need?",
                "starts_on": "From which day on?",
                "why_none": "Why does nothing answer it?",
                "may_know": "Who may know it?",
            },
        ),
        Correctable([RiskScale], Permission.RECORD_PRACTICE, questions={"may_know": "Who may know it?"}),
        Correctable(
            [SharedWithFamily],
            Permission.RECORD_PRACTICE,
            questions={"said": "What do they put right?", "why_not": "Why was it not shared, or no copy given?"},
        ),
        Correctable(
            [NeedForAssessment],
            Permission.RECORD_PRACTICE,
            asked=("alternative", "decision", "reasons", "agreement"),
            questions={"alternative": "What else was considered?", "agreement": "Does the family agree?"},
        ),
    ],
    navigation=[Navigation(lambda: "Assessment", "assessment:overview", Permission.OPEN_RECORD, order=42)],
    records=[
        RecordSomething(lambda: "Decide whether to assess", "assessment:whether", Permission.RECORD_PRACTICE),
        RecordSomething(
            lambda: "Write an assessment",
            "assessment:begin",
            Permission.RECORD_PRACTICE,
            withheld=queries.is_written,
        ),
    ],
    made=KINDS,
    urls="sightline.practice.assessment.urls",
    prefix="assessments/",
)
