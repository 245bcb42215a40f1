"""`sightline clocks rebuild`: count clocks again after a rule or the list of holidays has changed."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sightline.foundation.children.models import Child
from sightline.foundation.timescales.refresh import rebuild_in_steps


class Command(BaseCommand):
    """Counts open and changed clocks again; clocks that are closed keep what they were counted with."""

    help = "Count open clocks again, after a rule or the list of bank holidays has changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--compare", action="store_true", help="only say what differs, and fail if anything does")

    def handle(self, *, compare: bool, **options: Any) -> None:
        found = rebuild_in_steps(Child.objects.order_by("pk").values_list("pk", flat=True), compare=compare)
        for (timescale, what), number in sorted(Counter((d.key[0], d.what) for d in found).items()):
            self.stdout.write(f"{timescale}: {number} {what}")
        if compare and found:
            raise CommandError(f"{len(found)} clocks are not what the facts say. Run it without --compare.")
        self.stdout.write(f"{len(found)} clocks were brought up to date." if found else "Every clock is up to date.")
