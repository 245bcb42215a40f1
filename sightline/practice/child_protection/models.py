"""Facts of child protection."""

from django.db import models

from sightline.foundation.facts import Event, Keeping, Occasion, Protection, Retention, Spell, one_open_spell_per_child
from sightline.practice.child_protection import rules

OF_PERSON = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "began", "ended", "decision"))


class StrategyDiscussion(Occasion):
    """Agencies met because a child may be suffering significant harm."""

    protection = Protection.OCCASION
    keeping = OF_PERSON

    agencies = models.JSONField(default=list)


class StrategyOutcome(Event):
    """What the discussion decided for one child, and why."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    discussion = models.ForeignKey(StrategyDiscussion, models.PROTECT, related_name="outcomes")
    decision = models.CharField(max_length=20, choices=rules.Decision.choices)
    reasons = models.TextField()


class Section47Enquiry(Spell):
    """Finding out whether action is needed to keep a child safe."""

    protection = Protection.CONTENT
    keeping = OF_PERSON
    set_at_end = ("end_reason",)

    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [one_open_spell_per_child("one_open_enquiry_per_child")]
