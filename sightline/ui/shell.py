"""What stands round every page: the authority's name and colour, and the navigation that others provide as `shell`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from sightline.ui.components import Link
from sightline.ui.vocabulary import word

DEFAULT_COLOUR = "#0f4c5c"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: white text on the authority's colour


@dataclass(frozen=True)
class Lock:
    """When a page left alone hides itself, and where a password opens it again."""

    minutes: int
    url: str


@dataclass(frozen=True)
class SearchBox:
    """The search box of every page; sent by POST as `q`, so that no name stands in an address."""

    url: str
    query: str = ""
    label: str = "Search for a person"
    name: str = "q"


@dataclass(frozen=True)
class Shell:
    """Navigation of a signed-in person: a context processor of a higher tier puts one in the context as `shell`."""

    home: str = "/"
    navigation: Sequence[Link] = ()
    search: SearchBox | None = None
    account: str = ""  # "Amina Yusuf"
    account_note: str = ""  # "Assessment team 2"
    account_links: Sequence[Link] = ()
    sign_out: str = ""  # address that signs out when posted to
    lock: Lock | None = None
    notice: str = ""  # "Demonstration: nobody here is real"
    footer: Sequence[Link] = ()


@dataclass(frozen=True)
class Authority:
    """Whose service this is."""

    name: str
    service: str
    colour: str
    stylesheet: str
    source: str  # the address of the source of the version that runs here; empty where it is not given


def shown_authority() -> Authority:
    """The authority as every page shows it, also those about an error."""
    name, service = word("authority"), word("children_services")
    return Authority(name, service, colour(), brand_stylesheet(), settings.SIGHTLINE_SOURCE)


def colour() -> str:
    """The authority's colour as #rrggbb; the default where it is not set."""
    return str(settings.SIGHTLINE_BRAND_COLOUR or DEFAULT_COLOUR)


def brand_stylesheet() -> str:
    """The address of the stylesheet that carries the colour, or nothing where no route is made for it."""
    try:
        return reverse("ui:brand")
    except NoReverseMatch:
        return ""


def authority(request: HttpRequest) -> dict[str, Any]:
    """Context processor: whose service this is, and what a strict content policy needs."""
    return {
        "authority": shown_authority(),
        "csp_nonce": getattr(request, "csp_nonce", ""),  # the name that django-htmx's tags ask for
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }


def luminance(of: str) -> float:
    """Relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(of[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_with_white(of: str) -> float:
    """How well white text stands out on a colour, from 1 to 21."""
    return 1.05 / (luminance(of) + 0.05)
