"""The ways to the pages about returns."""

from django.urls import path

from sightline.assurance.returns.views import imports, settling

app_name = "returns"
urlpatterns = [
    path("", imports.imports, name="imports"),
    path("import/", imports.begin, name="begin"),
    path("children/<child:child_id>/", settling.held, name="held"),
    path("children/<child:child_id>/<fact:fact_id>/settle/", settling.settle, name="settle"),
    path("to-settle/", settling.to_settle, name="to_settle"),
    path("pairs/", settling.pairs, name="pairs"),
    path("pairs/<fact:fact_id>/", settling.pair, name="pair"),
    path("<fact:fact_id>/", imports.one, name="import"),
    path("<fact:fact_id>/now/", imports.import_now, name="import_now"),
    path("<fact:fact_id>/report/", imports.report, name="report"),
]
