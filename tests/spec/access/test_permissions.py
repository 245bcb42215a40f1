"""What roles may do, as the table of permissions says: a few sentences that must stay true of it."""

import pytest

from sightline.foundation.access.rules import Permission, enough_to_open, may, permissions, roles_with
from sightline.foundation.workforce.rules import Role

READING = (Permission.OPEN_RECORD, Permission.SEARCH_PEOPLE, Permission.LOOK_WITH_REASON, Permission.BREAK_GLASS)


def test_the_table_has_a_row_for_every_permission_and_a_column_for_every_role() -> None:
    assert set(permissions()) == set(Role.values)
    assert {each for granted in permissions().values() for each in granted} == {str(each) for each in Permission}


def test_whoever_manages_accounts_reads_no_records() -> None:
    for role in roles_with(Permission.MANAGE_WORKFORCE):
        assert [each for each in READING if may(role, each)] == []


def test_the_analyst_reads_no_records() -> None:
    assert [each for each in READING if may(Role.ANALYST, each)] == []


def test_an_inspector_changes_nothing() -> None:
    assert permissions()[Role.INSPECTOR] == {"open_record", "work"}


def test_only_safeguarding_roles_open_a_restricted_record_in_an_emergency() -> None:
    assert set(roles_with(Permission.BREAK_GLASS)) == {
        Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR, Role.DUTY, Role.OUT_OF_HOURS, Role.DATA_PROTECTION,
    }  # fmt: skip


def test_whoever_may_open_in_an_emergency_may_also_look_and_search() -> None:
    for role in roles_with(Permission.BREAK_GLASS):
        assert may(role, Permission.LOOK_WITH_REASON)
        assert may(role, Permission.SEARCH_PEOPLE)


def test_whoever_can_be_the_manager_among_the_readers_can_open_without_a_relationship() -> None:
    for role in roles_with(Permission.RESTRICT_RECORD):
        assert may(role, Permission.LOOK_WITH_REASON)


def test_a_role_that_nobody_has_heard_of_may_do_nothing() -> None:
    assert not any(may("superuser", each) for each in Permission)


@pytest.mark.parametrize(
    ("roles", "enough"),
    [
        (["social_worker", "team_manager"], True),
        (["team_manager", "director"], True),
        (["social_worker", "social_worker"], False),  # no manager
        (["team_manager"], False),  # only one
        (["team_manager", "user_administrator"], False),  # who opens no records
        (["team_manager", "analyst", "social_worker"], True),
        ([], False),
    ],
)
def test_a_restricted_record_needs_two_readers_one_of_them_a_manager(roles: list[str], enough: bool) -> None:
    assert enough_to_open(roles) is enough
