from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sightline.foundation.audit_trail import queries
from sightline.foundation.audit_trail.heads import SealRefused
from sightline.foundation.audit_trail.seal import seal


class Command(BaseCommand):
    """`sightline audit seal`: seals now what the job would seal within five minutes."""

    help = "Seals what is finished in the audit, and notes the head outside the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--after-restore", default="", metavar="WHY", help="go on from an older state that was restored on purpose"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = seal(after_restore=options["after_restore"])
        except SealRefused as why:
            raise CommandError(str(why)) from why
        lag = round(queries.seal_lag().total_seconds())
        self.stdout.write(f"{done.rows} rows were sealed in {done.batches} batches; the oldest unsealed waits {lag} s.")
