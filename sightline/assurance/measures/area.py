"""What measures declare to the rest."""

from sightline.assurance.measures.counting import READ, refresh
from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Place
from sightline.foundation.kept import Kept

AREA = Area(
    name="Measures",
    kept=[Kept(READ, refresh)],
    places=[Place(lambda: "Measures", "measures:overview", Permission.SEE_LINE_OF_SIGHT)],
    urls="sightline.assurance.measures.urls",
    prefix="measures/",
)
