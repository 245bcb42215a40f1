"""What an assessment found about one child: views, needs, a risk scale, and what the family said of it."""

from django.db import models

from sightline.foundation.agreements.models import NOT_OF_SOMEBODY_BEHIND_A_WALL
from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.facts import Event, Protection
from sightline.practice.assessment import rules
from sightline.practice.assessment.models.keeping import OF_PERSON
from sightline.practice.assessment.models.work import AssessmentWork
from sightline.practice.front_door.models import Referral


class OfWork(Event):
    """Something said or found about one child in an assessment; who may know it was asked."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    work = models.ForeignKey(AssessmentWork, models.PROTECT, related_name="+")
    may_know = models.CharField(max_length=20, choices=MayKnow.choices, default=MayKnow.UNDECIDED)

    class Meta:
        abstract = True


class ChildsView(OfWork):
    """What a child thinks of one issue, in their words; of a baby what was observed; or why nobody asked.

    Identity: a child's view of an issue on a day.
    """

    identity = ("child", "work", "happened", "issue")

    kind = models.CharField(max_length=20, choices=rules.ViewKind.choices)
    issue = models.CharField(max_length=500)
    how_asked = models.TextField(blank=True)  # what was asked, and how
    words = models.TextField(blank=True)  # exact words, or what was observed
    changed = models.TextField(blank=True)  # what changed because of it
    changed_need = models.ForeignKey("NeedFound", models.PROTECT, null=True, blank=True, related_name="+")
    changed_step = models.ForeignKey("plans.Step", models.PROTECT, null=True, blank=True, related_name="+")
    why_not_asked = models.CharField(max_length=30, choices=rules.WhyNotAsked.choices, blank=True)
    seen = models.CharField(max_length=20, choices=rules.HowSeen.choices)
    where = models.CharField(max_length=200, blank=True)


class NeedFound(OfWork):
    """Something the child needs, and the service or step that answers it from a day on, or why there is none.

    A service is one of the directory, named in `answered_by` as it was called then. A step has somebody `who` takes it
    and becomes a step of the child's plan, which points back at the need; until there is a plan, it waits here.

    Identity: a need of a child in an assessment.
    """

    identity = ("child", "work", "need")

    need = models.TextField()
    answered_by = models.CharField(max_length=500, blank=True)  # the service by its name, or what will be done
    service = models.ForeignKey("early_help.Service", models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    by_when = models.DateField(null=True, blank=True)
    how_we_will_know = models.TextField(blank=True)
    heard = models.ForeignKey(ChildsView, models.PROTECT, null=True, blank=True, related_name="+")  # words it came from
    starts_on = models.DateField(null=True, blank=True)
    why_none = models.TextField(blank=True)


class RiskScale(OfWork):
    """Where a worker placed the child between 0, in danger now, and 10, safe enough to close, and why.

    Identity: one scale for a child on a day of an assessment.
    """

    identity = ("child", "work", "happened")

    number = models.PositiveSmallIntegerField()
    reasons = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__lte=rules.SCALE[-1]), name="a_scale_of_an_assessment_runs_from_0_to_10"
            )
        ]


class SharedWithFamily(Event):
    """Somebody of the family read or heard the assessment before it was signed, and what they said of it.

    Identity: one for each of those who read it, on a day.
    """

    protection = Protection.CONTENT
    seen_when = NOT_OF_SOMEBODY_BEHIND_A_WALL
    keeping = OF_PERSON
    identity = ("child", "work", "person", "who", "happened")

    work = models.ForeignKey(AssessmentWork, models.PROTECT, related_name="+")
    person = models.ForeignKey("children.Person", models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20, choices=rules.HowShared.choices)
    said = models.TextField(blank=True)  # corrections and disagreement, in their words
    copy_given = models.BooleanField()
    why_not = models.TextField(blank=True)  # why it was not shared, or no copy given


class NeedForAssessment(Event):
    """Whether a child should be assessed: which criteria are met and on what evidence, and what else was considered.

    Identity: one for a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="+")
    criteria = models.JSONField(default=list)  # of each criterion that is met: its key, and the evidence
    alternative = models.TextField()
    decision = models.CharField(max_length=20, choices=rules.Whether.choices)
    reasons = models.TextField()
    agreement = models.CharField(max_length=20, choices=rules.Asked.choices)
