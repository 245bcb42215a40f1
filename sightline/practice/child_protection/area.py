"""What child protection declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Overseen, Reads, Told
from sightline.foundation.oversight.models import ManagersDecision
from sightline.foundation.timescales.rules import working_days
from sightline.practice.child_protection import queries, rules
from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry, StrategyOutcome
from sightline.practice.child_protection.presenters import titles

AREA = Area(
    name="Child protection",
    clocks=[
        Reads(
            queries.conference_clocks,
            [Section47Enquiry, EnquiryOutcome, ManagersDecision],
            timescales=(rules.INITIAL_CONFERENCE,),
        )
    ],
    chronology=[
        Told(
            StrategyOutcome,
            major=True,
            title=titles.outcome_title,
            detail=titles.reasons,
        ),
        Told(Section47Enquiry, major=True, title=titles.enquiry_title),
        Told(
            EnquiryOutcome,
            major=True,
            title=titles.ending_title,
            detail=titles.reasons,
        ),
    ],
    oversight=[
        Overseen(
            StrategyOutcome,
            within=working_days(1),
            asks="Do you agree?",
            permission=Permission.OVERSEE,
            title=titles.outcome_title,
        ),
        Overseen(
            EnquiryOutcome,
            within=working_days(1),
            asks="Do you agree?",
            permission=Permission.OVERSEE,
            title=titles.ending_title,
        ),
    ],
)
