"""System checks of the settings, run by `sightline check --deploy` and before every command."""

from typing import Any

from django.core.checks import Error, Tags, register

from sightline.config.refusals import OF_SETTINGS, reasons


@register(Tags.security, deploy=True)
def settings_are_safe(**_: Any) -> list[Error]:
    """The same questions that refuse a start."""
    return [Error(sentence, id="sightline.E001") for sentence in reasons(OF_SETTINGS)]
