"""What child protection declares to the rest."""

from sightline.foundation.area import Area

AREA = Area(name="Child protection")
