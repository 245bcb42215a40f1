"""Whether the person at the other end has shown a second factor."""

from django.http import HttpRequest


def is_verified(request: HttpRequest) -> bool:
    """Whether this session began with a one-time code or a passkey."""
    methods = request.session.get("account_authentication_methods", [])
    return any(method.get("method") == "mfa" for method in methods)
