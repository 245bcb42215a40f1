"""What the chronology declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation

AREA = Area(
    name="Chronology",
    navigation=[
        Navigation(lambda: "Chronology", "chronology:child", Permission.OPEN_RECORD, order=10),
        Navigation(lambda: "Over time", "chronology:over_time", Permission.OPEN_RECORD, order=12),
    ],
    urls="sightline.foundation.chronology.urls",
    prefix="chronology/",
)
