"""Writing an assessment: one piece of work about one child or several, its sections, and what is submitted."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Occasion, Protection
from sightline.practice.assessment import rules
from sightline.practice.assessment.models.keeping import OF_PERSON


class AssessmentWork(Occasion):
    """A worker began to write an assessment of one child, or of brothers and sisters together.

    Its narrative is Passages, of which each names whom it is about and who may know it, in the place of its section.
    Identity: one piece of work about the same children from a day on.
    """

    protection = Protection.OCCASION
    keeping = OF_PERSON
    identity = ("children", "happened", "kind")

    kind = models.CharField(max_length=30, choices=rules.Kind.choices, default=rules.Kind.CHILD_AND_FAMILY)


class SectionSaved(Occasion):
    """Somebody saved a section of an assessment: its version, and the entries of the record that it points at.

    Identity: one saving of each version of a section.
    """

    protection = Protection.OCCASION
    keeping = OF_PERSON
    identity = ("work", "section", "number")

    work = models.ForeignKey(AssessmentWork, models.PROTECT, related_name="saved")
    section = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    rested_on = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["work", "section", "number"], condition=STANDS, name="a_version_of_a_section_is_saved_once"
            )
        ]


class AssessmentSubmitted(Event):
    """An assessment was given to a manager to be signed, with what it found about one child; from then on it is frozen.

    Identity: one for each child of a piece of work.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "work")

    work = models.ForeignKey(AssessmentWork, models.PROTECT, related_name="submitted")
    short = models.BooleanField(default=False)  # ended at the first checkpoint: what was asked, found, why we stop
    child_seen = models.BooleanField()
    why = models.TextField(blank=True)
    outcome = CodeField("ssd-assessment-outcome")
    factors = ArrayField(models.CharField(max_length=10), default=list)
    requires_support = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "work"], condition=STANDS, name="an_assessment_is_submitted_once_for_a_child"
            )
        ]
