"""How people sign in to the demonstration: one password, and one-time codes from one secret, all made up."""

import time
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpRequest
from django.template.loader import render_to_string

from sightline.demo.tables import rows
from sightline.demo.workforce import DOMAIN, Workforce
from sightline.foundation.workforce.rules import Role

PASSWORD = "eastmere-harbour-lantern-42"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def let_everybody_in(workforce: Workforce) -> None:
    """Give each practitioner the demonstration's password and second factor."""
    first = next(iter(workforce.people.values()))
    first.set_password(PASSWORD)  # hashed once: hashing is slow on purpose, and the password is the same for all
    for person in workforce.people.values():
        person.password = first.password
        type(person).objects.filter(pk=person.pk).update(password=first.password)
        if not Authenticator.objects.filter(user=person).exists():
            TOTP.activate(person, SECRET)


def code_now() -> str:
    """The one-time code that every demonstration account takes in this half-minute."""
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // app_settings.TOTP_PERIOD)))


def sign_ins() -> list[tuple[str, str, str]]:
    """One sign-in for each role: role, name, address."""
    first = {row["role"]: row for row in reversed(rows("practitioners"))}
    return [(role.label, first[role]["name"], f"{first[role]['sign_in']}@{DOMAIN}") for role in Role]


def beside_sign_in(request: HttpRequest) -> dict[str, Any]:
    """Context processor of the demonstration: the accounts and the code, for the pages on which people sign in."""
    user = getattr(request, "user", None)
    if user is None or user.is_authenticated:
        return {}
    accounts = [{"role": role, "email": email} for role, _, email in sign_ins()]
    shown = {"accounts": accounts, "password": PASSWORD, "code": code_now()}
    return {"beside_sign_in": render_to_string("demo/sign_ins.html", shown)}
