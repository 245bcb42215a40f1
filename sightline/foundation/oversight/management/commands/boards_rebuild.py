"""`sightline boards_rebuild`: read again what boards know of every child, after an area marks something new."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from sightline.foundation.oversight.in_sight import rebuild


class Command(BaseCommand):
    """Reads the facts of every child again; what boards knew before is replaced."""

    help = "Read again what boards know of every child, after an upgrade that counts something new."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{rebuild():,} children were read again.")
