"""The component gallery, and the style sheet with the authority's colour."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.ui import shell
from sightline.ui.gallery import examples

ONE_HOUR = 3600  # seconds


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with long content and with none, for those who build pages."""
    return render(request, "ui/gallery/gallery.html", examples(request.POST or None))


def brand(request: HttpRequest) -> HttpResponse:
    """The authority's colour as a style sheet, since the content policy allows no inline styles."""
    css = f":root{{--govuk-brand-colour:{shell.colour()};--sl-brand:{shell.colour()}}}\n"
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": f"public, max-age={ONE_HOUR}"})
