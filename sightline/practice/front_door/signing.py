"""Which decisions of the front door a manager is asked about, and what follows where one signs."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Overseen
from sightline.practice.front_door import actions, rules
from sightline.practice.front_door.models import ContactDecision, DecisionPutToManager
from sightline.practice.front_door.presenters import key_issues, titles

OVERSIGHT = [
    Overseen(
        ContactDecision,
        decision=lambda decision: rules.rung_of(decision.way),
        asks="Do you agree that we stop here?",
        permission=Permission.OVERSEE,
        title=titles.contact_decision_title,
        page="recording:fact",
        label=lambda: "The end of a contact",
        agreed=("way", "reasons", "what_we_checked", "what_we_found", "why_we_stop"),
        opens=lambda: "Open the decision",
        rests_on=key_issues.key_issues,
    ),
    Overseen(
        DecisionPutToManager,
        decision=lambda put: "" if put.overtaken else rules.LIMITED_INFORMATION,
        asks="Do you sign it, although the essential is not known?",
        permission=Permission.OVERSEE,
        title=titles.put_title,
        page="recording:fact",
        label=lambda: "A contact on limited information",
        agreed=("way", "reasons", "what_we_checked", "what_we_found", "why_we_stop"),
        opens=lambda: "Open what was put to you",
        rests_on=key_issues.key_issues,
        once_agreed=actions.signed,
        own_reason="Why do you agree before this is known?",
    ),
]
