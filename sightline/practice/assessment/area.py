"""What assessment declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Bars, Mark, Navigation, Overseen, Reads, RecordSomething, Told
from sightline.foundation.children.models import Person
from sightline.foundation.correctable import Correctable
from sightline.foundation.oversight.queries import ENTRIES
from sightline.foundation.telling import TellsFamily
from sightline.foundation.visits.models import Seen
from sightline.foundation.workforce.models import Involvement
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.actions.submitting import signed
from sightline.practice.assessment.models import Assessment, AssessmentFactor, AssessmentSubmitted
from sightline.practice.assessment.presenters import titles
from sightline.practice.front_door.models import Referral, ReferralDecision

AREA = Area(
    name="Assessment",
    marks=[Mark("assessing", Assessment, shown=lambda: "Assessment since")],
    clocks=[
        Reads(
            queries.allocation_clocks,
            [ReferralDecision, Involvement],
            timescales=(rules.ALLOCATION,),
            stopped_by=[Involvement],
        ),
        Reads(
            queries.assessment_clocks,
            [Referral, ReferralDecision, Assessment, Seen, *ENTRIES],
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
    ],
    oversight=[
        Overseen(
            AssessmentSubmitted,
            decision=lambda submitted: "assessment",
            asks="Do you sign it?",
            permission=Permission.OVERSEE,
            title=titles.found,
            page="assessment:submitted",
            label=lambda: "Assessment",
            opens=lambda: "Read the assessment",
            once_agreed=signed,
            by_another=True,
        )
    ],
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
    ],
    navigation=[Navigation(lambda: "Assessment", "assessment:overview", Permission.OPEN_RECORD, order=42)],
    records=[
        RecordSomething(
            lambda: "Write an assessment",
            "assessment:begin",
            Permission.RECORD_PRACTICE,
            withheld=queries.is_written,
        ),
    ],
    urls="sightline.practice.assessment.urls",
    prefix="assessments/",
)
