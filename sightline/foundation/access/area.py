"""What access declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation

AREA = Area(
    name="Access",
    navigation=[Navigation(lambda: "Who may open it", "access:walls", Permission.RESTRICT_RECORD, order=95)],
    urls="sightline.foundation.access.urls",
    prefix="access/",
)
