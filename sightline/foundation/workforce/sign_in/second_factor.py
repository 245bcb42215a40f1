"""How the library's one-time codes and passkeys behave here."""

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import cached_property

from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.sign_in.encryption import Cipher
from sightline.ui.vocabulary import word


class SecondFactor(DefaultMFAAdapter):
    """The library's second-factor adapter: our words, and the secret behind the codes encrypted at rest."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Check the code: it changes every 30 seconds, so wait for the next one and enter that.",
    }

    @cached_property
    def cipher(self) -> Cipher:
        """The cipher under the present key; older keys still open what they closed."""
        return Cipher([settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS], purpose="one-time code secrets")

    def encrypt(self, text: str) -> str:
        """The secret as it stands in the database."""
        return self.cipher.close(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret."""
        return self.cipher.open(encrypted_text)

    def get_totp_issuer(self) -> str:
        """What the app on the phone calls us."""
        return f"{word('authority')} Sightline"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the passkey is for: this host."""
        host: dict[str, str] = super().get_public_key_credential_rp_entity()
        return host | {"name": self.get_totp_issuer()}

    def generate_authenticator_name(self, user: Practitioner, type: Any) -> str:
        """What a passkey is called until its owner calls it something."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "My passkey" if number == 1 else f"Passkey {number}"


def ways_in(practitioner: Practitioner | AnonymousUser) -> dict[str, list[Authenticator]]:
    """The second factors somebody has set up, by kind."""
    found: dict[str, list[Authenticator]] = {"totp": [], "webauthn": []}
    for each in Authenticator.objects.filter(user=practitioner).order_by("created_at"):
        found.setdefault(each.type, []).append(each)
    return found


def forget_ways_in(practitioner: Practitioner) -> None:
    """Remove every second factor of an account, for somebody who lost theirs."""
    Authenticator.objects.filter(user=practitioner).delete()
