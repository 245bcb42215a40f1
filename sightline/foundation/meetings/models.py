"""Meetings about children: who was invited and who came, and what was decided and agreed for each child."""

from django.db import models

from sightline.foundation.facts import STANDS, Event, Keeping, Occasion, Protection, Retention
from sightline.foundation.meetings import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        *("happened", "kind", "how", "part", "came", "sent_report"),
        *("took_place", "enough_came", "next_on", "by_when", "position"),
    ),
)


class Meeting(Occasion):
    """People meet about one child or several: arranged for a day, or held on it.

    Whatever belongs to a meeting points at the row that was recorded first, so that another day or another chair leaves
    in place who was invited and what was decided. Identity key: the children, the day and the kind.
    """

    identity = ("children", "happened", "kind")
    protection = Protection.OCCASION
    keeping = OF_PERSON

    first = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    kind = models.CharField(max_length=20, choices=rules.MeetingKind.choices)
    how = models.CharField(max_length=10, choices=rules.How.choices, blank=True)
    where = models.CharField(max_length=250, blank=True)
    chaired_by = models.CharField(max_length=200, blank=True)
    agenda = models.TextField(blank=True)

    @property
    def occasion(self) -> "Meeting":
        """The row that everything recorded about the meeting points at."""
        return self.first or self


class Invited(Event):
    """Somebody was asked to a meeting about a child, or the chair left them out of it, with the reason.

    Identity key: the child, the meeting, the part and the name.
    """

    identity = ("child", "meeting", "part", "name")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="invited")
    position = models.PositiveSmallIntegerField(default=0)
    part = models.CharField(max_length=20, choices=rules.Part.choices)
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    left_out_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "meeting", "part", "name"], condition=STANDS, name="everybody_is_invited_once"
            )
        ]


class Attendance(Event):
    """Whether somebody came to a meeting about a child, and whether they sent a report.

    Identity key: the child, the meeting, the part and the name.
    """

    identity = ("child", "meeting", "part", "name")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    position = models.PositiveSmallIntegerField(default=0)
    part = models.CharField(max_length=20, choices=rules.Part.choices)
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    came = models.CharField(max_length=10, choices=rules.Came.choices)
    sent_report = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "meeting", "part", "name"], condition=STANDS, name="everybody_came_once_or_did_not"
            )
        ]


class Held(Event):
    """What became of a meeting for one child: what was decided and why, or that it did not take place.

    Identity key: the child, the day and the kind.
    """

    identity = ("child", "happened", "kind")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="held")
    kind = models.CharField(max_length=20, choices=rules.MeetingKind.choices)
    took_place = models.BooleanField(default=True)
    why_not = models.CharField(max_length=500, blank=True)
    enough_came = models.BooleanField(null=True)
    went_on_because = models.CharField(max_length=500, blank=True)
    decided = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    disagreed = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "meeting"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "meeting"], condition=STANDS, name="a_meeting_is_recorded_once_for_a_child"
            ),
            models.CheckConstraint(
                condition=models.Q(took_place=True) | models.Q(decided=""),
                name="a_meeting_that_did_not_take_place_decides_nothing",
            ),
        ]
        indexes = [models.Index(fields=["child", "happened"], name="meetings_about_child")]


class AgreedStep(Event):
    """What somebody will do after a meeting about a child; as a step of a plan where it serves one of its goals.

    Of a step of a plan only the plan says how far it has come. Identity key: the child, the meeting and what it is.
    """

    identity = ("child", "meeting", "text")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    who = models.CharField(max_length=200)
    owner = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    by_when = models.DateField()
    step = models.ForeignKey("plans.Step", models.PROTECT, null=True, related_name="+")


class AgreedStepDone(Event):
    """That a step agreed at a meeting was done, or what became of it instead.

    Identity key: the step.
    """

    identity = ("step",)
    protection = Protection.CONTENT
    keeping = OF_PERSON

    step = models.ForeignKey(AgreedStep, models.PROTECT, related_name="done")
    became = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step"], condition=STANDS, name="an_agreed_step_is_finished_once"),
        ]
