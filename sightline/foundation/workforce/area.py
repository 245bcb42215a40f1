"""What the workforce declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, AsksToAct, Navigation, Told
from sightline.foundation.telling import TellsFamily
from sightline.foundation.workforce.models import Closure, Transfer, TransferStep
from sightline.foundation.workforce.presenters import closing, transfers
from sightline.foundation.workforce.queries.transfers import asked_to_answer

AREA = Area(
    name="Workforce",
    chronology=[
        Told(
            Transfer,
            major=True,
            title=transfers.transfer_title,
            related=("to_team", "from_team"),
            page="workforce:transfer",
            label=lambda: "Handing over between teams",
        ),
        Told(
            TransferStep,
            major=False,
            title=transfers.step_title,
            detail=lambda step: step.reasons,
            label=lambda: "Answers to handing over",
        ),
        Told(
            Closure,
            major=True,
            title=closing.closure_title,
            detail=lambda closure: closure.what_changed,
            page="workforce:closure",
            label=lambda: "Closures",
        ),
    ],
    tells_family=[TellsFamily(Closure)],
    asks_to_act=[AsksToAct("Asked to take the child over", asked_to_answer)],
    navigation=[Navigation(lambda: "Who works with them", "workforce:involved", Permission.OPEN_RECORD, order=80)],
    urls="sightline.foundation.workforce.urls",
)
