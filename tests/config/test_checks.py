"""What `sightline check --deploy` says of the settings of a server."""

import pytest
from pytest_django import Settings

from sightline.config.checks import settings_are_safe, source_is_offered


@pytest.mark.parametrize(
    ("address", "warned"),
    [
        ("", ["sightline.W001"]),
        ("#123456", ["sightline.W001"]),
        ("http://code.example.gov.uk/sightline", ["sightline.W001"]),
        ("https://", ["sightline.W001"]),
        ("https://code.example.gov.uk/sightline", []),
    ],
)
def test_a_server_that_does_not_say_where_its_source_is_is_warned(
    settings: Settings, address: str, warned: list[str]
) -> None:
    settings.SIGHTLINE_SOURCE = address
    assert [warning.id for warning in source_is_offered()] == warned


def test_what_refuses_a_start_is_an_error_of_the_check(settings: Settings) -> None:
    settings.DEBUG = True
    assert "DEBUG is on" in " ".join(error.msg for error in settings_are_safe())
