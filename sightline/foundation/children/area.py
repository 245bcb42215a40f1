"""What people and children declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation

AREA = Area(
    name="People and details",
    navigation=[Navigation(lambda: "Overview", "children:child", Permission.OPEN_RECORD, order=0)],
    urls="sightline.foundation.children.urls",
    prefix="people/",
)
