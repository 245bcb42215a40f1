"""Compare the files on disk with the rows that name them."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from sightline.foundation.documents import storage
from sightline.foundation.documents.tidying import (
    forget_finished_drafts,
    lost_files,
    remove_unclaimed,
    set_unnamed_aside,
)

HOUR, DAY = 3600, 86400  # seconds


class Command(BaseCommand):
    """Sets aside files that no row names, deletes those set aside long ago, and tells of rows whose file is gone."""

    help = "Set aside stored files that nothing names, and report documents whose file is missing or damaged."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How old a file must be, and how thorough the comparison is."""
        parser.add_argument("--older-than-hours", type=int, default=24, help="leave younger files alone (24)")
        parser.add_argument(
            "--keep-days", type=int, default=30, help="delete files set aside longer ago than this (30)"
        )
        parser.add_argument(
            "--read-every-file", action="store_true", help="also compare the content with its fingerprint"
        )

    def handle(self, *args: Any, older_than_hours: int, keep_days: int, read_every_file: bool, **options: Any) -> None:
        """Compare, tidy and report; exits with 1 where a document has lost its file."""
        now = time.time()
        aside = set_unnamed_aside(before=now - older_than_hours * HOUR)
        deleted = remove_unclaimed(before=now - keep_days * DAY)
        forgotten = forget_finished_drafts()
        self.stdout.write(f"{aside} set aside in {storage.folder() / storage.UNCLAIMED}, {deleted} deleted for good.")
        self.stdout.write(f"{forgotten} notes on finished drafts removed.")
        lost = lost_files(read=read_every_file)
        for key in lost:
            self.stderr.write(f"Document {key}: its file is missing or damaged. Bring it back from a backup.")
        if lost:
            raise SystemExit(1)
