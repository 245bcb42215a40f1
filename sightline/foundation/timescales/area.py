"""What timescales declare to the rest: their pages; each area declares the clocks it counts."""

from sightline.foundation.area import Area

AREA = Area(name="Timescales", urls="sightline.foundation.timescales.urls", prefix="timescales/")
