"""The ways to the pages of the workforce area."""

from django.urls import path

from sightline.foundation.workforce.views import (
    accounts,
    cover,
    idle,
    involved,
    line_of_sight,
    my_work,
    people,
    sessions,
    sign_in,
    team_page,
    teams,
)

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
    path("line-of-sight/", line_of_sight.line_of_sight, name="line_of_sight"),
    path("line-of-sight/<team:team_id>/", line_of_sight.line_of_sight_of, name="line_of_sight_of"),
    path("line-of-sight/<team:team_id>/clocks/", line_of_sight.clocks, name="clocks_in_sight"),
    path("teams/<team:team_id>/", team_page.team, name="team"),
    path("cover/", cover.cover, name="cover"),
    path("cover/arrange/", cover.arrange, name="arrange_cover"),
    path("cover/<fact:fact_id>/end/", cover.end, name="end_cover"),
    path("duty/add/", cover.put_on_duty, name="put_on_duty"),
    path("duty/<fact:fact_id>/end/", cover.take_off_duty, name="take_off_duty"),
    path("workforce/teams/", teams.teams, name="teams"),
    path("workforce/teams/add/", teams.add, name="add_team"),
    path("workforce/teams/<team:team_id>/change/", teams.change, name="change_team"),
    path("workforce/teams/<team:team_id>/close/", teams.close, name="close_team"),
    path("workforce/", people.practitioners, name="practitioners"),
    path("workforce/add/", people.add, name="add_practitioner"),
    path("workforce/<practitioner:practitioner_id>/", people.practitioner, name="practitioner"),
    path("workforce/<practitioner:practitioner_id>/details/", people.change_details, name="change_details"),
    path("workforce/<practitioner:practitioner_id>/post/", people.change_post, name="change_post"),
    path("workforce/<practitioner:practitioner_id>/last-day/", people.set_last_day, name="set_last_day"),
    path("workforce/<practitioner:practitioner_id>/suspend/", accounts.suspend, name="suspend"),
    path("workforce/<practitioner:practitioner_id>/take-back/", accounts.take_back, name="take_back"),
    path("workforce/<practitioner:practitioner_id>/sign-in/", accounts.sign_in_link, name="sign_in_link"),
    path("account/sessions/", sessions.sessions, name="sessions"),
    path("account/sessions/end/", sessions.end_session, name="end_session"),
]
