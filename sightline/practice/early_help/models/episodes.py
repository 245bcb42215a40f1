"""Early help, and who leads it."""

from django.db import models

from sightline.foundation.facts import Event, Keeping, Protection, Retention, Spell, ends_no_earlier

OF_PERSON = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "began", "ended"))


class EarlyHelpEpisode(Spell):
    """Support before statutory thresholds, and which organisation leads it.

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


class EarlyHelpLead(Event):
    """Who leads early help from a day on: a colleague, or somebody of another organisation; the latest stands.

    Identity: one lead worker of an episode from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("episode", "happened", "name")

    episode = models.ForeignKey(EarlyHelpEpisode, models.PROTECT, related_name="leads")
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=250, blank=True)
    practitioner = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, blank=True, related_name="+")
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["episode", "happened"], name="leads_of_early_help")]
