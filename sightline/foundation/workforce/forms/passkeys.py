"""What a browser sends of a passkey. Anybody may send anything in its place, which is refused like a wrong passkey."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms as django_forms

from sightline.ui import forms

MALFORMED = (LookupError, TypeError, ValueError, AttributeError, AssertionError, RecursionError, struct.error)


@contextmanager
def refusing_the_malformed() -> Iterator[None]:
    """Refuse as wrong what the library cannot read, whichever way it fails at it."""
    try:
        yield
    except MALFORMED:
        raise get_adapter().validation_error("incorrect_code") from None


class Credential(django_forms.JSONField):
    """A passkey's answer, as the page's script puts it into the form."""

    widget = django_forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """The answer; what is nested too deep to be read is refused."""
        with refusing_the_malformed():
            return super().to_python(value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing of it stands on the page again: a device answers anew each time."""
        return initial


class SentPasskey(AuthenticateWebAuthnForm):
    """A passkey as the second step of signing in."""

    credential = Credential()

    def clean_credential(self) -> Any:
        """The passkey, if it is one of this account."""
        with refusing_the_malformed():
            return super().clean_credential()


class SignInPasskey(SentPasskey, LoginWebAuthnForm):
    """A passkey in place of a password."""


class ConfirmPasskey(SentPasskey, ReauthenticateWebAuthnForm):
    """Whether it is still the person who signed in."""


class NamedPasskey(AddWebAuthnForm):
    """The library's form, naming the passkey in our field and always making one that needs no password."""

    credential = Credential()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["credential"].error_messages["required"] = "Press the button and follow your device."

    def clean(self) -> dict[str, Any]:
        """The passkey that was made, if the device answered what it was asked."""
        with refusing_the_malformed():
            answers: dict[str, Any] = super().clean()
            return answers


class PasskeyForm(forms.Questions, NamedPasskey):  # type: ignore[misc]
    """A passkey on this computer, on a phone or on a key."""

    name = forms.Text(
        "What do you call this passkey?",
        hint="For example: work laptop, phone",
        called="a name for the passkey",
        width=20,
        limit=60,
        optional=True,
        says_optional=False,
    )
