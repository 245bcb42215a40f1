"""What practice says about early help."""

from __future__ import annotations

from django.db.models import TextChoices

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, working_days


class Answer(TextChoices):
    """What a family answers to an offer of early help: stepping down to it needs their yes."""

    YES = "yes", "Yes"
    NO = "no", "No"
    WITHDRAWN = "withdrawn", "Yes at first, and withdrawn later"


EARLY_HELP_VISIT = Timescale(
    id="early_help_visit",
    name="Visit",
    allows=working_days(20),
    starts="this help began, then the last visit",
    stops="a visit at which the child was seen",
    source="Standard of a council",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/V2/M"),
)
