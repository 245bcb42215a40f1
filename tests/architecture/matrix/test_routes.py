"""The list of routes that people own: every route is on it, says who it is for, and asks strangers to sign in."""

from typing import Any

import pytest
from django.urls import reverse

from sightline.foundation.access.checks import every_route_declares_its_policy, routes
from sightline.foundation.access.rules import permissions
from tests.architecture.matrix.expectations import Row, route_table
from tests.architecture.matrix.strangers import addresses_for_anyone, stranger
from tests.architecture.matrix.visiting import address, outcome_of, visit
from tests.architecture.matrix.world import World
from tests.conftest import WebClient

OF_THE_SIGN_IN_LIBRARY = {  # wrapped in our own policy and pages; no other route of a library exists
    "account_login", "account_logout", "account_reauthenticate", "mfa_activate_totp", "mfa_add_webauthn",
    "mfa_authenticate", "mfa_index", "mfa_login_webauthn", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
}  # fmt: skip
FOR_ANYONE = OF_THE_SIGN_IN_LIBRARY | {"workforce:unlock", "workforce:choose_password", "ui:brand"}
FOR_ANYONE |= {"front_door:reply", "front_door:partners_request"}


def test_every_route_has_declared_its_policy() -> None:
    assert every_route_declares_its_policy() == []


def test_every_route_is_in_the_table_that_people_own_with_the_same_policy() -> None:
    declared = {
        name: (view.policy.kind, str(view.policy.permission or ""))
        for _, name, view in routes()
        if hasattr(view, "policy")
    }
    owned = {name: (row["kind"], row["permission"]) for name, row in route_table().items()}
    assert declared == owned, "write each route into tests/architecture/matrix/routes.csv: who it is for, and why"


def test_every_route_has_a_name_of_its_own() -> None:
    names = [name for _, name, _ in routes()]
    assert [name for name in names if not name or names.count(name) > 1] == []


def test_whoever_opens_a_route_to_anyone_says_why() -> None:
    silent = [name for name, row in route_table().items() if row["kind"] == "anyone" and len(row["because"]) < 20]
    assert silent == []


def test_the_routes_that_are_open_to_anyone_are_these() -> None:
    assert {name for name, row in route_table().items() if row["kind"] == "anyone"} == FOR_ANYONE


def test_routes_of_libraries_are_those_of_signing_in() -> None:
    assert {name for _, name, _ in routes() if ":" not in name} == OF_THE_SIGN_IN_LIBRARY


def test_every_permission_of_a_route_is_in_the_table_of_roles() -> None:
    known = {permission for granted in permissions().values() for permission in granted}
    assert {row["permission"] for row in route_table().values()} - {""} <= known


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_sign_in_everywhere(world: World, method: str) -> None:
    own = world.cells["social_worker", "allocated", "open"]
    wrong = []
    for row in route_table().values():
        if row["kind"] != "anyone":
            seen = visit(WebClient(), address_of(row, own), method)
            if seen.outcome != "sign_in" or seen.tokens:
                wrong.append((row["route"], seen.outcome))
    assert wrong == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_for_anyone_show_nobody(world: World, method: str) -> None:
    for url in addresses_for_anyone():
        seen = visit(WebClient(), url, method)
        assert (url, seen.status < 500, seen.tokens) == (url, True, set())


def test_a_password_alone_opens_nothing(world: World) -> None:
    own, client = world.cells["social_worker", "allocated", "open"], WebClient()
    client.force_login(own_worker(world), backend="allauth.account.auth_backends.AuthenticationBackend")
    wrong = []
    for row in route_table().values():
        if row["kind"] != "anyone":
            response = client.get(address_of(row, own))
            if (response.status_code, response.headers.get("Location")) != (302, reverse("mfa_index")):
                wrong.append((row["route"], response.status_code))
    assert wrong == []


def own_worker(world: World) -> Any:
    """The practitioner whose child is opened."""
    return world.practitioners["social_worker"]


def test_every_unsafe_request_without_its_token_is_refused(world: World, client_as: Any) -> None:
    """Nothing is sent to from another site: each route refuses a post that does not carry the token of our own page."""
    own, client = world.cells["social_worker", "allocated", "open"], stranger(own_worker(world))
    taken = []
    for row in route_table().values():
        if row["route"] not in ("workforce:choose_password", "mfa_remove_webauthn"):
            response = client.post(address_of(row, own), {"reason": "from another site"})
            if response.status_code != 403:
                taken.append((row["route"], response.status_code, outcome_of(response)))
    assert taken == []


def address_of(row: Row, cell: Any) -> str:
    """An address for a route, with keys that are really there where it needs some."""
    return address(row["route"], cell, row["parameters"])
