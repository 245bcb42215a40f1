"""Where a child in care lives; the law and the returns call a home a placement."""

from typing import ClassVar

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import (
    STANDS,
    Event,
    Keeping,
    Protection,
    Retention,
    Spell,
    ends_no_earlier,
    no_overlap,
)
from sightline.practice.care import rules
from sightline.practice.care.models.periods import POSTCODE_LENGTH

URN_LENGTH = 8  # characters; SSDA903, URN
AUTHORITY_LENGTH = 9  # characters; the code of the Office for National Statistics, or WAL, SCO, NIR, NUK, CON


class Home(Spell):
    """A child in care lives somewhere: with whom, who provides it, where it is, and why it ended.

    Identity: the child and the day the child moved in.
    """

    protection = Protection.CONTENT
    keeping = Keeping(
        Retention.RECORD_OF_PERSON,
        scrubbed_keeps=("began", "ended", "placement_type", "provider", "local_authority", "reason_for_change"),
    )
    identity: ClassVar = ("child", "began")
    set_at_end = ("reason_for_change",)

    placement_type = CodeField("ssda903-placement-type", blank=True)
    provider = CodeField("ssda903-placement-provider", blank=True)
    postcode = models.CharField(max_length=POSTCODE_LENGTH, blank=True)
    urn = models.CharField(max_length=URN_LENGTH, blank=True)
    local_authority = models.CharField(max_length=AUTHORITY_LENGTH, blank=True)
    distance_miles = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    same_carer = models.BooleanField(null=True, blank=True)  # the carers came along from the home before
    emergency = models.BooleanField(null=True, blank=True)  # moved in before it could be planned
    reason_for_change = CodeField("ssda903-reason-place-change", blank=True)

    class Meta:
        constraints = [
            no_overlap("homes_of_a_child_do_not_overlap"),
            ends_no_earlier("a_home_ends_after_it_began"),
        ]


class HomeArrangement(Event):
    """What was settled about a home: an approval that does not last, or that the child stays until grown up.

    Identity: the child, the home, and what was settled.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "arrangement"))
    identity: ClassVar = ("child", "home", "arrangement")

    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    arrangement = models.CharField(max_length=20, choices=rules.Arrangement.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["home", "arrangement", "happened"],
                condition=STANDS,
                name="an_arrangement_for_a_home_is_settled_once_on_a_day",
            )
        ]


class HomeStep(Event):
    """Something that every new home calls for was done: the plan agreed, people told, the meeting held.

    Identity: the child, the home, and the step.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "step"))
    identity: ClassVar = ("child", "home", "step")

    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    step = models.CharField(max_length=10, choices=rules.Step.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["home", "step"], condition=STANDS, name="each_step_for_a_home_is_done_once")
        ]
