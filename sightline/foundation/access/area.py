"""What access declares to the rest."""

from sightline.foundation.access.actions import walls_of_twins
from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, BornToo, Navigation

AREA = Area(
    name="Access",
    navigation=[Navigation(lambda: "Who may open it", "access:walls", Permission.RESTRICT_RECORD, order=95)],
    born_too=[BornToo(walls_of_twins)],
    urls="sightline.foundation.access.urls",
    prefix="access/",
)
