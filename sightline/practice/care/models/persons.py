"""What the returns ask about the person in care besides care itself."""

from typing import ClassVar

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import Event, Keeping, Protection, Retention, Spell, ends_no_earlier


class SeparatedChild(Spell):
    """A child from abroad is here without their family and seeks asylum.

    Identity: the child and the day the status began.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "status"))
    identity: ClassVar = ("child", "began")

    status = CodeField("ssd-immigration-status")

    class Meta:
        verbose_name_plural = "separated children"
        constraints = [ends_no_earlier("a_separated_status_ends_after_it_began")]


class Motherhood(Event):
    """Whether a girl in care is a mother, and when her first child was born.

    Identity: the child and the day it was said.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "is_mother"))
    identity: ClassVar = ("child", "happened")

    is_mother = models.BooleanField()
    child_born = models.DateField(null=True, blank=True)


class Conviction(Event):
    """A child in care was convicted, or was given a final warning, for something that happened on this day.

    Identity: the child, the day of the offence and what it was.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened",))
    identity: ClassVar = ("child", "happened", "offence")

    offence = models.CharField(max_length=1000, blank=True)
