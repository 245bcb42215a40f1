"""`sightline demo_build`: a made-up authority, written through the door."""

import logging
from datetime import date
from random import Random
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from sightline.assurance.measures.counting.words import count_ended_months
from sightline.demo.careers.parameters import SCENARIOS
from sightline.demo.contacts import contacts_come
from sightline.demo.families import Builder, Family
from sightline.demo.finding_out import build_finding_out
from sightline.demo.front_door import build_front_door
from sightline.demo.helping import build_helping
from sightline.demo.moves import build_moves, build_waiting
from sightline.demo.nine import build_nine, build_walls
from sightline.demo.parts import build_parts
from sightline.demo.populating import Progress, populate
from sightline.demo.sign_ins import let_everybody_in
from sightline.demo.sizes import SIZES, Size
from sightline.demo.staffing import employ, staff_of
from sightline.demo.stories import Stories
from sightline.demo.telling.told import tell_practice
from sightline.demo.workforce import build_workforce
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.catching_up import counted_once
from sightline.foundation.timescales import refresh
from sightline.foundation.workforce.models import Practitioner
from sightline.practice.child_protection.rules import Outcome

SEED = 20211
ORDINARY = 24  # families without anything out of the ordinary
TOLD_OF: dict[int, dict[str, Any]] = {
    1: {"team": "Protection team South", "worker": "worker.8", "name": "O'Donnell"}
}  # the search page's example


def is_no_end_of_calendar(record: logging.LogRecord) -> bool:
    """A clock that runs past the list of bank holidays is no fault of a made-up authority, and nothing to say here."""
    return record.msg != "calendar_ends"


class Command(BaseCommand):
    """Builds the demonstration authority once; everybody in it is made up."""

    help = "Builds a made-up authority: teams, practitioners, families, and what happened in them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where an authority is there already")
        parser.add_argument("--today", type=date.fromisoformat, help="the day on which it is looked at (YYYY-MM-DD)")
        parser.add_argument(
            "--size", choices=SIZES, default="small", help="a team's worth, or an authority's ten years"
        )
        parser.add_argument(
            "--scenario",
            choices=SCENARIOS,
            default="letter",
            help="the weaknesses of the letter, or the same without them",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if Practitioner.objects.exists():
            if not Authenticator.objects.exists():
                raise CommandError("It was stopped before it was whole. Run make demo-reset, which begins afresh.")
            if options["if_empty"]:
                return
            raise CommandError("There are practitioners here already. Use an empty database, or make demo-reset.")
        today = options["today"] or london_today()
        if today > london_today():
            raise CommandError("The demonstration can end on an earlier day, not on one that has not come yet.")
        self.build(today, SIZES[options["size"]], options["scenario"])

    def build(self, today: date, size: Size, scenario: str) -> None:
        """Everything, with a line of progress for each part."""
        self.says("  teams and practitioners")
        workforce = build_workforce(today)
        employ(workforce, size.further_teams, today)
        build = Builder(workforce, today, Random(SEED))
        family = self.told_one_by_one(build)
        logging.getLogger(refresh.__name__).addFilter(is_no_end_of_calendar)
        self.show(populate(size.plan(scenario, today), staff_of(workforce), self.show, size.hands), "\n")
        with counted_once():
            build_parts(build, family)
        count_ended_months(build.today)
        let_everybody_in(workforce)  # last: where nobody can sign in yet, a build was stopped before it was whole
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # so that the first pages already know how large the tables are

    def told_one_by_one(self, build: Builder) -> Family:
        """Families with something out of the ordinary, told through the areas' own actions; gives the largest."""
        stories = Stories(build)
        self.says("  a family of nine, and records behind walls")
        with counted_once():
            family = build_nine(build, stories)
            build_walls(build)
        for number in range(ORDINARY):
            self.progress(number + 1)
            with counted_once():
                self.ordinary(build, stories, number)
        with counted_once():
            build_moves(build)
            build_waiting(build)
            build_finding_out(build)
            build_front_door(build, family)
            build_helping(build)
            contacts_come(build, family)
        self.says("  notes, visits, meetings, plans, papers and decisions about them")
        tell_practice(build, family)
        return family

    def ordinary(self, build: Builder, stories: Stories, number: int) -> None:
        """One family and its story: a third have had a strategy discussion, at different stages."""
        own: dict[str, Any] = {"team": "Assessment team 1", "worker": "social.worker"} if number % 4 == 0 else {}
        family = build.family(build.chance.choice((1, 2, 2, 3, 4)), **(own or TOLD_OF.get(number, {})))
        if number % 3 == 0:
            began = min(build.chance.choice((5, 9, 17, 24, 40, 120, 300)), (build.today - family.known_since).days - 4)
            stories.discussion(family, began, worry=number)
            if began > 15:
                stories.agree(family, began - 2)
            if began > 30:
                stories.enquiries_end(family, began - 14, build.chance.choice(list(Outcome)[:2]), worry=number)
                stories.agree(family, began - 15)
        if number % 7 == 0:
            stories.warning(family, "animal", "A large dog that is not always tied up.", "Ring before you go.")

    def show(self, progress: Progress, ending: str = "") -> None:
        """A bar that fills on a terminal; elsewhere only its end."""
        if self.stdout.isatty():
            self.says(f"\r{progress}", ending)
        elif ending:
            self.says(str(progress))

    def progress(self, done: int) -> None:
        """A line that counts up on a terminal; elsewhere only its end."""
        if self.stdout.isatty():
            self.says(f"\r  families: {done} of {ORDINARY}", "\n" if done == ORDINARY else "")
        elif done == ORDINARY:
            self.says(f"  families: {done}")

    def says(self, text: str, ending: str = "\n") -> None:
        """Progress."""
        self.stdout.write(text, ending=ending)
        self.stdout.flush()
