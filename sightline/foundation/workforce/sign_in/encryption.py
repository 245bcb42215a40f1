"""Small secrets kept in the database so that a copy of the database alone does not open them."""

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import salted_hmac


class Cipher:
    """Closes with the first key, opens with any: keys are derived from the secret key and the purpose."""

    def __init__(self, keys: Sequence[str], *, purpose: str) -> None:
        self.fernets = MultiFernet([Fernet(derived(key, purpose)) for key in keys])

    def close(self, text: str) -> str:
        """The text as it may stand in the database."""
        return self.fernets.encrypt(text.encode()).decode()

    def open(self, closed: str) -> str:
        """The text; raises ImproperlyConfigured when the key that closed it is gone."""
        try:
            return self.fernets.decrypt(closed.encode()).decode()
        except InvalidToken:
            raise ImproperlyConfigured(
                "A secret was closed with a key that SECRET_KEY_FALLBACKS no longer has."
            ) from None


def derived(key: str, purpose: str) -> bytes:
    """32 bytes that depend on the key and the purpose, in the form the cipher wants."""
    return base64.urlsafe_b64encode(salted_hmac(purpose, b"", secret=key, algorithm="sha256").digest())
