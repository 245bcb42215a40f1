"""Text stays text on every way to the page."""

from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import mark_safe

from sightline.ui import govuk

NASTY = '<script>alert("x")</script>'


def page(source: str, **context: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        '{% govuk "button" text=nasty %}',
        '{% govuk "button" html=nasty %}',
        '{% govuk "tag" text=marked %}',
        '{% govuk "input" label__text=nasty id="a" name="a" value=nasty hint__text=nasty %}',
        '{% govuk "summary-list" rows=rows %}',
        '{% govukblock "details" summary_text=nasty %}{{ nasty }}{% endgovukblock %}',
        '{% govukblock "tabs" %}{% section nasty id="one" %}{{ nasty }}{% endsection %}{% endgovukblock %}',
        '{% govukblock "accordion" id="a" %}{% section nasty %}{{ nasty }}{% endsection %}{% endgovukblock %}',
        "{% alert text=nasty title=nasty %}",
        "{% badge nasty %}",
        "{% emptystate nasty %}",
    ],
)
def test_markup_in_an_answer_is_shown_and_never_run(source: str) -> None:
    rows = [{"key": {"text": NASTY}, "value": {"html": NASTY}}]
    shown = page(source, nasty=NASTY, marked=mark_safe(NASTY), rows=rows)
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_html_marked_safe_reaches_the_page_as_it_is() -> None:
    assert "<em>now</em>" in page('{% govuk "inset-text" html=inner %}', inner=mark_safe("<em>now</em>"))


def test_a_literal_in_a_template_is_text_too() -> None:
    assert "Health &amp; safety &lt;5" in page('{% govuk "tag" text="Health & safety <5" %}')


def test_attributes_as_text_are_refused() -> None:
    with pytest.raises(TypeError, match="dictionary"):
        govuk.render("button", {"text": "Go", "attributes": ' onclick="x"'})


def test_attribute_values_are_escaped() -> None:
    assert "&#34;" in govuk.render("button", {"text": "Go", "attributes": {"data-name": '"><script>'}})


def test_a_block_needs_a_name_and_keywords() -> None:
    with pytest.raises(TemplateSyntaxError, match="needs a name"):
        page("{% govukblock %}{% endgovukblock %}")
    with pytest.raises(TemplateSyntaxError, match="keywords"):
        page('{% govukblock "details" loose %}{% endgovukblock %}')


def test_paragraphs_keep_line_ends_and_escape() -> None:
    assert govuk.paragraphs("One\n\nTwo <b>") == "<p>One</p>\n\n<p>Two &lt;b&gt;</p>"
