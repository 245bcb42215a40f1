"""The ways to the pages of the workforce area."""

from django.urls import path

from sightline.foundation.workforce.views import idle, involved, my_work, sessions, sign_in

app_name = "workforce"
urlpatterns = [
    path("", my_work.my_work, name="my_work"),
    path("children/<child:child_id>/who/", involved.involved, name="involved"),
    path("children/<child:child_id>/who/place/", involved.place, name="place"),
    path("children/<child:child_id>/who/allocate/", involved.allocate, name="allocate"),
    path("children/<child:child_id>/who/involve/", involved.involve, name="involve"),
    path("children/<child:child_id>/who/<fact:fact_id>/end/", involved.end, name="end_involvement"),
    path("locked/", idle.unlock, name="unlock"),
    path("first-password/<practitioner:practitioner_id>/<str:token>/", sign_in.choose_password, name="choose_password"),
    path("account/sessions/", sessions.sessions, name="sessions"),
    path("account/sessions/end/", sessions.end_session, name="end_session"),
]
