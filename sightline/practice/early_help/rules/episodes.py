"""How often a family with early help is visited."""

from __future__ import annotations

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, working_days

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
