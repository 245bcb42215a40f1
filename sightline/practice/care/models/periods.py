"""Being in care: from when to when, and by what right."""

from typing import ClassVar

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import (
    Keeping,
    Protection,
    Retention,
    Spell,
    ends_no_earlier,
    no_overlap,
    one_open_spell_per_child,
)

POSTCODE_LENGTH = 8  # characters; SSDA903, HOME_POST and PL_POST


class PeriodOfCare(Spell):
    """A child is looked after, from the first day to the day care ends; a child who comes back begins a new one.

    Identity: the child and the day care began.
    """

    protection = Protection.CONTENT
    keeping = Keeping(
        Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "category_of_need", "reason_ceased")
    )
    identity: ClassVar = ("child", "began")
    set_at_end = ("reason_ceased",)

    category_of_need = CodeField("ssda903-category-of-need", blank=True)
    home_postcode = models.CharField(max_length=POSTCODE_LENGTH, blank=True)  # where the child lived before
    referral = models.ForeignKey("front_door.Referral", models.PROTECT, null=True, blank=True, related_name="+")
    reason_ceased = CodeField("ssda903-reason-episode-ceased", blank=True)

    class Meta:
        verbose_name_plural = "periods of care"
        constraints = [
            one_open_spell_per_child("one_open_period_of_care_per_child"),
            no_overlap("periods_of_care_do_not_overlap"),
            ends_no_earlier("a_period_of_care_ends_after_it_began"),
        ]


class LegalStatus(Spell):
    """By what right a child is looked after; one status gives way to the next on the same day.

    Identity: the child and the day the status began.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "code"))
    identity: ClassVar = ("child", "began")

    code = CodeField("ssda903-legal-status")

    class Meta:
        verbose_name_plural = "legal statuses"
        constraints = [
            no_overlap("legal_statuses_do_not_overlap"),
            ends_no_earlier("a_legal_status_ends_after_it_began"),
        ]


class DeprivationOfLiberty(Spell):
    """A court allows that a child is deprived of their liberty.

    Identity: the child and the day the order took effect.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended"))
    identity: ClassVar = ("child", "began")

    class Meta:
        verbose_name_plural = "deprivations of liberty"
        constraints = [
            no_overlap("deprivation_of_liberty_orders_do_not_overlap"),
            ends_no_earlier("a_deprivation_of_liberty_ends_after_it_began"),
        ]
