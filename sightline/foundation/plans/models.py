"""Plans for a child: what is to be different, who does what by when, and how far it has come."""

from django.db import models

from sightline.foundation.facts import STANDS, Event, Keeping, Protection, Retention, Spell
from sightline.foundation.plans import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        "happened",
        "began",
        "ended",
        "kind",
        "result",
        "state",
        "by_when",
        "starts_on",
        "new_date",
        "agency",
        "decide_by",
    ),
)
STANDS_OPEN = STANDS & models.Q(ended=None)


class Plan(Spell):
    """What a child, a family and professionals agreed to change, of one kind, from a day until it ended.

    Identity: the child, the kind and the day on which it began.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "kind", "began")
    set_at_end = ("end_reason",)

    kind = models.CharField(max_length=20, choices=rules.PlanKind.choices)
    purpose = models.TextField(blank=True)
    agreed_with = models.CharField(max_length=500, blank=True)
    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "kind"], condition=STANDS_OPEN, name="one_open_plan_of_a_kind")
        ]


class Goal(Spell):
    """What will be different in the child's day, out of which worry, and what happens if it does not work.

    Identity: the plan and the text.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("plan", "text")
    set_at_end = ("result", "how_it_ended")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    text = models.TextField()
    how_we_will_know = models.TextField()
    starting_point = models.TextField(blank=True)
    worry = models.TextField(blank=True)
    if_not = models.TextField(blank=True)  # what happens if it does not work
    decide_by = models.DateField(null=True, blank=True)  # by when it is decided whether it works
    result = models.CharField(max_length=20, choices=rules.Result.choices, blank=True)
    how_it_ended = models.CharField(max_length=500, blank=True)


class Step(Event):
    """Something that somebody will do for a goal, by a day; identity: the goal and the text."""

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("goal", "text")

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="steps")
    text = models.TextField()
    who = models.CharField(max_length=200)
    owner = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    agency = models.CharField(max_length=20, choices=rules.Agency.choices, blank=True)  # empty: read from who it is
    by_when = models.DateField()
    how_we_will_know = models.TextField(blank=True)
    starting_point = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    comes_of = models.UUIDField(null=True, blank=True)  # what found it necessary, such as the need of an assessment


class Progress(Event):
    """How far a step had come on a day; identity: the step, the day and the state."""

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("step", "happened", "state")

    step = models.ForeignKey(Step, models.PROTECT, related_name="progress")
    state = models.CharField(max_length=20, choices=rules.State.choices)
    note = models.CharField(max_length=1000, blank=True)
    new_date = models.DateField(null=True, blank=True)
