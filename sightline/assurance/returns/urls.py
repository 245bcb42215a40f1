"""The ways to the pages about returns."""

from django.urls import path

from sightline.assurance.returns.views import imports

app_name = "returns"
urlpatterns = [
    path("", imports.imports, name="imports"),
    path("import/", imports.begin, name="begin"),
    path("<fact:fact_id>/", imports.one, name="import"),
    path("<fact:fact_id>/now/", imports.import_now, name="import_now"),
    path("<fact:fact_id>/report/", imports.report, name="report"),
]
