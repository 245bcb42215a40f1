"""What was decided about a contact and what it rested on, who was rung, and who took it up."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.facts import STANDS, Event, Protection
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.contacts import Contact
from sightline.practice.front_door.models.keeping import OF_PERSON


class ContactDecision(Event):
    """What was decided about a contact, why, and what it rested on as that was known at the time.

    Identity: one decision about a contact on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "happened")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="decisions")
    way = models.CharField(max_length=20, choices=rules.Way.choices)
    risk = models.CharField(max_length=6, choices=rules.Risk.choices)
    reasons = models.TextField()
    meaning = models.TextField(blank=True)  # what the history means for this decision
    what_we_checked = models.TextField(blank=True)
    what_we_found = models.TextField(blank=True)
    why_we_stop = models.TextField(blank=True)
    on_limited_information = models.BooleanField(default=False)
    limited_because = models.TextField(blank=True)  # the manager's reason
    follow_up_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()  # what was recorded by then is what it rested on
    rested_on = ArrayField(models.UUIDField(), default=list)  # earlier facts in the child's record that it looked at

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact"], condition=STANDS, name="a_contact_is_decided_once")]
        indexes = [models.Index(fields=["child", "happened"], name="contact_decisions_of_child")]


class DutyRung(Event):
    """Somebody was rung about a strategy discussion that was asked for, and had it or did not answer.

    Identity: each ring by its moment.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("decision", "rung", "happened_at")

    decision = models.ForeignKey(ContactDecision, models.PROTECT, related_name="rings")
    rung = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    telephone = models.CharField(max_length=30, blank=True)
    answer = models.CharField(max_length=10, choices=rules.RingAnswer.choices)


class ContactPassedOn(Event):
    """Somebody who works with a child was told, on the day, of a contact about that child.

    Identity: one for each person told of a contact.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "owner")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="passed_on")
    owner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    as_what = models.CharField(max_length=10, choices=rules.Told.choices)
    by_when = models.DateField()


class ContactTakenUp(Event):
    """What somebody did with a contact that was passed on to them.

    Identity: one answer to being told.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("passed_on",)

    passed_on = models.ForeignKey(ContactPassedOn, models.PROTECT, related_name="taken_up")
    what = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["passed_on"], condition=STANDS, name="a_contact_passed_on_is_taken_up_once")
        ]
