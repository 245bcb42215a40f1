"""The choices of care that no national code set has, and what groups of codes mean."""

from django.db.models import TextChoices


class Arrangement(TextChoices):
    """What can be settled about a home (Care Planning Regulations 2010, regs 19, 24, 28)."""

    BEFORE_ASSESSMENT = "before_assessment", "Living with a parent before the assessment is done"
    ASSESSED = "assessed", "The assessment of living with the parent is done"
    TEMPORARY_APPROVAL = "temporary_approval", "Family or friend approved as carer for the time being"
    EXTENDED_APPROVAL = "extended_approval", "The approval for the time being was extended"
    FULL_APPROVAL = "full_approval", "Family or friend fully approved as carer"
    LASTING = "lasting", "The child is to stay until 18"
    LONG_TERM_FOSTER = "long_term_foster", "Long-term foster home; the child agrees to fewer visits"


class Step(TextChoices):
    """What every new home calls for (Care Planning Regulations 2010, regs 9, 13)."""

    PLAN = "plan", "Plan for where I live agreed"
    NOTICE = "notice", "Everybody who must know was told in writing"
    MEETING = "meeting", "Planning meeting held"


class OfficerContact(TextChoices):
    """How the reviewing officer was in contact between reviews."""

    VISIT = "visit", "Visited the child"
    TALK = "talk", "Spoke with the child"
    CHECK = "check", "Looked how the plan is going"


SHORT_BREAKS = ("V3", "V4")  # a series of short breaks (regulation 48): its own rows only (timescales, section 4)
AGREED, ADOPTION = "V2", "ADOPTION"  # a legal status, and one of the ways to a home for good
INTERIM_ORDER, FULL_ORDER, PLACEMENT_ORDER = "C1", "C2", "E1"
COURT_PLANS = (INTERIM_ORDER, FULL_ORDER, PLACEMENT_ORDER)  # the court asks for the care plan (Children Act s31A)
WITH_PARENT = ("P1",)
FOR_ADOPTION = ("A3", "A4", "A5", "A6")
WITH_FRIENDS = ("U1", "U2", "U3")  # foster carers who are relatives or friends
MEANT_TO_LAST = ("U1", "U4")  # long-term fostering
SOMEBODY_ELSE_DECIDES = ("R2", "R5")  # hospital or custody
PASSING = ("T0", "T1", "T2", "T3", "T4")  # after which the child goes back to the home from before
CONTINUES = "X1"  # the reason of a return's episode that is followed by another on the same day
DIED, TRANSFERRED, SENTENCED = "E2", "E3", "E9"
