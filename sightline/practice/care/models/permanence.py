"""The way to a home for good: adoption and other lasting orders, and those that came before."""

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
    one_open_spell_per_child,
)


class AdoptionDecision(Spell):
    """It was decided that the child should be placed for adoption; it ends if that is decided otherwise.

    Identity: the child and the day of the decision.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "reason_ceased"))
    identity: ClassVar = ("child", "began")
    set_at_end = ("reason_ceased",)

    reason_ceased = CodeField("ssda903-reason-placed-ceased", blank=True)

    class Meta:
        constraints = [
            one_open_spell_per_child("one_open_adoption_decision_per_child"),
            ends_no_earlier("an_adoption_decision_ends_after_it_began"),
        ]


class AdoptionMatch(Event):
    """A child was matched with adopters.

    Identity: the child and the day of the match.
    """

    protection = Protection.CONTENT
    keeping = Keeping(
        Retention.RECORD_OF_PERSON,
        scrubbed_keeps=("happened", "decision_on", "by_foster_carer", "number_of_adopters", "adopter_legal_status"),
    )
    identity: ClassVar = ("child", "happened")

    decision_on = models.DateField(null=True, blank=True)
    by_foster_carer = CodeField("ssda903-foster-care", blank=True)
    number_of_adopters = CodeField("ssda903-nb-adoptr", blank=True)
    adopter_sex = CodeField("ssda903-sex-adoptr", blank=True)
    adopter_legal_status = CodeField("ssda903-ls-adoptr", blank=True)

    class Meta:
        verbose_name_plural = "adoption matches"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"], condition=STANDS, name="one_match_of_a_child_on_a_day"
            )
        ]


class PermanenceOrder(Event):
    """A court made the order that gives the child a home for good.

    Identity: the child, the day and the kind of order.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind"))
    identity: ClassVar = ("child", "happened", "kind")

    kind = CodeField("ssd-permanence-order-type")


class PreviousPermanence(Event):
    """What a child who came into care had before: adoption or another order that had not lasted, or none.

    Where the day of that order is not known, `date_unknown` says so and `happened` is the day the child came into care.
    Identity: the child, and the day the child came into care.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "option", "local_authority"))
    identity: ClassVar = ("child", "came_into_care")

    option = CodeField("ssda903-prev-perm")
    local_authority = models.CharField(max_length=3, blank=True)  # of la-codes, or WAL, SCO, NIR, NUK, 999
    came_into_care = models.DateField()
    date_unknown = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "previous permanence"
