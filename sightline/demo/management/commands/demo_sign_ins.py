"""`sightline demo_sign_ins`: the accounts of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand

from sightline.demo.sign_ins import PASSWORD, code_now, sign_ins


class Command(BaseCommand):
    """Prints one sign-in for each role, the password, and the one-time code of this half-minute."""

    help = "Prints the sign-ins of the demonstration authority."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Sign-ins of the demonstration (everybody in it is made up):")
        for role, name, email in sign_ins():
            self.stdout.write(f"  {email:<42} {role} ({name})")
        self.stdout.write(f"Password for all: {PASSWORD}")
        self.stdout.write(f"One-time code now: {code_now()} (the sign-in page shows the current one)")
