"""Facts of early help."""

from django.db import models

from sightline.foundation.facts import Event, Keeping, Protection, Retention, Spell, ends_no_earlier
from sightline.practice.early_help import rules

OF_PERSON = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "began", "ended", "answer"))


class EarlyHelpEpisode(Spell):
    """Support before statutory thresholds, and who leads it.

    Identity: one episode of a child that begins on a day with one organisation; several may run side by side.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began", "organisation")
    set_at_end = ("end_reason",)

    organisation = models.CharField(max_length=250, blank=True)
    reason = models.TextField(blank=True)
    end_reason = models.TextField(blank=True)

    class Meta:
        constraints = [ends_no_earlier("early_help_ends_no_earlier_than_it_began")]
        indexes = [models.Index(fields=["child", "began"], name="early_help_of_child")]


class EarlyHelpAgreement(Event):
    """What the family answered when early help was offered.

    Identity: one answer about a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    answer = models.CharField(max_length=10, choices=rules.Answer.choices)
    who_answered = models.CharField(max_length=250, blank=True)
    what_they_said = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="early_help_answers_for_child")]
