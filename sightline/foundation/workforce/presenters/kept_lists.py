"""Lists that a practitioner keeps, as links, and what of an address is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

from django.urls import Resolver404, resolve, reverse

from sightline.foundation.workforce.forms.narrowing import NarrowClocks
from sightline.foundation.workforce.models import KeptList

LISTS = tuple(f"workforce:{noun}_of_{whose}" for noun in ("children", "clocks") for whose in ("team", "worker"))
LONGEST_ANSWER = 60


@dataclass(frozen=True)
class KeptShown:
    """One list on My work."""

    name: str
    href: str
    remove: str


@dataclass(frozen=True)
class Address:
    """Where a list is, and how it is narrowed."""

    route: str
    of: UUID
    query: str


def kept_lists(found: Iterable[KeptList]) -> list[KeptShown]:
    """The lists that somebody keeps."""
    return [
        KeptShown(
            each.name,
            f"{reverse(each.route, args=[each.of])}?{each.query}",
            reverse("workforce:remove_list", args=[each.pk]),
        )
        for each in found
        if each.route in LISTS
    ]


def keep_address(address: str) -> str:
    """Where a list is given a name."""
    return f"{reverse('workforce:keep_list')}?{urlencode({'of': address})}"


def list_at(address: str) -> Address | None:
    """The list at an address; nothing where there is none, and only answers to questions that lists ask are kept."""
    parts = urlsplit(address)
    try:
        found = resolve(parts.path)
    except Resolver404:
        return None
    if found.view_name not in LISTS:
        return None
    answers = [
        (name, answer)
        for name, answer in parse_qsl(parts.query)
        if name in NarrowClocks.base_fields and "\0" not in answer and len(answer) <= LONGEST_ANSWER
    ]
    (of,) = found.kwargs.values()
    return Address(found.view_name, of, urlencode(dict(answers)))
