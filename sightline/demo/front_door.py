"""What waits at the front door of the demonstration: contacts of these days, a night, and a file of the police."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.calendar.words import LONDON
from sightline.practice.front_door import actions
from sightline.practice.front_door.actions.night import AskedOfNight, DoneAtNight
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.rules import Arrival, CameBy, ChildOfContact, ContactKind, Referrer, SafeNow
from sightline.practice.front_door.rules.police_file import PoliceRow

DESK, MANAGER, NIGHT = "duty", "service.manager", "out.of.hours"
SCHOOL = Referrer(
    "2A",
    "Ms Odette Harrow",
    "designated safeguarding lead",
    "Saltmarsh Primary",
    "01632 960430",
    "d.harrow@saltmarsh.example",
)
NEIGHBOUR = Referrer("1D", "Mr Vernon Pike", telephone="01632 960877")
SHOUTING = "Called by a neighbour to shouting. Father had left. Both children upstairs, awake."
POLICE = Referrer("6", "PC Imogen Hall 417", "officer", "Eastmere Police", "01632 960700")


def build_front_door(build: Builder, family: Family) -> None:
    """Contacts nobody has decided yet, what day asks of this night about a family, what the last night did, a file."""
    team, yesterday = build.workforce.teams["Front door team"], build.today - timedelta(days=1)
    callaghans = [
        ChildOfContact(given_names="Wren", family_name="Callaghan", birth_date=years_ago(build.today, 8)),
        ChildOfContact(given_names="Otis", family_name="Callaghan", birth_date=years_ago(build.today, 5)),
        ChildOfContact(known_as="Baby Callaghan"),
    ]
    arrival = Arrival(
        ContactKind.WORRY,
        CameBy.TELEPHONE,
        yesterday,
        SafeNow.YES,
        what_about="Wren has come without a coat or breakfast four days running and falls asleep in class.",
        issues={"own_words": "Mum sleeps all day so I do Otis’s toast."},
    )
    took(build, team, at(yesterday, 10, 40), arrival, SCHOOL, callaghans)
    unsafe = Arrival(
        ContactKind.POLICE,
        CameBy.TELEPHONE,
        yesterday,
        SafeNow.NO,
        done_now="An officer stays with him at the station.",
        what_about="Found alone in the bus station, in pyjamas. He will not say his name.",
    )
    lost = took(build, team, at(yesterday, 22, 5), unsafe, POLICE, [ChildOfContact(known_as="Boy of about four")])
    gave(build, lost, "urgent", "Siobhán has rung round the hospitals. A bed is found for tonight only.", yesterday)
    neighbour = Arrival(
        ContactKind.WORRY,
        CameBy.TELEPHONE,
        yesterday - timedelta(days=3),
        SafeNow.NOT_KNOWN,
        what_about="Shouting most nights, and the little girl sits on the stairs outside until late.",
    )
    girl = [ChildOfContact(given_names="Ivy", family_name="Tamblyn", birth_date_estimated=False)]
    waits = took(build, team, at(yesterday - timedelta(days=3), 16, 20), neighbour, NEIGHBOUR, girl)
    gave(build, waits, "medium", "The school has been rung and rings back.", yesterday)
    build_night(build, family, yesterday)
    build_police_file(build, yesterday)


def at(day: date, hour: int, minute: int) -> datetime:
    """A moment in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


def years_ago(today: date, years: int) -> date:
    """A birth date of somebody of about this age."""
    return today - timedelta(days=years * 365 + 90)


def took(
    build: Builder, team: UUID, moment: datetime, arrival: Arrival, referrer: Referrer, children: list[ChildOfContact]
) -> UUID:
    """A contact that the duty worker took; its key in the record of the first child."""
    return actions.receive_contact(
        arrival=arrival,
        referrer=referrer,
        children=children,
        brothers_and_sisters=len(children) > 1,
        received_at=moment,
        held_by=team,
        by=build.workforce.acting(DESK).at(moment),
    ).made


def gave(build: Builder, contact: UUID, priority: str, reason: str, on: date) -> None:
    """The manager gave a contact to the duty worker."""
    actions.give_contact(
        children=[Contact.objects.get(pk=contact).child_id],
        practitioner_id=build.workforce.people[DESK].pk,
        priority=priority,
        reason=reason,
        on=on,
        by=build.workforce.acting(MANAGER),
    )


def build_night(build: Builder, family: Family, yesterday: date) -> None:
    """What day asks of the nights until tomorrow, and what the last night did: one thing that nobody took over yet."""
    older, younger = family.children[2:4]
    asked = AskedOfNight(
        "Ring Mum at nine: is she home, are the doors locked, are the children asleep?",
        "If one of the fathers is there: do not ring again, ring the police, then the duty manager.",
    )
    first = yesterday - timedelta(days=1)
    request = actions.ask_night(
        asked={older: asked, younger: asked},
        first=first,
        until=build.today + timedelta(days=1),
        ring="Grandmother, 01632 960213, any time",
        by=build.acting(family).at(at(first, 16, 30)),
    ).made
    night = build.workforce.acting(NIGHT)
    calm = DoneAtNight("Rang at nine. Mum was home, the doors were locked, both were asleep. She sounded calm.")
    earlier = actions.record_night(
        done={older: calm}, what="spoke", at=at(first, 21, 5), requests={older: request}, by=night.at(at(first, 21, 20))
    ).made
    manager = build.workforce.acting(build.workforce.manager_of(family.team))
    actions.accept_night(
        actions=[(older, earlier)],
        next_step="Tom sees them after school today.",
        on=yesterday,
        by=manager.at(at(yesterday, 9, 5)),
    )
    angry = DoneAtNight(
        "Mum rang at 22:40: one of the fathers was at the door. The police came within ten minutes and he left. "
        "Both children were awake and frightened; they slept at their grandmother’s.",
        "See both today, and talk with Mum about the order.",
    )
    done = {older: angry, younger: angry}
    actions.record_night(done=done, what="police", at=at(yesterday, 22, 40), by=night.at(at(yesterday, 23, 30)))


def build_police_file(build: Builder, day: date) -> None:
    """A file of the police with notifications that nobody has taken in yet."""
    ask = {"officer": "PC Imogen Hall 417", "telephone": "01632 960700"}
    moment = at(day, 21, 15)
    rows = [
        PoliceRow(
            2, "EP/4471", day, moment, SHOUTING,
            "Quillfeather", "Ada", years_ago(day, 9), "14 Tern Street", safe_now=SafeNow.YES, **ask,
        ),
        PoliceRow(
            3, "EP/4471", day, moment, SHOUTING,
            "Quillfeather", "Hal", years_ago(day, 6), "14 Tern Street", safe_now=SafeNow.YES, **ask,
        ),
        PoliceRow(
            4, "EP/4480", day, moment, "Stopped at 01:30 with older boys and a bag of phones. Taken home to his aunt.",
            "Okoro-Lindgren", "Dion", years_ago(day, 14), safe_now=SafeNow.YES, **ask,
        ),
        PoliceRow(
            5, "EP/4493", day, None, "Reported missing by her foster carer at 23:50; back at 02:10.",
            "Marchetti", "Lia", years_ago(day, 15), safe_now=SafeNow.NOT_KNOWN, **ask,
        ),
    ]  # fmt: skip
    name, key = f"police-{day.isoformat()}.csv", f"{day:%Y%m%d}".ljust(64, "0")
    actions.keep_police_file(name=name, sha256=key, rows=rows, by=build.workforce.acting(DESK).at(at(day, 23, 55)))
