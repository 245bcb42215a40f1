"""GOV.UK Design System components, rendered by the published Jinja macros behind one cached environment."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import conditional_escape, linebreaks
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader

RAW_HTML = re.compile(r"(^html|Html)$")  # GOV.UK's names for parameters that take markup


@cache
def environment() -> Environment:
    """The one Jinja environment; templates and macros stay compiled in it."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    made = Environment(loader=loader, autoescape=True, auto_reload=False)
    made.filters["indent"] = lambda text, *_, **__: text  # only for the eye, and a third of the cost of a component
    return made


@cache
def macro(component: str) -> Callable[[Mapping[str, Any]], str]:
    """The macro of a component named as in the Design System, such as "summary-list"."""
    name = "govuk" + "".join(part.capitalize() for part in component.split("-"))
    template = environment().get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    return getattr(template.module, name)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Given:
    """Parameters of a component; two are the same when their text is."""

    text: str
    params: Mapping[str, Any] = field(compare=False)


def render(component: str, params: Mapping[str, Any], *, lasting: bool = False) -> SafeString:
    """A component as HTML; text is escaped, and parameters ending in html are escaped unless already marked safe.

    One that is `lasting` is kept for the next page that has the same: never one that says something about somebody.
    """
    given = {key: as_parameter(key, value) for key, value in params.items()}
    return kept(component, Given(repr(given), given)) if lasting else render_as_given(component, given)


@lru_cache(maxsize=512)
def kept(component: str, given: Given) -> SafeString:
    """A component that many pages share."""
    return render_as_given(component, given.params)


def render_as_given(component: str, params: Mapping[str, Any]) -> SafeString:
    """A component as HTML with its html parameters believed: for markup this product wrote itself."""
    return mark_safe(macro(component)(params).strip())


def as_parameter(key: str, value: Any) -> Any:
    """A value as the macros take it: lists and dictionaries in depth, and text that stays text."""
    if isinstance(value, Promise):
        value = str(value)
    if isinstance(value, str):
        return str(conditional_escape(value)) if RAW_HTML.search(key) else as_plain_text(key, value)
    if is_dataclass(value) and not isinstance(value, type):
        value = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Mapping):
        return {each: as_parameter(str(each), part) for each, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_parameter(key, each) for each in value]
    return value


def as_plain_text(key: str, value: str) -> str:
    """Text without any mark of safety, since Django marks every literal of a template as safe."""
    if key == "attributes":
        raise TypeError("Give attributes as a dictionary: as text they would reach the page without escaping.")
    return "".join(iter(value)) if isinstance(value, SafeString) else value


def paragraphs(text: str) -> SafeString:
    """Text as typed, escaped, with its paragraphs and line ends: for an html parameter."""
    return mark_safe(linebreaks(text, autoescape=True))
