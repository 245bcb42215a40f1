"""Children on their way from the first contact to court, made through the real actions.

tia = referred(on=date(2026, 3, 26))
assess(tia, date(2026, 3, 27), authorised=date(2026, 5, 8))
with_plan(on=date(2026, 4, 14))                              # enquiries, a conference and a protection plan
done(court.request_legal_gateway, tia, on=..., reasons="...")
"""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.facts import Acting
from sightline.foundation.history import History, record_history
from sightline.foundation.oversight.actions import record_oversight_note
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.assessment import actions as assessment
from sightline.practice.child_in_need import actions as child_in_need
from sightline.practice.child_protection import actions as child_protection
from sightline.practice.child_protection.rules import ConferenceForChild, ReviewForChild
from sightline.practice.front_door import actions as front_door
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.rules import Arrival, CameBy, ChildOfContact, ContactKind, Referrer, SafeNow
from sightline.practice.front_door.rules.need_to_know import concerns
from tests.builders.child_protection import strategy_discussion
from tests.builders.people import child
from tests.builders.visits import visit, visited
from tests.builders.workforce import BUILDER, as_builder, made

REFERRED = date(2026, 3, 26)
CONFERENCE = date(2026, 4, 14)


def done(action: Any, child_id: UUID, *, by: Acting = BUILDER, **asked: Any) -> UUID:
    """What an action about a child made, by its key."""
    with as_builder():
        return made(action(child_id=child_id, by=by, **asked))


def anybody(born: date | None = date(2017, 5, 3), **more: Any) -> UUID:
    """A child about whom nothing is recorded yet."""
    return child(birth_date=born, **more).pk


def contacted(on: date = REFERRED, child_id: UUID | None = None, source: str = "2A") -> tuple[UUID, UUID]:
    """A child about whom somebody got in touch, and the contact."""
    child_id = child_id or anybody()
    arrival = Arrival(ContactKind.WORRY, CameBy.TELEPHONE, on, SafeNow.YES, what_about="Comes hungry.")
    about, referrer = [ChildOfContact(child=child_id)], Referrer(source)
    with as_builder():
        return child_id, made(
            front_door.receive_contact(arrival=arrival, referrer=referrer, children=about, by=BUILDER)
        )


def told_by_return(on: date, child_id: UUID | None = None, by: Acting = BUILDER) -> tuple[UUID, UUID]:
    """A child about whom a return says that somebody got in touch, and the contact: nobody took it here."""
    contact = Contact(child_id=child_id or anybody(), happened=on, contact_source="1A")
    with as_builder():
        record_history(history=History([contact], "a return"), by=by)
    return contact.child_id, contact.pk


def essentials_known(child_id: UUID, contact: UUID, on: date) -> None:
    """Everything essential about a contact is known."""
    about: dict[str, Any] = {"child_id": child_id, "contact_id": contact, "on": on, "by": BUILDER}
    known = [front_door.ItemSaid("not_clear", each.key, "known", "Known.") for each in concerns()["not_clear"].items]
    with as_builder():
        front_door.name_concerns(concerns=["not_clear"], **about)
        front_door.record_known(said=known, **about)


def decided(child_id: UUID, contact: UUID, on: date, way: str = "advice", **more: Any) -> UUID:
    """What was decided about a contact; stopped on what is known, unless told otherwise."""
    found = {"what_we_checked": "School.", "what_we_found": "She eats.", "why_we_stop": "Help is there."}
    limited = {"limited_because": "The school is closed.", "follow_up_on": on}
    said = front_door.Decided(child_id, contact, way, **{"reasons": "Three worries.", **found, **limited, **more})
    with as_builder():
        return made(front_door.decide_contacts(decisions=[said], on=on, by=BUILDER))


def referred(on: date = REFERRED, child_id: UUID | None = None) -> UUID:
    """A child with an open referral."""
    child_id = child_id or anybody()
    done(front_door.record_referral, child_id, received_on=on, referral_source="2A", primary_need="N1")
    return child_id


def decide(child_id: UUID, referral: UUID, on: date, *outcomes: str) -> UUID:
    """What was decided about a referral."""
    asked = {"referral_id": referral, "on": on, "outcomes": outcomes, "reasons": "Three worries in a month."}
    return done(front_door.decide_referral, child_id, **asked)


def assess(child_id: UUID, on: date, *, authorised: date | None = None, outcome: str = "NFA_FLAG", **more: Any) -> UUID:
    """An assessment, authorised on a day if one is given."""
    key = done(assessment.begin_assessment, child_id, on=on)
    if authorised:
        more.setdefault("factors", ["16A"])
        done(assessment.authorise_assessment, child_id, on=authorised, child_seen=True, outcome=outcome, **more)
    return key


def in_need(on: date = CONFERENCE, child_id: UUID | None = None) -> UUID:
    """A child with a child in need plan."""
    child_id = child_id or anybody()
    done(child_in_need.begin_child_in_need_plan, child_id, on=on)
    return child_id


def conference(child_id: UUID, on: date = CONFERENCE, *, plan: bool = True, **more: Any) -> UUID:
    """An initial conference about a child, that makes a plan unless told otherwise."""
    category = "NEG" if plan else ""
    outcome = ConferenceForChild(
        child_id, plan, "Everybody agreed.", category=category, visit_every=more.pop("visit_every", None)
    )
    with as_builder():
        return made(child_protection.hold_conference(on=on, outcomes=[outcome], by=BUILDER, **more))


def with_plan(on: date = CONFERENCE, child_id: UUID | None = None, **more: Any) -> UUID:
    """A child with a protection plan from a day on, after enquiries."""
    child_id = child_id or anybody()
    strategy_discussion([child_id], on=more.pop("enquiries", date(2026, 3, 26)))
    conference(child_id, on, **more)
    return child_id


def review(child_id: UUID, on: date, *, continues: bool = True, **more: Any) -> UUID:
    """A review conference."""
    outcome = ReviewForChild(child_id, continues, "The plan was looked at together.", **more)
    with as_builder():
        return made(child_protection.hold_review_conference(on=on, outcomes=[outcome], by=BUILDER))


def core_group(child_id: UUID, on: date) -> UUID:
    """A core group."""
    with as_builder():
        return made(child_protection.record_core_group(children=[child_id], on=on, what_changed="None.", by=BUILDER))


def seen(child_id: UUID, on: date, kind: str = "child_protection", **more: Any) -> None:
    """A visit at which a child was seen and that counts as this kind."""
    visit([child_id], on=on, kind=kind, said=[visited(child_id, counts_as=(kind,), **more)])


def noted(child_id: UUID, on: date) -> None:
    """An entry of a manager about a child."""
    with as_builder():
        record_oversight_note(children=[child_id], on=on, stance="agreed", reasons="Carry on.", by=BUILDER)


def clocks(child_id: UUID, timescale: str) -> list[ClockRow]:
    """The clocks of a timescale about a child, in order of their start."""
    with as_builder():
        return list(ClockRow.objects.filter(child=child_id, timescale=timescale).order_by("start", "part"))


def clock(child_id: UUID, timescale: str) -> ClockRow:
    """The only clock of a timescale about a child."""
    (only,) = clocks(child_id, timescale)
    return only
