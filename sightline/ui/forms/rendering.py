"""The one place where a form becomes HTML: every kind of question as its GOV.UK component."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sightline.ui import govuk
from sightline.ui.forms.dates import DateBoxes, TypedDate
from sightline.ui.forms.fields import Date
from sightline.ui.forms.questions import POINTED, Part, Questions, Section, chosen, problems, wrong_boxes
from sightline.ui.preferred_words import pointed_out

Params = dict[str, Any]
NOTHING = mark_safe("")
SAY_DIFFERENTLY = "Young people asked us to say these differently. It is a suggestion: nothing is kept of who typed it."


def error_summary(form: Any) -> SafeString:
    """Everything wrong, with links to each answer; nothing where nothing is."""
    found = problems(form) if form.is_bound else []
    if not found:
        return NOTHING
    items = [{"text": each.text} | ({"href": f"#{each.target}"} if each.target else {}) for each in found]
    return govuk.render("error-summary", {"titleText": "There is a problem", "errorList": items})


def questions(form: Any, *, heading: bool = False) -> SafeString:
    """All of a form's questions; with `heading`, its only question is the heading of the page."""
    if not isinstance(form, Questions):
        parts = [format_html_join("", "{}", ((hidden,) for hidden in form.hidden_fields()))]
        return joined([*parts, *(question(each, heading=heading) for each in form.visible_fields())])
    own = [section(form, each, heading=heading) for each in form.arranged()]
    inner = [part(each) for each in form.parts]
    hidden = [mark_safe(str(each)) for each in form.hidden_fields()]
    return joined([*hidden, *(inner + own if form.parts_come_first else own + inner)])


def section(form: Questions, each: Section, *, heading: bool = False) -> SafeString:
    """Some questions, as a group with a heading where they have one."""
    asked = joined([question(form[name], heading=heading) for name in each.questions])
    return group(each.heading, asked, each.hint) if each.heading else asked


def part(each: Part) -> SafeString:
    """A form within the form."""
    asked = questions(each.form)
    return group(each.heading, asked) if each.heading else asked


def group(heading: Any, inner: SafeString, hint: Any = "") -> SafeString:
    """Questions that belong together, in a fieldset whose legend is a heading."""
    legend = format_html('<h2 class="govuk-fieldset__heading">{}</h2>', heading)
    lead = format_html('<p class="govuk-hint">{}</p>', hint) if hint else NOTHING
    params = {"legend": {"html": legend, "classes": "govuk-fieldset__legend--m"}, "html": joined([lead, inner])}
    return format_html('<div class="sl-section">{}</div>', govuk.render("fieldset", params))


def joined(parts: list[SafeString]) -> SafeString:
    """Pieces of HTML one after another."""
    return mark_safe("\n".join(parts))


def question(bound: BoundField, *, heading: bool = False) -> SafeString:
    """One question with its hint, its error and what was answered so far."""
    widget = bound.field.widget
    match widget:
        case forms.HiddenInput():
            return mark_safe(str(bound))
        case DateBoxes():
            return govuk.render("date-input", date_params(bound, heading), lasting=is_unanswered(bound))
        case forms.CheckboxSelectMultiple():  # before RadioSelect, of which Django makes it a subclass
            lasting = getattr(bound.field, "for_everybody", False) and is_unanswered(bound)
            return govuk.render("checkboxes", list_params(bound, heading), lasting=lasting)
        case forms.RadioSelect():
            return govuk.render("radios", list_params(bound, heading))
        case forms.CheckboxInput():
            return govuk.render("checkboxes", tick_params(bound))
        case forms.Select():
            return joined([govuk.render("select", select_params(bound, heading)), *revealed_below(bound)])
        case forms.Textarea():
            asked = govuk.render("textarea", text_area_params(bound, heading), lasting=is_unanswered(bound))
            return joined([asked, form_note(bound), words_note(bound)])
        case forms.FileInput():
            several = {"multiple": True} if getattr(widget, "allow_multiple_selected", False) else {}
            return govuk.render("file-upload", common(bound, heading) | several | {"javascript": True})
        case forms.PasswordInput():
            return govuk.render("password-input", common(bound, heading) | auto_complete(bound))
    return joined([govuk.render("input", input_params(bound, heading), lasting=is_unanswered(bound)), form_note(bound)])


