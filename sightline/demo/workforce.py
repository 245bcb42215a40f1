"""The people who work for the demonstration authority, and how each of them signs in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from sightline.demo.tables import rows
from sightline.foundation.facts import Acting, Source, system
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.rules import Role

BUILDER = system("demonstration", Source.DEMO)
DOMAIN = "eastmere.example"
EMPLOYED = timedelta(days=11 * 365)  # for how long everybody has worked here: longer than careers are told
AT_NIGHT, NIGHT_WORKERS = "Out-of-hours team", ("out.of.hours", "out.of.hours.2")
KEPT_OPEN = date(2100, 1, 1)  # days without a sign-in count from here: a demonstration is not used every month


@dataclass(frozen=True)
class Workforce:
    """Teams by name, and practitioners by the first part of their address."""

    teams: dict[str, UUID]
    people: dict[str, Practitioner]
    roles: dict[str, str]
    places: dict[str, str]

    def acting(self, sign_in: str) -> Acting:
        """This practitioner, doing something the demonstration tells."""
        person = self.people[sign_in]
        return Acting(
            practitioner_id=person.pk,
            name=person.name,
            role=self.roles[sign_in],
            team_id=self.teams[self.places[sign_in]],
            basis="demonstration",
            system="demonstration",
            source=Source.DEMO,
        )

    def workers_of(self, team: str) -> list[str]:
        """The social workers of a team."""
        return [name for name, place in self.places.items() if place == team and self.roles[name] == Role.SOCIAL_WORKER]

    def manager_of(self, team: str) -> str:
        """The manager of a team."""
        return next(n for n, place in self.places.items() if place == team and self.roles[n] == Role.TEAM_MANAGER)


def build_workforce(today: date) -> Workforce:
    """Teams, practitioners, one shift of duty by day and one out of hours."""
    began = today - EMPLOYED
    at = timezone.make_aware(datetime.combine(began, datetime.min.time()))
    teams: dict[str, UUID] = {}
    for row in rows("teams"):
        made = actions.add_team(
            name=row["name"],
            kind=row["kind"],
            within_id=teams.get(row["within"]),
            telephone=row["telephone"],
            by=BUILDER.at(at),
        )
        teams[row["name"]] = made.made
    workforce = Workforce(teams, {}, {}, {})
    for row in rows("practitioners"):
        add_practitioner(workforce, row, began, at)
    put_on_duty(workforce, today)
    return workforce


def add_practitioner(workforce: Workforce, row: dict[str, str], began: date, at: datetime) -> None:
    """One practitioner in one post."""
    manager = workforce.people.get(row["manager"])
    made = actions.add_practitioner(
        name=row["name"],
        email=f"{row['sign_in']}@{DOMAIN}",
        qualification=row["qualification"],
        starts_on=began,
        role=row["role"],
        team_id=workforce.teams[row["team"]],
        manager_id=manager.pk if manager else None,
        unused_from=KEPT_OPEN,
        by=BUILDER.at(at),
    )
    workforce.people[row["sign_in"]] = queries.practitioner(made.made)
    workforce.roles[row["sign_in"]] = row["role"]
    workforce.places[row["sign_in"]] = row["team"]


def put_on_duty(workforce: Workforce, today: date) -> None:
    """Today's duty: somebody for the front door, and for last night and this one two of their own team."""
    morning = timezone.make_aware(datetime.combine(today, datetime.min.time())) + timedelta(hours=8)
    evening = morning + timedelta(hours=9)
    nights = [(who, AT_NIGHT, evening - timedelta(days=ago), 15) for ago in (1, 0) for who in NIGHT_WORKERS]
    for sign_in, team, start, hours in (("duty", "Front door team", morning, 12), *nights):
        actions.put_on_duty(
            practitioner_id=workforce.people[sign_in].pk,
            team_id=workforce.teams[team],
            began_at=start,
            until=start + timedelta(hours=hours),
            out_of_hours=team == AT_NIGHT,
            by=BUILDER,
        )
