"""What people and children declare to the rest."""

from sightline.foundation.area import Area

AREA = Area(name="People")
