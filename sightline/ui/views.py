"""The component gallery, and the style sheet with the authority's colour and name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.ui import shell
from sightline.ui.gallery import examples
from sightline.ui.vocabulary import word

ONE_HOUR = 3600  # seconds


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with long content and with none, for those who build pages."""
    return render(request, "ui/gallery/gallery.html", examples(request.POST or None))


def brand(request: HttpRequest) -> HttpResponse:
    """The authority's colour, and its name for printed pages: a style sheet, since inline styles are refused."""
    name = word("authority").replace("\\", "").replace('"', "'")
    colour = f"--govuk-brand-colour:{shell.colour()};--sl-brand:{shell.colour()}"
    css = f':root{{{colour};--sl-reference:"{name} · Confidential"}}\n'
    return HttpResponse(
        css, content_type="text/css; charset=utf-8", headers={"Cache-Control": f"public, max-age={ONE_HOUR}"}
    )
