"""What is asked at sign-in."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from sightline.foundation.workforce.models import Practitioner
from sightline.ui import forms


class AsksForAddress(LoginForm):
    """The library's form, asking for the address in our field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.Email("Email address", called="your email address", autocomplete="username")
        self.order_fields(["login", "password"])


class SignInForm(forms.Questions, AsksForAddress):
    """Who signs in."""

    password = forms.Password("Password", called="your password")


class ConfirmPasswordForm(forms.Questions, ReauthenticateForm):
    """Whether it is still the person who signed in."""

    password = forms.Password("Password", called="your password")


class ChoosePasswordForm(forms.QuestionForm):
    """The password of a new colleague, or of one who forgot theirs."""

    password = forms.Password("Choose a password", called="a password", autocomplete="new-password")
    again = forms.Password("Type it once more", called="the password once more", autocomplete="new-password")

    def __init__(self, *args: Any, practitioner: Practitioner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.practitioner = practitioner
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        """Both answers, when they agree and nobody would guess them."""
        answers = super().clean() or {}
        password, again = answers.get("password"), answers.get("again")
        if password and again and password != again:
            self.add_error("again", "Type the same password twice.")
        if password:
            try:
                validate_password(password, self.practitioner)
            except ValidationError as weak:
                self.add_error("password", weak)
        return answers
