"""The ways to the pages of assessments."""

from django.urls import path

from sightline.practice.assessment.views import findings, overview, work

app_name = "assessment"
CHILD = "children/<child:child_id>/"
WORK = f"{CHILD}written/<fact:fact_id>/"
urlpatterns = [
    path(CHILD, overview.overview, name="overview"),
    path(f"{CHILD}begin/", overview.begin, name="begin"),
    path(WORK, work.work, name="work"),
    path(f"{WORK}sections/<slug:section>/", work.section, name="section"),
    path(f"{CHILD}whether/", findings.whether, name="whether"),
    path(f"{WORK}views/", findings.view, name="view"),
    path(f"{WORK}needs/", findings.need, name="need"),
    path(f"{WORK}scale/", findings.scale, name="scale"),
    path(f"{WORK}shared/", findings.sharing, name="sharing"),
    path(f"{WORK}checkpoint/", findings.checkpoint, name="checkpoint"),
    path(f"{WORK}submit/", work.submit, name="submit"),
    path(f"{WORK}document/", work.document, name="document"),
    path(f"{CHILD}submitted/<fact:fact_id>/", work.submitted, name="submitted"),
]
