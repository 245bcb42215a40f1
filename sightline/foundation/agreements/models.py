"""What families agreed to, and what they were told of decisions: one row a person, hidden with whom it names."""

from django.db import models
from django.db.models import Q

from sightline.foundation.agreements import rules
from sightline.foundation.facts import Event, Keeping, Protection, Retention

NOT_OF_SOMEBODY_BEHIND_A_WALL = (
    "{column} = ANY (ARRAY(SELECT opened_people()))"
    " AND ({table}.person_id IS NULL OR {table}.person_id NOT IN (SELECT walled_people()))"
)


class Named(Event):
    """Something that was said to one person of a family, or by them: they are in the record, or named in words."""

    seen_when = NOT_OF_SOMEBODY_BEHIND_A_WALL
    protection = Protection.CONTENT

    person = models.ForeignKey("children.Person", models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=10, choices=rules.How.choices, blank=True)
    language = models.CharField(max_length=60, blank=True)
    interpreter = models.CharField(max_length=11, choices=rules.Interpreter.choices, blank=True)
    about_kind = models.CharField(max_length=80, blank=True)
    about_id = models.UUIDField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def whom(self) -> str:
        """Who it was."""
        return str(self.person or self.who)


class Agreement(Named):
    """Somebody was asked to agree to something about a child, and what they answered; the latest stands.

    Identity: a person, what they were asked to agree to, and the day.
    """

    identity = ("child", "person", "who", "to", "happened")
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "to", "answer", "how", "interpreter"))

    to = models.CharField(max_length=20, choices=rules.To.choices)
    answer = models.CharField(max_length=11, choices=rules.Answer.choices)
    what_they_said = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(who=""), name="an_agreement_is_that_of_somebody"
            )
        ]
        indexes = [models.Index(fields=["child", "to"], name="agreements_about_child")]


class FamilyTold(Named):
    """Somebody of the family was told of a decision, what they replied, and that they can complain; or why not.

    Identity: a person and a decision.
    """

    identity = ("child", "person", "who", "about_id", "happened")
    keeping = Keeping(
        Retention.RECORD_OF_PERSON,
        scrubbed_keeps=("happened", "how", "interpreter", "about_kind", "told_how_to_complain"),
    )

    told_by = models.CharField(max_length=200, blank=True)
    their_reply = models.TextField(blank=True)
    told_how_to_complain = models.BooleanField(null=True, blank=True)
    why_not_safe = models.TextField(blank=True)

    class Meta:
        verbose_name = "family told"
        constraints = [
            models.CheckConstraint(condition=Q(person__isnull=False) | ~Q(who=""), name="somebody_was_told"),
            models.CheckConstraint(
                condition=Q(how="") ^ Q(why_not_safe=""), name="somebody_was_told_or_it_was_not_safe"
            ),
        ]
        indexes = [models.Index(fields=["about_id"], name="told_of_a_decision")]
