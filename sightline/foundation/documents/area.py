"""What drafts and files declare to the rest."""

from sightline.foundation.area import Area

AREA = Area(name="Documents", urls="sightline.foundation.documents.urls")
