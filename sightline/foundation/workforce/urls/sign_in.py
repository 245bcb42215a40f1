"""The routes of the sign-in library that are in use: each wrapped, declared and with our own pages; no others exist."""

from django.urls import path

from sightline.foundation.workforce.views import second_factor, sign_in

urlpatterns = [
    path("", sign_in.sign_in, name="account_login"),
    path("out/", sign_in.sign_out, name="account_logout"),
    path("second-step/", sign_in.second_step, name="mfa_authenticate"),
    path("passkey/", second_factor.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("confirm/", sign_in.confirm_by_password, name="account_reauthenticate"),
    path("confirm/code/", sign_in.confirm_by_code, name="mfa_reauthenticate"),
    path("confirm/passkey/", second_factor.confirm_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("ways/", second_factor.index, name="mfa_index"),
    path("ways/code/", second_factor.activate_code, name="mfa_activate_totp"),
    path("ways/passkey/", second_factor.add_passkey, name="mfa_add_webauthn"),
    path("ways/passkey/<int:pk>/remove/", second_factor.remove_passkey, name="mfa_remove_webauthn"),
]
