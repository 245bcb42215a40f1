"""`sightline add_user_administrator`: the first account of a new installation, which then makes all the others."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal
from sightline.foundation.facts import Acting, system
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.models import Practitioner, Team
from sightline.foundation.workforce.rules import Qualification, Role, TeamKind
from sightline.foundation.workforce.sign_in.first_password import link_for
from sightline.ui.vocabulary import word

BY: Acting = system("add_user_administrator")


class Command(BaseCommand):
    help = "Adds a user administrator and prints the link with which they choose their password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the work email address they will sign in with")
        parser.add_argument("name", help="their full name")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            them = added(options["email"], options["name"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{them.name} is a user administrator. The link works once, for three days:\n{link_for(them)}"
        )


def added(email: str, name: str) -> Practitioner:
    """The new administrator, in the authority, which is added if this is the first account of all."""
    authority = Team.objects.filter(kind=TeamKind.AUTHORITY).first() or first_team()
    key = actions.add_practitioner(
        name=name,
        email=email,
        qualification=Qualification.OTHER,
        starts_on=london_today(),
        role=Role.USER_ADMINISTRATOR,
        team_id=authority.pk,
        by=BY,
    ).result
    assert key is not None
    return queries.practitioner(key)


def first_team() -> Team:
    """The authority itself."""
    key = actions.add_team(name=word("authority"), kind=TeamKind.AUTHORITY, within_id=None, by=BY).result
    assert key is not None
    return queries.team(key)
