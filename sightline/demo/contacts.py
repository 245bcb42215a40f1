"""What came to the demonstration's front door: a repeat contact that waits, an urgent one, news, and a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.facts import Acting
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.oversight.rules import Answer, Answered
from sightline.practice.front_door import actions
from sightline.practice.front_door.actions import ItemSaid
from sightline.practice.front_door.queries import where_recorded
from sightline.practice.front_door.rules import AdultOfContact, Arrival, ChildOfContact, Referrer

SCHOOL = Referrer(
    source="2A", name="Ms Khan", role="class teacher", organisation="Hill Road Primary", telephone="01632 960 441"
)
NEIGHBOUR = Referrer(source="1B", name="Nora Vale", role="next door", telephone="01632 960 442")
MIDWIFE = Referrer(source="3D", name="Ruth Adeyemi", role="community midwife", telephone="01632 960 443")
STOPPED: dict[str, Any] = {
    "what_we_checked": "School, the GP and what we hold.",
    "what_we_found": "He eats lunch at school every day, and Mum had lost her purse that week.",
    "why_we_stop": "One hard week, and the school knows whom to ring.",
}
KNOWN = (
    ("worry", "known", "That he is hungry, and nobody says why.", "Ms Khan"),
    ("child", "known", "He likes school, and comes early when he may.", "Ms Khan"),
    ("safe_now", "known", "Safe, says the school, which sees him every day.", "Ms Khan"),
)


def contacts_come(build: Builder, known: Family) -> None:
    """What came in the last months, told through the actions of the front door."""
    boy = a_boy_comes_up_again(build)
    one_waits_for_a_manager(build)
    at_once(build)
    news_of(build, known.children[0])
    asked: dict[str, Any] = {"kind": "information_check", "answered": "Known to us: she was given the number of duty."}
    take(build, 1, [ChildOfContact(child=boy)], MIDWIFE, "Asks whether the family is known.", **asked)


def a_boy_comes_up_again(build: Builder) -> UUID:
    """Two contacts that were stopped, and a third from a neighbour that waits."""
    mother = AdultOfContact(kind="mother", given_names="Ada", family_name="Marlowe")
    boy = ChildOfContact(given_names="Kit", family_name="Marlowe", birth_date=build.today - timedelta(days=6 * 365))
    said = "Comes to school without breakfast."
    child = take(build, 150, [boy], SCHOOL, said, adults=[mother], stops=True)
    take(build, 60, [ChildOfContact(child=child)], SCHOOL, "Fell asleep in lessons twice this week.", stops=True)
    heard = {"own_words": "I make the toast for the baby.", "not_known": "Who is at home at night."}
    again = [ChildOfContact(child=child), ChildOfContact(known_as="Baby Marlowe")]
    take(build, 1, again, NEIGHBOUR, "The children are alone in the evening, and the baby cries.", issues=heard)
    return child


def one_waits_for_a_manager(build: Builder) -> None:
    """A contact that duty would close although nobody said what kind of worry it is: a manager signs, or not."""
    boy = ChildOfContact(given_names="Reuben", family_name="Sallow", birth_date=build.today - timedelta(days=11 * 365))
    take(build, 0, [boy], SCHOOL, "Has stopped coming to the breakfast club, and says there is no reason.", closed=True)


def at_once(build: Builder) -> None:
    """A strategy discussion that was asked for as the contact came."""
    girl = ChildOfContact(given_names="Ivy", family_name="Trent", birth_date=build.today - timedelta(days=9 * 365))
    said = "Says that her stepfather hit her with a belt last night. There are marks."
    take(build, 0, [girl], SCHOOL, said, safe_now="no", at_once=True)


def news_of(build: Builder, child: UUID) -> None:
    """News about a child with whom work goes on: passed on to worker and manager."""
    said = "Has not been at school since Monday."
    take(build, 0, [ChildOfContact(child=child)], SCHOOL, said, kind="about_open_child")


def take(
    build: Builder,
    days_ago: int,
    children: Sequence[ChildOfContact],
    referrer: Referrer,
    what_about: str,
    *,
    stops: bool = False,
    closed: bool = False,
    **more: Any,
) -> UUID:
    """A contact taken on duty; the first child it is about.

    Some are stopped the same day with all that is essential known; some are closed without, which a manager signs.
    """
    day = build.today - timedelta(days=days_ago)
    by = build.workforce.acting("duty").at(Family("", "", "", day, day).recorded(day, 9 if days_ago else 0))
    told = {name: more.pop(name) for name in ("kind", "safe_now", "issues", "answered") if name in more}
    said: dict[str, Any] = {"kind": "worry", "safe_now": "yes", "came_by": "telephone"} | told
    arrival = Arrival(received_on=day, what_about=what_about, **said)
    made = actions.receive_contact(arrival=arrival, referrer=referrer, children=children, by=by, **more)
    child = child_of(made.made)
    if stops:
        found_out(child, made.made, day, by)
    if stops or closed:
        stopped = actions.Decided(child=child, contact=made.made, way="close", reasons="", **STOPPED)
        actions.decide_contacts(decisions=[stopped], on=day, by=by)
    if stops:
        the_manager_agrees(build, child, day)
    return child


def the_manager_agrees(build: Builder, child: UUID, on: date) -> None:
    """The manager of duty signs the same day that somebody stopped."""
    by = build.workforce.acting("service.manager").at(Family("", "", "", on, on).recorded(on, 16))
    waits = Waiting.objects.filter(child=child, answer="")
    answers = [Answered(each.kind, each.fact_id, each.child_id, Answer.AGREE) for each in waits]
    oversight.answer_decisions(answers=answers, on=on, by=by)


def found_out(child: UUID, contact: UUID, on: date, by: Acting) -> None:
    """Everything essential is known before somebody stops."""
    about: dict[str, Any] = {"child_id": child, "contact_id": contact, "on": on, "by": by}
    actions.name_concerns(concerns=["not_clear"], **about)
    actions.record_known(said=[ItemSaid("not_clear", *each) for each in KNOWN], **about)


def child_of(contact: UUID) -> UUID:
    """In whose record a contact stands."""
    return where_recorded(contact)[0]
