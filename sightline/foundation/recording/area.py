"""What the pages of single facts declare to the rest: each area says which of its facts are put right there."""

from sightline.foundation.area import Area

AREA = Area(name="Facts", urls="sightline.foundation.recording.urls", prefix="facts/")
