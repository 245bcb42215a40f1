"""System checks: the authority's name, words and colour are usable before the first page is asked for."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from sightline.ui import shell, vocabulary


def the_authority_can_be_shown(**kwargs: Any) -> list[CheckMessage]:
    """Errors, each a sentence, for a colour that cannot be read on or a word list that cannot be used."""
    found: list[CheckMessage] = []
    colour = shell.colour()
    if not shell.COLOUR.fullmatch(colour):
        found.append(Error(f"SIGHTLINE_BRAND_COLOUR must be like #0f4c5c, not {colour}.", id="ui.E001"))
    elif (contrast := shell.contrast_with_white(colour)) < shell.LEAST_CONTRAST:
        least = shell.LEAST_CONTRAST
        message = f"White text on SIGHTLINE_BRAND_COLOUR has a contrast of {contrast:.1f}; it must be {least} or more."
        found.append(Error(message, hint="Choose a darker colour.", id="ui.E002"))
    try:
        vocabulary.words(str(settings.SIGHTLINE_VOCABULARY))
    except ImproperlyConfigured as wrong:
        found.append(Error(str(wrong), id="ui.E003"))
    except OSError:
        name = Path(settings.SIGHTLINE_VOCABULARY).name
        found.append(Error(f"SIGHTLINE_VOCABULARY names a file that cannot be read: {name}.", id="ui.E003"))
    return found
