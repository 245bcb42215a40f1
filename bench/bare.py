"""A bare Django page to compare with: one row of the database, one template, nothing else; served the same way."""

import os

from django.conf import settings

from sightline.config.database.addresses import parts

TEMPLATE = """<!doctype html><title>{{ today }}</title><h1>{{ today }}</h1>
<ul>{% for number in numbers %}<li><a href="/{{ number }}/">Line {{ number }} of a list</a></li>{% endfor %}</ul>"""

settings.configure(
    SECRET_KEY="bare",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
            **parts(os.environ["DATABASE_URL"]),
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"page.html": TEMPLATE})]},
        }
    ],
)

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import re_path  # noqa: E402


def page(request: HttpRequest) -> HttpResponse:
    """One question to the database and a list of forty lines."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_date")
        (today,) = cursor.fetchone()
    return render(request, "page.html", {"today": today, "numbers": range(40)})


urlpatterns = [re_path("", page)]
application = get_wsgi_application()
