"""Facts of young people who leave care, and of those who have left it."""

from typing import ClassVar

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import Event, Keeping, Protection, Retention, Spell, ends_no_earlier, no_overlap
from sightline.practice.leaving_care import rules


class LeavingCareEligibility(Spell):
    """To which support a young person is entitled after care, as the authority has decided it.

    Identity: the young person and the day it began.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "category"))
    identity: ClassVar = ("child", "began")

    category = CodeField("ssd-care-leaver-eligibility")

    class Meta:
        verbose_name_plural = "leaving care eligibility"
        constraints = [
            no_overlap("one_eligibility_of_a_young_person_at_a_time"),
            ends_no_earlier("an_eligibility_ends_after_it_began"),
        ]


class CareLeaverStatus(Event):
    """Whether we are in touch with a young person who left care, where they live and what they do.

    Identity: the young person and the day; the yearly return gives the birthday.
    """

    protection = Protection.CONTENT
    keeping = Keeping(
        Retention.RECORD_OF_PERSON,
        scrubbed_keeps=("happened", "in_touch", "accommodation", "suitability", "activity"),
    )
    identity: ClassVar = ("child", "happened")

    in_touch = CodeField("ssda903-in-touch", blank=True)
    accommodation = CodeField("ssda903-accommodation-type", blank=True)
    suitability = CodeField("ssda903-accommodation-suitability", blank=True)
    activity = CodeField("ssda903-activity", blank=True)

    class Meta:
        verbose_name_plural = "care leaver statuses"
        indexes = [models.Index(fields=["child", "happened"], name="care_leaver_statuses_of_child")]


class CareLeaverContact(Event):
    """We reached out to a young person who left care; without a reply it is an attempt.

    Identity: the young person, the day and the way.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "how", "replied"))
    identity: ClassVar = ("child", "happened", "how")

    how = models.CharField(max_length=10, choices=rules.ContactHow.choices, blank=True)
    replied = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="care_leaver_contacts_of_child")]


class PathwayPlan(Event):
    """A pathway plan's assessment was done, the plan was signed off, or it was reviewed.

    Identity: the young person, the day and which of these it was.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind"))
    identity: ClassVar = ("child", "happened", "kind")

    kind = models.CharField(max_length=10, choices=rules.PathwayStep.choices)
