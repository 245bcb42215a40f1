"""`sightline demo_build`: a made-up authority, written through the door."""

from datetime import date
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sightline.demo.families import Builder
from sightline.demo.moves import build_moves
from sightline.demo.nine import build_nine, build_walls
from sightline.demo.sign_ins import let_everybody_in
from sightline.demo.stories import Stories
from sightline.demo.workforce import build_workforce
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.models import Practitioner
from sightline.practice.child_protection.rules import Outcome

SEED = 20211
ORDINARY = 24  # families without anything out of the ordinary
TOLD_OF = {1: {"team": "Protection team South", "worker": "worker.8", "name": "O'Donnell"}}  # the search page's example


class Command(BaseCommand):
    """Builds the demonstration authority once; everybody in it is made up."""

    help = "Builds a made-up authority: teams, practitioners, families, and what happened in them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where an authority is there already")
        parser.add_argument("--today", type=date.fromisoformat, help="the day it is in the demonstration (YYYY-MM-DD)")

    def handle(self, *args: Any, **options: Any) -> None:
        if Practitioner.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("There are practitioners here already. Use an empty database, or make demo-reset.")
        self.build(options["today"] or london_today())

    def build(self, today: date) -> None:
        """Everything, with a line of progress for each part."""
        self.says("  teams and practitioners")
        workforce = build_workforce(today)
        let_everybody_in(workforce)
        build = Builder(workforce, today, Random(SEED))
        stories = Stories(build)
        self.says("  a family of nine, and records behind walls")
        build_nine(build, stories)
        build_walls(build)
        for number in range(ORDINARY):
            self.progress(number + 1)
            self.ordinary(build, stories, number)
        build_moves(build)

    def ordinary(self, build: Builder, stories: Stories, number: int) -> None:
        """One family and its story: a third have had a strategy discussion, at different stages."""
        own = {"team": "Assessment team 1", "worker": "social.worker"} if number % 4 == 0 else {}
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
