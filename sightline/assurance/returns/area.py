"""What returns declare to the rest."""

from sightline.assurance.returns.mapping import kinds_of_returns
from sightline.assurance.returns.reading.lines import NAMES
from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, Place

AREA = Area(
    name="Returns",
    places=[
        Place(lambda: "Returns", "returns:imports", Permission.IMPORT_RETURNS),
        Place(lambda: "To settle", "returns:to_settle", Permission.OVERSEE),
    ],
    navigation=[Navigation(lambda: "From returns", "returns:held", Permission.OPEN_RECORD, order=80)],
    files={kind.value: name for kind, name in NAMES.items()},
    carried=kinds_of_returns,
    urls="sightline.assurance.returns.urls",
    prefix="returns/",
)
