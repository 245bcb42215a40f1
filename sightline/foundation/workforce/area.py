"""What the workforce declares to the rest."""

from sightline.foundation.area import Area

AREA = Area(
    name="Workforce",
    urls="sightline.foundation.workforce.urls",
)
