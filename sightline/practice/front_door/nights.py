"""What nights declare to the rest: their lines of the chronology, how they are put right, and who is asked to act."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import AsksToAct, RecordSomething, Told
from sightline.foundation.correctable import Correctable
from sightline.practice.front_door.models import NightAccepted, NightAction, NightRequest
from sightline.practice.front_door.presenters import night
from sightline.practice.front_door.queries import asked

TOLD = [
    Told(
        NightRequest,
        major=False,
        title=night.request_title,
        detail=lambda request: f"{request.to_do}\n\n{request.what_if}",
        label=lambda: "Asked of the night",
    ),
    Told(
        NightAction,
        major=True,
        title=night.action_title,
        detail=lambda action: action.done,
        label=lambda: "Done out of hours",
    ),
    Told(
        NightAccepted,
        major=False,
        title=night.accepted_title,
        detail=lambda accepted: accepted.next_step,
        label=lambda: "Taken over from the night",
    ),
]
CORRECTABLE = [
    Correctable(
        [NightRequest, NightAction],
        Permission.RECORD_PRACTICE,
        questions={
            "until": "Until which night?",
            "to_do": "What is asked of the night?",
            "what_if": "If something happens: what should they do?",
            "ring": "Whom can the night ring?",
            "what": "What was it?",
            "done": "What was done?",
            "left_to_do": "What is left for the day?",
        },
    ),
    Correctable(
        [NightAccepted],
        Permission.OVERSEE,
        questions={"next_step": "What happens next?"},
        own=True,
    ),
]
RECORDS = [
    RecordSomething(lambda: "Ask something of the night", "front_door:ask_night", Permission.RECORD_PRACTICE),
    RecordSomething(lambda: "Record what was done out of hours", "front_door:record_night", Permission.RECORD_PRACTICE),
]
ASKS = [
    AsksToAct("Asked to act this night", asked.asked_at_night),
    AsksToAct("Asked to take over from the night", asked.asked_in_the_morning),
    AsksToAct("Asked to ring about a strategy discussion", asked.asked_to_ring),
]