def is_unanswered(bound: BoundField) -> bool:
    """Whether nothing stands in the boxes of a question, so that it is the same for everybody."""
    value = bound.value()
    return not (any(value) if isinstance(value, tuple) else value)


def wording(bound: BoundField) -> str:
    """The question, and that it may be left."""
    label = str(bound.label)
    return f"{label} (optional)" if getattr(bound.field, "says_optional", False) else label


def named(bound: BoundField, heading: bool, kind: str) -> Params:
    """A label or legend; as the heading of the page it is larger."""
    size = "l" if heading else "s"
    return {"text": wording(bound), "classes": f"{kind}--{size}", "isPageHeading": heading}


def telling(bound: BoundField) -> Params:
    """The hint and the error."""
    params: Params = {}
    if bound.help_text:
        params["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        params["errorMessage"] = {"text": str(bound.errors[0])}
    return params


def common(bound: BoundField, heading: bool) -> Params:
    """What every box has."""
    label = named(bound, heading, "govuk-label")
    params: Params = {"id": bound.auto_id, "name": bound.html_name, "label": label} | telling(bound)
    if bound.field.disabled:
        params["disabled"] = True
    return params


def in_fieldset(bound: BoundField, heading: bool) -> Params:
    """What every question with several boxes has."""
    return {"fieldset": {"legend": named(bound, heading, "govuk-fieldset__legend")}} | telling(bound)


def auto_complete(bound: BoundField) -> Params:
    """What the browser may fill in."""
    field, attributes = bound.field, bound.field.widget.attrs
    found = getattr(field, "autocomplete", "") or attributes.get("autocomplete", "")
    return {"autocomplete": found} if found else {}


def input_params(bound: BoundField, heading: bool) -> Params:
    """A line of text, a number or an address."""
    field: Any = bound.field
    width = getattr(field, "width", None)
    params = common(bound, heading) | auto_complete(bound)
    params["type"] = getattr(field, "input_type", None) or getattr(field.widget, "input_type", "text") or "text"
    params["value"] = shown(bound)
    params["classes"] = f"govuk-input--width-{width}" if width else ""
    for name in ("inputmode", "spellcheck"):
        if (value := getattr(field, name, None)) not in (None, ""):
            params[name] = value
    for name in ("prefix", "suffix"):
        if text := getattr(field, name, ""):
            params[name] = {"text": text}
    return params


def text_area_params(bound: BoundField, heading: bool) -> Params:
    """A box for long text."""
    rows = getattr(bound.field, "rows", None) or bound.field.widget.attrs.get("rows", 5)
    return common(bound, heading) | {"rows": rows, "value": shown(bound)} | auto_complete(bound)


def words_note(bound: BoundField) -> SafeString:
    """Beneath a long text, what could be said differently; empty until something is found, here or while typing."""
    if not getattr(bound.field, "points_out", False):
        return NOTHING
    return note(bound.html_name, SAY_DIFFERENTLY, map(str, pointed_out(shown(bound))))


def form_note(bound: BoundField) -> SafeString:
    """Beneath a question, what its form points out of the answers; empty until something is found."""
    heading = getattr(bound.form, "pointing", {}).get(bound.name)
    if not heading:
        return NOTHING
    form: Any = bound.form
    found = form.pointed_out_in({name: shown(form[name]) for name in form.pointing})
    return note(f"{bound.html_name}{POINTED}", heading, found.get(bound.name, []))


def note(key: str, heading: str, found: Iterable[str]) -> SafeString:
    """A list beneath a question that the page fills while somebody types, by its key."""
    items = format_html_join("", "<li>{}</li>", ((each,) for each in found))
    return format_html(
        '<div class="sl-words" data-words-of="{}"{}><p>{}</p><ul>{}</ul></div>',
        key,
        NOTHING if items else mark_safe(" hidden"),
        heading,
        items,
    )


def shown(bound: BoundField) -> str:
    """What stands in a box."""
    value = bound.value()
    return "" if value is None else str(bound.field.widget.format_value(value) or "")


def date_params(bound: BoundField, heading: bool) -> Params:
    """Three boxes; the wrong ones are marked."""
    typed, wrong = bound.value() or TypedDate("", "", ""), wrong_boxes(bound)
    birthday = getattr(bound.field, "autocomplete", "") == "bday"
    items = []
    for part, text in zip(TypedDate._fields, typed, strict=True):
        classes = f"govuk-input--width-{4 if part == 'year' else 2}"
        item = {"name": part, "value": text, "classes": classes + (" govuk-input--error" if part in wrong else "")}
        items.append(item | ({"autocomplete": f"bday-{part}"} if birthday else {}))
    params = {"id": bound.auto_id, "namePrefix": bound.html_name, "items": items}
    return in_fieldset(bound, heading) | params | quick_days(bound)


def quick_days(bound: BoundField) -> Params:
    """The days that the page offers to fill in with one press, for its script."""
    days = bound.field.quick_days(timezone.localdate()) if isinstance(bound.field, Date) else []
    return {"attributes": {"data-quick-days": " ".join(day.isoformat() for day in days)}} if days else {}


def list_params(bound: BoundField, heading: bool) -> Params:
    """Radios or checkboxes, with a hint for an answer and the questions it reveals."""
    field: Any = bound.field
    answered, divider = chosen(bound), str(getattr(field, "divider", ""))
    items: list[Params] = []
    for value, text in flattened(field.choices):
        if value == "":
            continue
        if value == divider:
            items.append({"divider": "or"})
        items.append(answer(bound, value, text, checked=value in answered))
        if value == divider and isinstance(field, forms.MultipleChoiceField):
            items[-1]["behaviour"] = "exclusive"
    kind = "checkboxes" if isinstance(field.widget, forms.CheckboxSelectMultiple) else "radios"
    modifiers = [f"govuk-{kind}--{each}" for each in ("inline", "small") if getattr(field, each, False)]
    params = {"idPrefix": bound.auto_id, "name": bound.html_name, "items": items, "classes": " ".join(modifiers)}
    return in_fieldset(bound, heading) | params


def answer(bound: BoundField, value: str, text: str, *, checked: bool) -> Params:
    """One listed answer."""
    field: Any = bound.field
    item: Params = {"value": value, "text": text, "checked": checked}
    if hint := getattr(field, "hints", {}).get(value):
        item["hint"] = {"text": str(hint)}
    if revealed := getattr(field, "reveals", {}).get(value):
        inner = [questions(each) if isinstance(each, Questions) else question(bound.form[each]) for each in revealed]
        item["conditional"] = {"html": joined(inner)}
    return item


def revealed_below(bound: BoundField) -> Iterator[SafeString]:
    """What answers of a list that opens reveal: below it, since a list hides nothing, under the words of the answer."""
    words = dict(flattened(getattr(bound.field, "choices", ())))
    for value, revealed in getattr(bound.field, "reveals", {}).items():
        inner = joined([question(bound.form[each]) for each in revealed if isinstance(each, str)])
        said = format_html('<p class="govuk-hint">If “{}”:</p>', words.get(str(value), ""))
        yield format_html('<div class="govuk-radios__conditional">{}{}</div>', said, inner)


def flattened(choices: Any) -> list[tuple[str, str]]:
    """Listed answers as text; a group's name goes before each of its answers."""
    found: list[tuple[str, str]] = []
    for value, text in choices:
        if isinstance(text, list | tuple):
            found += [(str(each), f"{value}: {said}") for each, said in text]
        else:
            found.append(("" if value is None else str(value), str(text)))
    return found


def select_params(bound: BoundField, heading: bool) -> Params:
    """A list that opens, beginning with nothing chosen, in the field's own words for that where it has some."""
    answered = chosen(bound)
    listed = flattened(bound.field.choices)  # type: ignore[attr-defined]
    nothing = next((text for value, text in listed if not value and text), "Choose one")
    items = [{"value": value, "text": text, "selected": value in answered} for value, text in listed if value]
    return common(bound, heading) | {"items": [{"value": "", "text": nothing}, *items]}


def tick_params(bound: BoundField) -> Params:
    """A single box to tick."""
    item = {"value": "on", "text": wording(bound), "checked": bool(bound.value()) and bound.value() != "False"}
    return {"idPrefix": bound.auto_id, "name": bound.html_name, "items": [item], "classes": ""} | telling(bound)
