"""What panels declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, Place, RecordSomething, Told
from sightline.foundation.panels import presenters
from sightline.foundation.panels.models import PanelReferral, Recommendation

AREA = Area(
    name="Panels",
    chronology=[
        Told(
            PanelReferral,
            major=False,
            title=presenters.referral_title,
            page="panels:referral",
            label=lambda: "Referrals to panels",
        ),
        Told(
            Recommendation,
            major=False,
            title=presenters.recommendation_title,
            detail=lambda said: f"{said.text}\n\n{said.reasons}",
            related=("referral",),
            label=lambda: "Recommendations of panels",
        ),
    ],
    places=[Place(lambda: "Panels", "panels:sittings", Permission.RUN_PANEL)],
    navigation=[Navigation(lambda: "Panels", "panels:list", Permission.OPEN_RECORD, order=31)],
    records=[RecordSomething(lambda: "Refer to a panel", "panels:refer", Permission.REFER_TO_PANEL)],
    urls="sightline.foundation.panels.urls",
    prefix="panels/",
)
