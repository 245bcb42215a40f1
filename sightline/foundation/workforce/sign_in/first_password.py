"""The link with which somebody chooses their password: signed, for three days, and dead once a password was chosen."""

from uuid import UUID

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from sightline.foundation.workforce.models import Practitioner


class FirstPasswordTokens(PasswordResetTokenGenerator):
    """Tokens that die with a change of password, of what is known about the account, or with time."""

    key_salt = "workforce.first_password"

    def _make_hash_value(self, user: Practitioner, timestamp: int) -> str:
        return f"{user.pk}{user.password}{user.version}{user.email}{timestamp}"


TOKENS = FirstPasswordTokens()


def link_for(practitioner: Practitioner) -> str:
    """The address at which this practitioner chooses their password."""
    return reverse("workforce:choose_password", args=[practitioner.pk, TOKENS.make_token(practitioner)])


def practitioner_of(practitioner_id: UUID, token: str) -> Practitioner | None:
    """Whose link this is; nobody's when it is wrong, used or too old, or when they may not work today."""
    practitioner = Practitioner.objects.filter(pk=practitioner_id).first()
    if practitioner is None or practitioner.suspended_at or not TOKENS.check_token(practitioner, token):
        return None
    return practitioner
