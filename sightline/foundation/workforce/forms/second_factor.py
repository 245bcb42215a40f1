"""What is asked about one-time codes."""

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

from sightline.foundation.workforce.rules import SignIn
from sightline.foundation.workforce.sign_in import throttle
from sightline.foundation.workforce.sign_in.events import note
from sightline.ui import forms

CODE_LASTS = 120  # seconds; longer than any code is taken, so that none is taken twice


def code_field() -> forms.Text:
    """Six numbers from an app."""
    return forms.Text(
        "Code from your app",
        called="the code from your app",
        hint="6 numbers. Open the authenticator app on your phone.",
        width=10,
        autocomplete="one-time-code",
        limit=10,
    )


class CountedCode(forms.Questions):
    """A code whose wrong tries count with the wrong passwords of the account."""

    def clean_code(self) -> str:
        """The code, if it is right, unused, and the account has tries left."""
        request, user = context.request, self.user  # type: ignore[attr-defined]
        typed = self.cleaned_data["code"].replace(" ", "")
        self.cleaned_data["code"] = typed
        if not throttle.may_guess(request, user.email):
            raise get_adapter().validation_error("incorrect_code")
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            if not cache.add(f"code-used-{user.pk}-{code}", "yes", CODE_LASTS):
                raise get_adapter().validation_error("incorrect_code")
        except ValidationError:
            throttle.wrong_guess(request, user.email)
            note(SignIn.REFUSED, request, user.pk, with_="code")
            raise
        return code


class CodeForm(CountedCode, AuthenticateForm):
    """The second step of signing in."""

    code = code_field()


class ConfirmCodeForm(CountedCode, ReauthenticateForm):
    """Whether it is still the person who signed in."""

    code = code_field()


class FirstCodeForm(forms.Questions, ActivateTOTPForm):
    """Proof that the app was set up."""

    code = code_field()
