"""Pieces that pages repeat by the hundred: Jinja templates, which become Python code once and then render fast."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, StrictUndefined

from sightline.ui import govuk
from sightline.ui.govuk import paragraphs


@cache
def environment() -> Environment:
    """The one environment of these pieces; every value is escaped, and a name that is not there is a fault."""
    loader = PackageLoader("sightline.ui", "pieces")
    made = Environment(loader=loader, autoescape=True, auto_reload=settings.DEBUG, undefined=StrictUndefined)
    made.filters["linebreaks"] = paragraphs
    made.globals["govuk"] = lambda component, **params: govuk.render(component, params)
    return made


def compiled(piece: Callable[..., dict[str, Any]]) -> Callable[..., SafeString]:
    """A function of what a piece shows as one that renders its template; other pieces may call it by its name."""

    @wraps(piece)
    def rendered(*args: Any, **kwargs: Any) -> SafeString:
        return mark_safe(environment().get_template(f"{piece.__name__}.html").render(piece(*args, **kwargs)))

    environment().globals[piece.__name__] = rendered
    return rendered


def names() -> list[str]:
    """The name of every such template."""
    return environment().list_templates()
