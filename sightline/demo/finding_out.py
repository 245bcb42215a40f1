"""Contacts about which the front door finds something out: what is known, whom it asked, and what waits to be read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.calendar.words import LONDON
from sightline.foundation.calendar.working_days import is_working_day
from sightline.foundation.facts import Acting
from sightline.foundation.identifiers import new_id
from sightline.practice.front_door import actions, queries
from sightline.practice.front_door.actions import Answered, ItemSaid
from sightline.practice.front_door.forms import reference_of
from sightline.practice.front_door.rules import Arrival, ChildOfContact, Referrer

HOME, DANGER = "neglect:seen_at_home", ["domestic_abuse:where_now", "domestic_abuse:danger"]
SEED = 407  # of its own, so that the families told before are the same with and without these
SCHOOL: dict[str, Any] = {"agency_name": "Harbour View Primary", "agency_kind": "school"}
POLICE: dict[str, Any] = {"agency_name": "Eastmere Police, protecting vulnerable people", "agency_kind": "police"}
WORRY = (
    "Came without a coat again. Says there was shouting at the weekend, and that Mum slept on the sofa with a chair "
    "against the door."
)
SAID = (
    ItemSaid("domestic_abuse", "what_child_met", "known", "Heard shouting; put the television on.", "Class teacher"),
    ItemSaid("domestic_abuse", "orders", "not_needed", "No order or bail that anybody knows of."),
    ItemSaid("neglect", "daily_care", "known", "Mum, alone. An aunt comes on Sundays.", "School office"),
)  # fmt: skip


def build_finding_out(build: Builder) -> None:
    """Two contacts in the middle of being found out about, and a partner's form that nobody has read."""
    own = Builder(build.workforce, build.today, Random(SEED))
    verify_addresses(own)
    family = own.family(2, team="Front door team", worker="duty", name="Ashdown", days=1)
    first = contact_about(own, family)
    ask(own, family, first)
    held = own.family(1, team="Front door team", worker="duty", name="Pemberley", days=4)
    hold(own, held, contact_about(own, held, days_ago=1))
    a_partner_writes()


def verify_addresses(build: Builder) -> None:
    """The addresses to which links may go."""
    by = build.workforce.acting("service.manager")
    for agency, email in ((SCHOOL, "office@harbourview.example"), (POLICE, "pvp@eastmere-police.example")):
        how = "Rang the switchboard and asked for the address of the team."
        actions.verify_address(on=build.today, email=email, how_verified=how, by=by, **agency)


def contact_about(build: Builder, family: Family, days_ago: int = 0) -> UUID:
    """What a school said about the children of a family; the contact of the eldest."""
    on = build.today - timedelta(days=days_ago)
    arrival = Arrival("worry", "telephone", on, "yes", what_about=WORRY)
    referrer = Referrer("2A", name="Mr Lee", role="Class teacher", organisation="Harbour View Primary")
    children = [ChildOfContact(child=child) for child in family.children]
    taken = actions.receive_contact(arrival=arrival, referrer=referrer, children=children, by=acting(build, family, on))
    return taken.made


def acting(build: Builder, family: Family, on: date) -> Acting:
    """The duty worker, on a day."""
    return build.acting(family).at(family.recorded(on, 9))


def ask(build: Builder, family: Family, contact: UUID) -> None:
    """The mother agreed; the school answered by telephone, and the police by a link that waits to be read."""
    child, on = family.children[0], build.today
    by = acting(build, family, on)
    about: dict[str, Any] = {"child_id": child, "contact_id": contact, "on": on}
    actions.name_concerns(concerns=["domestic_abuse", "neglect"], by=by, **about)
    actions.record_known(said=SAID, by=by, **about)
    agreed: dict[str, Any] = {"who_agreed": "Her mother, by telephone this morning", "decided_by": "Callum Reid, duty"}
    actions.record_basis(basis="parent_agrees", by=by, **agreed, **about)
    due = datetime.combine(on, time(16), tzinfo=LONDON)
    asked: dict[str, Any] = {"due_at": due, "by": by, **about}
    school = actions.ask_agency(
        how="telephone", whom="Ms Adey, head", items=["neglect:seen_at_home"], **SCHOOL, **asked
    )
    known = (ItemSaid("neglect", "seen_at_home", "known", "Tidy in June; cold last week.", "Ms Adey, head"),)
    answered = Answered(
        "telephone", "answered", "Ms Adey, head", "I went home with them last week. It was cold.", known
    )
    actions.record_answer(child_id=child, check_id=school.made, on=on, at=due, answered=answered, by=by)
    police = actions.ask_agency(how="link", items=DANGER, **POLICE, **asked)
    waits = queries.the_check(child, police.made)
    assert waits
    assert waits.link
    sent = {"outcome": "answered", "given_by": "DC Carr (01632 960 114)", "answers": []}
    text = "Called twice since August. No violence seen. He stays with his brother since Sunday."
    key = new_id()
    actions.send_reply(
        key=key, reference=reference_of(key), digest=waits.link.token_digest, payload=sent | {"text": text}
    )


def hold(build: Builder, family: Family, contact: UUID) -> None:
    """Kept open since yesterday, as the manager of the service agreed."""
    on = build.today - timedelta(days=1)
    child, by = family.children[0], acting(build, family, on)
    about: dict[str, Any] = {"child_id": child, "contact_id": contact, "on": on, "by": by}
    actions.name_concerns(concerns=["not_clear"], **about)
    if is_working_day(on):
        reasons = (
            "The health visitor is back tomorrow and has seen the family at home. Nobody thinks the child is in danger."
        )
        actions.hold_contact(safe_now="yes", reasons=reasons, agreed_with="Idris Bevan, 15:40", **about)


def a_partner_writes() -> None:
    """A midwife's form, as it was sent."""
    key = new_id()
    said = {
        "safe_now": "yes", "your_name": "Ruth Adair", "your_role": "Midwife", "organisation": "Eastmere Hospital",
        "telephone": "01632 960 222", "email": "r.adair@hospital.example", "parents_know": "agree",
        "worried": "Booked late at 26 weeks, has moved three times and has nothing ready for the baby.",
        "children": [{"name": "", "born": "", "age": "unborn, due in spring", "school": ""}],
    }  # fmt: skip
    copy = [["What worries you?", said["worried"]], ["Your name", "Ruth Adair, midwife, Eastmere Hospital"]]
    actions.send_request(key=key, reference=reference_of(key), payload=said | {"copy": copy})
