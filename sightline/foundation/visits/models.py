"""Visits to children, and what each visit was for each child."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.facts import STANDS, Event, Keeping, Occasion, Protection, Retention
from sightline.foundation.visits import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        *("happened", "kind", "who_visited", "place", "attempted", "next_on"),
        *("seen", "alone", "safe_tonight", "sleeping_place_seen", "counts_as"),
    ),
)


class Visit(Occasion):
    """Somebody went to see one child or several; a call or a video call is a conversation and no visit.

    Whatever belongs to a visit points at the row that was recorded first, so that correcting its date leaves in place
    what was seen. Identity key: the children, the day and the kind.
    """

    identity = ("children", "happened", "kind")
    protection = Protection.OCCASION
    keeping = OF_PERSON

    first = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    kind = models.CharField(max_length=20, choices=rules.VisitKind.choices)
    who_visited = models.CharField(max_length=20, choices=rules.WhoVisited.choices, blank=True)
    place = models.CharField(max_length=10, choices=rules.Place.choices, blank=True)
    where = models.CharField(max_length=250, blank=True)
    attempted = models.BooleanField(default=False)
    next_on = models.DateField(null=True, blank=True)

    @property
    def occasion(self) -> "Visit":
        """The row that everything recorded at the visit points at."""
        return self.first or self


class Seen(Event):
    """Whether one child was seen at a visit, and alone, where they sleep, and for which kinds of visit it counts.

    Identity key: the child, the day and the kinds for which it counts.
    """

    identity = ("child", "happened", "counts_as")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="children_seen")
    seen = models.BooleanField()
    alone = models.BooleanField(null=True)
    why_not = models.CharField(max_length=500, blank=True)
    safe_tonight = models.BooleanField(null=True)
    safety = models.TextField(blank=True)
    sleeping_place_seen = models.BooleanField(null=True)
    sleeping_place = models.CharField(max_length=500, blank=True)
    counts_as = ArrayField(models.CharField(max_length=20, choices=rules.VisitKind.choices), default=list)
    account = models.TextField(blank=True)
    agreed = models.TextField(blank=True)

    class Meta:
        verbose_name = "visit"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "visit"], condition=STANDS, name="a_visit_is_recorded_once_for_a_child"
            ),
            models.CheckConstraint(
                condition=models.Q(seen=True) | models.Q(counts_as=[]),
                name="a_visit_counts_only_where_a_child_was_seen",
            ),
        ]
        indexes = [models.Index(fields=["child", "happened"], name="visits_to_child")]
