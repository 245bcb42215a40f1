"""What the audit declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation

AREA = Area(
    name="Audit",
    navigation=[
        Navigation(lambda: "Who looked", "audit_trail:who_looked", Permission.SEE_WHO_LOOKED, order=90),
        Navigation(lambda: "What was done", "audit_trail:what_was_done", Permission.SEE_WHO_LOOKED, order=91),
    ],
    urls="sightline.foundation.audit_trail.urls",
    prefix="audit/",
)
