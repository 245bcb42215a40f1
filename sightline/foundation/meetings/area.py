"""What meetings declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Glimpse, Navigation, RecordSomething, ToDo, Told
from sightline.foundation.meetings.models import AgreedStep, AgreedStepDone, Held
from sightline.foundation.meetings.presenters import titles
from sightline.foundation.meetings.presenters.lists import arranged_for

AREA = Area(
    name="Meetings",
    chronology=[
        Told(
            Held,
            major=False,
            title=titles.meeting_title,
            detail=titles.meeting_detail,
            page="meetings:meeting",
            label=lambda: "Meetings",
        )
    ],
    to_do=[
        ToDo(
            AgreedStep,
            answers=AgreedStepDone,
            asked="step",
            settles=lambda done: True,
            title=lambda given: "Step agreed at a meeting",
            page="meetings:finish_step",
        )
    ],
    glimpses=[Glimpse(lambda: "Meetings to come", "meetings:list", lambda: "All meetings", arranged_for, order=30)],
    navigation=[Navigation(lambda: "Meetings", "meetings:list", Permission.OPEN_RECORD, order=27)],
    records=[
        RecordSomething(lambda: "Arrange a meeting", "meetings:arrange", Permission.RECORD_MEETING),
        RecordSomething(lambda: "Record a meeting", "meetings:record", Permission.RECORD_MEETING),
    ],
    urls="sightline.foundation.meetings.urls",
    prefix="meetings/",
)
