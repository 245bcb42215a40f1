"""Every route of the product; each has declared its policy."""

from django.urls import URLPattern, URLResolver, include, path

from sightline.foundation.access.converters import register
from sightline.foundation.area import areas

register()

urlpatterns: list[URLPattern | URLResolver] = [
    *(path(area.prefix, include(area.urls)) for area in areas() if area.urls),
]
