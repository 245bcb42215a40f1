"""What day asks of night, what was done at night, and the manager who took it over in the morning."""

from __future__ import annotations

from django.db import models

from sightline.foundation.facts import STANDS, Event, Keeping, Protection, Retention
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.keeping import OF_PERSON


class NightRequest(Event):
    """What day asks of night about a child, and what to do if; `happened` is the first night, `until` the last.

    A message to whoever answers at night: they read it before they open the record, so that nobody searches for it at
    two in the morning. Identity: one for a child, its first night and its last.
    """

    protection = Protection.WALLS
    keeping = OF_PERSON
    identity = ("child", "happened", "until")

    until = models.DateField()
    to_do = models.TextField()
    what_if = models.TextField()
    ring = models.CharField(max_length=200, blank=True)  # who in the family or the network, and the number

    class Meta:
        indexes = [models.Index(fields=["until"], name="night_requests_by_end")]


class NightAction(Event):
    """Something that was done about a child out of hours.

    Identity: one for a child, what was done and the moment.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "what", "happened_at")

    what = models.CharField(max_length=20, choices=rules.NightWhat.choices)
    done = models.TextField()
    left_to_do = models.TextField(blank=True)
    request = models.ForeignKey(NightRequest, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="night_actions_about_child")]


class NightAccepted(Event):
    """A manager of the day took over what was done at night, and said what happens next.

    Identity: one for what was done.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("action",)

    action = models.ForeignKey(NightAction, models.PROTECT, related_name="+")
    next_step = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action"], condition=STANDS, name="a_night_action_is_accepted_once")
        ]


class NightWork(models.Model):
    """That something was done about a child at night, and who accepted it: none of its words; made again from facts."""

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(Retention.DERIVED, scrubbed_keeps=("what", "done_at", "accept_by"))

    action_id = models.UUIDField(primary_key=True, editable=False)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    recorded_together = models.BigIntegerField()  # the audit entry: brothers and sisters of one visit or call
    what = models.CharField(max_length=20)
    done_at = models.DateTimeField()
    done_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    request_id = models.UUIDField(null=True)
    accept_by = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["accept_by"], condition=models.Q(accepted_at=None), name="night_work_nobody_accepted")
        ]
