"""What search declares to the rest."""

from sightline.foundation.area import Area

AREA = Area(name="Search", urls="sightline.foundation.search.urls", prefix="search/")
