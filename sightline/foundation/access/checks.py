"""The server does not start while a route has not declared who it is for."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver


def routes(
    resolver: URLResolver | None = None, before: str = "", names: tuple[str, ...] = ()
) -> Iterator[tuple[str, str, Any]]:
    """Every route with its address pattern, its full name and its view."""
    resolver = resolver or get_resolver()
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*names, pattern.namespace) if pattern.namespace else names
            yield from routes(pattern, address, inner)
        elif isinstance(pattern, URLPattern):
            yield address, ":".join((*names, pattern.name or "")), pattern.callback


@register()
def every_route_declares_its_policy(**kwargs: Any) -> list[CheckMessage]:
    """An error for each route whose view carries no policy."""
    return [
        Error(f"The route {address} ({name}) has not declared who it is for.", id="access.E001")
        for address, name, view in routes()
        if not hasattr(view, "policy")
    ]
