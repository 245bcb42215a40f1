"""Who works with the children of made-up careers: the workers of each kind of team, and further teams of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from random import Random

from django.utils import timezone

from sightline.demo.tables import a_name
from sightline.demo.workforce import BUILDER, EMPLOYED, Workforce, add_practitioner
from sightline.demo.writing.staff import Staff, Worker
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.rules import Role

KINDS = {
    "assessment": ("Assessment team", "Front door and assessment", Role.SOCIAL_WORKER),
    "protection": ("Protection team", "Family help and protection", Role.SOCIAL_WORKER),
    "care": ("Children in our care team", "Children in our care", Role.SOCIAL_WORKER),
    "reviewing": ("Chairs and reviewing officers", "Quality and support", Role.CHAIR),
    "leaving": ("Next Steps", "Children in our care", Role.PERSONAL_ADVISER),
}  # by kind: how names of its teams begin, the service they are in, and who works there
SEATS = range(1, 8)  # the workers of each further team
MANAGED_BY = {"Front door and assessment": "service.manager", "Family help and protection": "service.manager.2"}
OWN_FAMILIES = "social.worker"  # has the families that are told one by one
SEED = 1871


def staff_of(workforce: Workforce) -> Staff:
    """The workers of each kind of team that careers name."""
    return Staff(BUILDER, {kind: list(workers_of(workforce, kind)) for kind in KINDS})


def workers_of(workforce: Workforce, kind: str) -> Iterator[Worker]:
    """The workers of all teams of a kind."""
    beginning, _, role = KINDS[kind]
    for sign_in, place in workforce.places.items():
        if place.startswith(beginning) and workforce.roles[sign_in] == role and sign_in != OWN_FAMILIES:
            yield Worker(workforce.people[sign_in].pk, workforce.teams[place])


def employ(workforce: Workforce, teams: Mapping[str, int], today: date) -> None:
    """Further teams of these kinds, each with a manager and its workers."""
    chance, began = Random(SEED), today - EMPLOYED
    at = timezone.make_aware(datetime.combine(began, datetime.min.time()))
    for kind, number in teams.items():
        for each in range(number):
            add_team(workforce, kind, f"{kind}.{each + 1}", chance, at)


def add_team(workforce: Workforce, kind: str, label: str, chance: Random, at: datetime) -> None:
    """One further team: its sign-ins begin with its label."""
    beginning, service, role = KINDS[kind]
    name = f"{beginning} {1 + sum(team.startswith(beginning) for team in workforce.teams)}"
    within = workforce.teams[service]
    made = actions.add_team(name=name, kind="team", within_id=within, telephone="01632 960100", by=BUILDER.at(at))
    workforce.teams[name] = made.made
    above = {"sign_in": f"{label}.manager", "role": Role.TEAM_MANAGER, "manager": MANAGED_BY.get(service, "director")}
    workers = [{"sign_in": f"{label}.{seat}", "role": role, "manager": f"{label}.manager"} for seat in SEATS]
    for row in (above, *workers):
        person = f"{a_name(chance.choice(('woman', 'man')), chance)} {a_name('family', chance)}"
        qualification = "registered" if row["role"] != Role.PERSONAL_ADVISER else "other"
        told = {"name": person, "team": name, "qualification": qualification}
        add_practitioner(workforce, {**row, **told}, at.date(), at)
