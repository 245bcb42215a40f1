"""System checks of the settings, run by `sightline check --deploy` and before every command."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from sightline.config.refusals import OF_SETTINGS, reasons

NO_SOURCE = "Nobody is told where the source code of this version is: set SIGHTLINE_SOURCE to its https address."


@register(Tags.security, deploy=True)
def settings_are_safe(**_: Any) -> list[CheckMessage]:
    """The same questions that refuse a start."""
    return [Error(sentence, id="sightline.E001") for sentence in reasons(OF_SETTINGS)]


@register(deploy=True)
def source_is_offered(**_: Any) -> list[CheckMessage]:
    """Whether pages say where the source of what runs is, as section 13 of the licence asks; a warning, no refusal."""
    address = urlsplit(settings.SIGHTLINE_SOURCE)
    offered = address.scheme == "https" and address.netloc
    return [] if offered else [Warning(NO_SOURCE, hint="LICENSE, section 13", id="sightline.W001")]
