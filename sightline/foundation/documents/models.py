"""Drafts, passages of narrative, and files."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from sightline.foundation.documents import rules
from sightline.foundation.facts import Fact, Keeping, PersonEvent, Protection, Retention
from sightline.foundation.identifiers import new_id


class Draft(models.Model):
    """What somebody is writing and has not finished: raw posted data, private to its author."""

    subject_field = "author"
    protection = Protection.OWN
    keeping = Keeping(Retention.UNTIL_FINISHED)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    form = models.CharField(max_length=80)
    form_version = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=200)
    address = models.CharField(max_length=300)
    subjects = ArrayField(models.UUIDField(), default=list)
    data = models.JSONField(default=dict)
    left_over = models.JSONField(default=dict)  # answers to questions that a later save no longer asked
    page = models.CharField(max_length=32, blank=True, default="")  # the page of a browser that saved last
    copy_of = models.UUIDField(null=True)  # set where two pages saved different texts: the draft this one differs from
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["author", "form"], name="draft_of_author")]


class FinishedDraft(models.Model):
    """That a draft was recorded or discarded: a late copy of the same request is known by it. Holds no text."""

    subject_field = "author"
    protection = Protection.OWN
    keeping = Keeping(Retention.UNTIL_FINISHED)

    id = models.UUIDField(primary_key=True, editable=False)
    author = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    went_to = models.CharField(max_length=500, blank=True)
    finished_at = models.DateTimeField(db_index=True)


class DraftFile(models.Model):
    """A file sent with a form that is not finished: private to its author until the form is recorded."""

    subject_field = "author"
    protection = Protection.OWN
    keeping = Keeping(Retention.UNTIL_FINISHED)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    draft_id = models.UUIDField(db_index=True)
    question = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=rules.FileKind.choices)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=64)
    sent_at = models.DateTimeField()


class Passage(Fact):
    """A piece of narrative, the people it is about, and who may know it."""

    subject_field = "about"
    protection = Protection.PASSAGE
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("place", "position", "may_know"))

    occasion_kind = models.CharField(max_length=80)
    occasion_id = models.UUIDField()
    place = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)
    about = ArrayField(models.UUIDField())
    may_know = models.CharField(max_length=20, choices=rules.MayKnow.choices, default=rules.MayKnow.UNDECIDED)
    text = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["occasion_id"], name="passage_of_occasion"),
            GinIndex(fields=["about"], name="passage_about"),
        ]


class StoredFile(PersonEvent):
    """A file that was received or made; its bytes lie outside the database under a random name."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("kind", "size", "happened"))

    title = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=rules.FileKind.choices)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=64, db_index=True)
    received_from = models.CharField(max_length=200, blank=True)
