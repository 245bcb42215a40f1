"""The directory of services: reference data that a manager keeps."""

from django.db import models
from django.db.models import F, Q

from sightline.foundation.facts import Aggregate, Keeping, Protection, Retention


class Service(Aggregate):
    """Something that families of this area can be offered: for whom, by whom, how to ask, and how long they wait."""

    protection = Protection.REFERENCE
    keeping = Keeping(
        Retention.REFERENCE,
        scrubbed_keeps=("name", "for_whom", "from_age", "to_age", "provider", "how_to_ask", "capacity", "closed_on"),
    )

    name = models.CharField(max_length=200)
    provider = models.CharField(max_length=200)
    for_whom = models.TextField()
    from_age = models.PositiveSmallIntegerField(null=True, blank=True)
    to_age = models.PositiveSmallIntegerField(null=True, blank=True)
    how_to_ask = models.TextField()
    capacity = models.CharField(max_length=250, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("name", "provider", name="each_service_once"),
            models.CheckConstraint(
                condition=Q(from_age=None) | Q(to_age=None) | Q(from_age__lte=F("to_age")),
                name="a_service_is_for_ages_in_their_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name
