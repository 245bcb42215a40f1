"""Case notes, what each says about each child, and the steps that follow."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.facts import STANDS, Event, Keeping, Occasion, Protection, Retention
from sightline.foundation.notes import rules

OF_PERSON = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind", "by_when"))


class CaseNote(Occasion):
    """A call, a text, an email, a letter or a conversation about one child or several, or that nobody answered.

    Whatever belongs to a note points at the row that was recorded first. Identity key: the children and the day.
    """

    identity = ("children", "happened")
    protection = Protection.OCCASION
    keeping = OF_PERSON

    first = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")

    @property
    def occasion(self) -> "CaseNote":
        """The row that everything recorded with the note points at."""
        return self.first or self


class Noted(Event):
    """What a case note says in the record of one child.

    Identity key: the child, the day, the kind and with whom.
    """

    identity = ("child", "happened", "kind", "with_whom")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    note = models.ForeignKey(CaseNote, models.PROTECT, related_name="noted")
    kind = models.CharField(max_length=15, choices=rules.NoteKind.choices)
    with_whom = models.CharField(max_length=250, blank=True)
    account = models.TextField()
    files = ArrayField(models.UUIDField(), default=list)  # documents.StoredFile in the same record

    class Meta:
        verbose_name = "case note"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "note"], condition=STANDS, name="a_note_is_recorded_once_for_a_child"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="notes_about_child")]


class NextStep(Event):
    """What is to be done for one child after a case note, by whom and by when.

    Identity key: the child, the note and what is to be done.
    """

    identity = ("child", "note", "what")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    note = models.ForeignKey(CaseNote, models.PROTECT, related_name="steps")
    what = models.TextField()
    owner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    by_when = models.DateField()


class StepDone(Event):
    """That a next step was done, or what became of it instead.

    Identity key: the step.
    """

    identity = ("step",)
    protection = Protection.CONTENT
    keeping = OF_PERSON

    step = models.ForeignKey(NextStep, models.PROTECT, related_name="done")
    became = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step"], condition=STANDS, name="a_next_step_is_finished_once"),
        ]
