"""Every route of the product; each has declared its policy."""

from django.urls import URLPattern, URLResolver, include, path

from sightline.foundation.access.converters import register
from sightline.foundation.access.policies import for_practitioners, open_to_anyone
from sightline.foundation.area import areas
from sightline.ui import views as interface

register()

shown_to_everybody = open_to_anyone("the authority's colour and name, which the sign-in page needs")
of_the_interface = (
    [
        path("components/", for_practitioners()(interface.gallery), name="gallery"),
        path("brand.css", shown_to_everybody(interface.brand), name="brand"),
    ],
    "ui",
)

handler400 = "sightline.ui.errors.bad_request"
handler403 = "sightline.ui.errors.permission_denied"
handler404 = "sightline.ui.errors.not_found"
handler500 = "sightline.ui.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", include("sightline.foundation.workforce.urls.sign_in")),
    *(path(area.prefix, include(area.urls)) for area in areas() if area.urls),
    path("", include(of_the_interface)),
]
