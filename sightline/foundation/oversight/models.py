"""What managers decided, noted and directed about children, and what waits for them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.facts import Event, Keeping, Protection, Retention
from sightline.foundation.identifiers import new_id
from sightline.foundation.oversight import rules
from sightline.foundation.workforce.models import WorkforceSpell

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=("happened", "answer", "stance", "about_kind", "by_when", "how", "asked_kind", "kind", "known_at"),
)


class Decision(Event):
    """What was decided about a child, why, and what it rested on as that was known at the time.

    Whoever decides may act on it at once; the ladder says who signs it. Identity key: the child, the day and the kind.
    """

    identity = ("child", "happened", "kind")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    kind = models.CharField(max_length=40)  # a decision of the ladder
    text = models.TextField()
    reasons = models.TextField()
    meaning = models.TextField(blank=True)  # what the history means for this decision
    known_at = models.DateTimeField()  # what was recorded by then is what it rested on
    rested_on = ArrayField(models.UUIDField(), default=list)  # facts in the child's record that were pointed at
    agreed_with = models.CharField(max_length=200, blank=True)  # by telephone, before it was signed here
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="decisions_about_child")]


class Delegation(WorkforceSpell):
    """For some days somebody signs a decision that needs a higher level than theirs, because one who has it said so."""

    decision = models.CharField(max_length=40)
    given_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    given_to = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    until = models.DateField()
    why = models.CharField(max_length=500)

    class Meta:
        indexes = [models.Index(fields=["given_to", "decision"], name="delegations_to_practitioner")]


class ManagersDecision(Event):
    """A manager's answer to a decision about a child, with reasons."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField()
    answer = models.CharField(max_length=10, choices=rules.Answer.choices)
    reasons = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["about_id"], name="managers_decision_about")]


class Reply(Event):
    """What was said to a manager who sent a decision back, asking them to look again."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    decision = models.OneToOneField(ManagersDecision, models.PROTECT, related_name="reply")
    text = models.TextField()


class OversightNote(Event):
    """That a manager considered a child's situation, what they thought, and why."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    stance = models.CharField(max_length=10, choices=rules.Stance.choices)
    reasons = models.TextField()


class Direction(Event):
    """What a manager asks somebody to do about a child, why, and by when."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    text = models.TextField()
    why = models.TextField()
    by_when = models.DateField()
    owner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")


class DirectionAnswer(Event):
    """What the owner of a direction answered: done, cannot because, or asking for a new date."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    direction = models.ForeignKey(Direction, models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=10, choices=rules.DirectionAnswer.choices)
    because = models.TextField(blank=True)
    new_date = models.DateField(null=True, blank=True)


class Settlement(Event):
    """What somebody was asked and had not done when work with a child was closed: settled then, or handed on.

    Identity: one for what was asked.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "asked_id")

    asked_kind = models.CharField(max_length=80)
    asked_id = models.UUIDField()
    how = models.CharField(max_length=10, choices=rules.Settled.choices)
    words = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["asked_id"], name="settlements_of_asked")]


class Waiting(models.Model):
    """A decision that a manager is asked about, and what the last answer was; made again from facts whenever needed."""

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(Retention.DERIVED, scrubbed_keeps=("kind", "decided_on", "due", "answer"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=80)
    decision = models.CharField(max_length=40, default="other")  # on the ladder: who may answer it
    fact_id = models.UUIDField(unique=True)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    recorded_together = models.BigIntegerField()  # the audit entry: what was recorded in one go is answered in one go
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    carried_from = models.UUIDField(null=True)  # the fact it corrects, whose agreement counts for it as well
    answer = models.CharField(max_length=10, choices=rules.Answer.choices, blank=True)
    answered_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    own_level = models.BooleanField(default=False)  # whoever decided had the level for it, so that nobody was asked

    class Meta:
        indexes = [
            models.Index(fields=["due"], condition=models.Q(answer=""), name="decisions_that_wait"),
            models.Index(fields=["recorded_together"], name="decisions_recorded_together"),
            models.Index(
                fields=["carried_from"],
                condition=models.Q(carried_from__isnull=False),
                name="agreements_carried_over",
            ),
        ]


class StillToDo(models.Model):
    """What somebody was asked to do about a child by a day and has not settled; made again from facts when needed."""

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(Retention.DERIVED, scrubbed_keeps=("kind", "by_when", "new_date"))

    fact_id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=80)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    owner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    given_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    given_together = models.BigIntegerField()  # the audit entry: the same asked about brothers and sisters is one line
    by_when = models.DateField()
    new_date = models.DateField(null=True)  # what its owner asked for instead

    class Meta:
        indexes = [models.Index(fields=["owner", "by_when"], name="still_to_do_of_owner")]


class InSight(models.Model):
    """What boards know of one child: the team and the worker who hold them, and the dates that areas mark.

    There is a row for every child whom a team holds, or for whom something marked still lasts, and for nobody else.
    """

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(Retention.DERIVED, scrubbed_keeps=("held_since", "marks"))

    child = models.OneToOneField("children.Child", models.PROTECT, primary_key=True, related_name="in_sight")
    team = models.ForeignKey("workforce.Team", models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    held_since = models.DateField(null=True)
    marks = models.JSONField(default=dict)  # by the name of the mark, the date as in "2026-03-31"
