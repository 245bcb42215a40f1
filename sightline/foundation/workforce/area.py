"""What the workforce declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation

AREA = Area(
    name="Workforce",
    navigation=[Navigation(lambda: "Who works with them", "workforce:involved", Permission.OPEN_RECORD, order=80)],
    urls="sightline.foundation.workforce.urls",
)
