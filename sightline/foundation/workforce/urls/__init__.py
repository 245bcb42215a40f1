"""The ways to the pages of the workforce area."""

from collections.abc import Callable
from typing import Any

from django.urls import path

from sightline.foundation.workforce.views import (
    accounts,
    behind_numbers,
    closing,
    cover,
    idle,
    involved,
    kept_lists,
    line_of_sight,
    my_work,
    people,
    sessions,
    sign_in,
    spread,
    team_page,
    teams,
    transfers,
)

app_name = "workforce"


def lists(place: str, of: Callable[..., Any], whose: str) -> list[Any]:
    """The lists behind the numbers of a team or a worker, as pages and as files."""
    return [
        path(f"{place}children/", of(behind_numbers.children), name=f"children_of_{whose}"),
        path(f"{place}children/file/", of(behind_numbers.children_file), name=f"children_file_of_{whose}"),
        path(f"{place}clocks/", of(behind_numbers.clocks), name=f"clocks_of_{whose}"),
        path(f"{place}clocks/file/", of(behind_numbers.clocks_file), name=f"clocks_file_of_{whose}"),
    ]


TRANSFER = "children/<child:child_id>/who/hand-over/<fact:fact_id>"
urlpatterns = [
    path("", my_work.my_work, name="my_work"),
    path("children/<child:child_id>/who/", involved.involved, name="involved"),
    path("children/<child:child_id>/who/place/", involved.place, name="place"),
    path("children/<child:child_id>/who/allocate/", involved.allocate, name="allocate"),
    path("children/<child:child_id>/who/involve/", involved.involve, name="involve"),
    path("children/<child:child_id>/who/<fact:fact_id>/end/", involved.end, name="end_involvement"),
    path("children/<child:child_id>/who/hand-over/", transfers.ask, name="ask_transfer"),
    path(f"{TRANSFER}/", transfers.transfer, name="transfer"),
    path(f"{TRANSFER}/answer/", transfers.answer, name="answer_transfer"),
    path(f"{TRANSFER}/decide/", transfers.decide, name="decide_transfer"),
    path(f"{TRANSFER}/withdraw/", transfers.withdraw, name="withdraw_transfer"),
    path("children/<child:child_id>/who/close/", closing.close, name="close_work"),
    path("children/<child:child_id>/who/closures/<fact:fact_id>/", closing.closure, name="closure"),
    path("locked/", idle.unlock, name="unlock"),
    path("first-password/<practitioner:practitioner_id>/<str:token>/", sign_in.choose_password, name="choose_password"),
    path("line-of-sight/", line_of_sight.line_of_sight, name="line_of_sight"),
    path("line-of-sight/<team:team_id>/", line_of_sight.line_of_sight_of, name="line_of_sight_of"),
    path("line-of-sight/<team:team_id>/spread/", spread.spread, name="spread"),
    *lists("line-of-sight/<team:team_id>/", behind_numbers.for_team, "team"),
    path(
        "line-of-sight/workers/<practitioner:practitioner_id>/", line_of_sight.worker_in_sight, name="worker_in_sight"
    ),
    *lists("line-of-sight/workers/<practitioner:practitioner_id>/", behind_numbers.for_worker, "worker"),
    path("kept-lists/keep/", kept_lists.keep, name="keep_list"),
    path("kept-lists/<fact:fact_id>/remove/", kept_lists.remove, name="remove_list"),
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
