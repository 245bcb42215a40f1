"""What returns declare to the rest."""

from sightline.foundation.area import Area

AREA = Area(name="Returns")
