"""Tags for GOV.UK components and for forms."""

import re
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template.base import FilterExpression, Node, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sightline.ui import govuk
from sightline.ui.forms import rendering
from sightline.ui.forms.questions import Questions, problems

SECTIONED = {"tabs", "accordion"}
LOOKS = {"warning": "govuk-button--warning", "quiet": "govuk-button--secondary"}


def named_as_govuk(keyword: str) -> str:
    """A Python name as GOV.UK's: summary_text becomes summaryText."""
    return re.sub(r"_([a-z])", lambda found: found[1].upper(), keyword)


def nested(keywords: dict[str, Any]) -> dict[str, Any]:
    """Keywords as parameters: a double underscore goes one level down."""
    params: dict[str, Any] = {}
    for keyword, value in keywords.items():
        *outer, last = [named_as_govuk(part) for part in keyword.split("__")]
        inner = params
        for name in outer:
            inner = inner.setdefault(name, {})
        inner[last] = value
    return params


def component(govuk_component: str, **keywords: Any) -> SafeString:
    """A GOV.UK component: {% govuk "button" text="Save" %}; its own `name` parameter stays free."""
    return govuk.render(govuk_component, nested(keywords))


class ComponentNode(Node):
    """A GOV.UK component round what stands between the tags."""

    def __init__(self, name: FilterExpression, keywords: dict[str, FilterExpression], inner: NodeList) -> None:
        self.name, self.keywords, self.inner = name, keywords, inner

    def render(self, context: Context) -> SafeString:
        """The component, with the inner HTML where the component takes it."""
        name = self.name.resolve(context)
        params = nested({key: value.resolve(context) for key, value in self.keywords.items()})
        with context.push():
            sections: list[dict[str, Any]] = []
            context["sections_of_component"] = sections
            inner = self.inner.render(context)
        if name in SECTIONED:
            params["items"] = [as_item(name, each) for each in sections]
        else:
            params["html"] = inner
        return govuk.render(name, params)


def as_item(component_name: str, section: dict[str, Any]) -> dict[str, Any]:
    """A section as the parameter of tabs or of an accordion."""
    heading, inner, item = section["heading"], section["html"], dict(section["params"])
    if component_name == "tabs":
        return item | {"label": heading, "panel": {"html": inner}}
    return item | {"heading": {"text": heading}, "content": {"html": inner}}


class SectionNode(Node):
    """One section of tabs or of an accordion."""

    def __init__(self, heading: FilterExpression, keywords: dict[str, FilterExpression], inner: NodeList) -> None:
        self.heading, self.keywords, self.inner = heading, keywords, inner

    def render(self, context: Context) -> str:
        """Hand the section to the component round it."""
        params = nested({key: value.resolve(context) for key, value in self.keywords.items()})
        section = {"heading": self.heading.resolve(context), "html": self.inner.render(context), "params": params}
        context["sections_of_component"].append(section)
        return ""


def block(parser: Parser, token: Token, node: type[ComponentNode] | type[SectionNode]) -> Node:
    """Read a tag with one value, keywords and an end tag."""
    name, *bits = token.split_contents()
    if not bits:
        raise template.TemplateSyntaxError(f"{{% {name} %}} needs a name first.")
    first, keywords = parser.compile_filter(bits.pop(0)), token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError(f"{{% {name} %}} takes keywords after its first value, not {bits[0]}.")
    inner = parser.parse((f"end{name}",))
    parser.delete_first_token()
    return node(first, keywords, inner)


def form(context: Context, asked: Any, **options: Any) -> SafeString:
    """A whole form: what is wrong, the autosave line, the questions and the button."""
    summary = "" if getattr(asked, "summary_is_shown", False) else rendering.error_summary(asked)
    heading = options.pop("heading", False)
    kept = asked.unplaced() if getattr(asked, "restored", False) or getattr(asked, "left_over", None) else []
    shown = {"form": asked, "summary": summary, "questions": rendering.questions(asked, heading=heading), "kept": kept}
    defaults = {"submit": "Save and continue", "method": "post", "action": "", "cancel": ""}
    shown["button_classes"] = " ".join(look for option, look in LOOKS.items() if options.pop(option, False))
    autosave = asked.autosave if isinstance(asked, Questions) else None
    values = {**defaults, **options, **shown, "autosave": autosave, "csrf_token": context.get("csrf_token")}
    return render_to_string("ui/components/form.html", values)


def form_errors(asked: Any) -> SafeString:
    """What is wrong with a form, for the top of a page; the form itself then leaves it out."""
    if not asked:
        return rendering.NOTHING
    asked.summary_is_shown = True
    return rendering.error_summary(asked)


def problem_prefix(asked: Any) -> str:
    """What the title of a page begins with where its form has problems, so that it is heard first."""
    return "Error: " if getattr(asked, "is_bound", False) and problems(asked) else ""


def questions(asked: Any, **options: Any) -> SafeString:
    """A form's questions without the form round them."""
    return rendering.questions(asked, **options)


def question(asked: BoundField, **options: Any) -> SafeString:
    """One question of a form."""
    return rendering.question(asked, **options)


def join(register: template.Library) -> None:
    """Offer the tags of this module."""
    register.simple_tag(component, name="govuk")
    register.tag("govukblock", lambda parser, token: block(parser, token, ComponentNode))
    register.tag("section", lambda parser, token: block(parser, token, SectionNode))
    register.simple_tag(form, name="form", takes_context=True)
    for tag in (form_errors, problem_prefix, questions, question):
        register.simple_tag(tag)
