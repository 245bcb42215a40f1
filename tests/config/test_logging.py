"""Logs hold no personal data: what people typed does not get in, whatever is logged."""

import json
import logging
from typing import Any

import pytest
from django.db import DataError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from sightline.config.logging import AllowedKeys
from sightline.config.request_log import RequestLog

TYPED = "Kumquat Featherstone"


def written(record: logging.LogRecord) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(AllowedKeys().format(record))
    assert TYPED not in json.dumps(line)
    return line


def record(name: str, message: Any, *arguments: Any, **extra: Any) -> logging.LogRecord:
    logger = logging.getLogger(name)
    return logger.makeRecord(name, logging.ERROR, __file__, 1, message, arguments, None, "here", extra)


def test_a_message_is_written_without_its_arguments() -> None:
    assert written(record("django.request", "Not Found: %s", f"/search/?q={TYPED}"))["message"] == "Not Found: %s"


def test_a_library_that_may_put_its_arguments_into_the_message_is_written_as_a_place_in_its_code() -> None:
    assert written(record("somewhere.else", f"Job about {TYPED}"))["message"] == "test_logging.here:1"


def test_a_message_of_django_without_arguments_may_have_had_them_put_in() -> None:
    said = written(record("django.security.DisallowedHost", f"Invalid HTTP_HOST header: '{TYPED}'"))
    assert said["message"] == "test_logging.here:1"


def test_a_message_that_is_not_a_text_is_a_place_in_the_code() -> None:
    assert written(record("django.request", ValueError(TYPED)))["message"] == "test_logging.here:1"


def test_only_keys_on_the_list_are_written() -> None:
    line = written(record("sightline", "request", route="child/<child:child_id>/", status=200, search=TYPED))
    assert (line["route"], line["status"]) == ("child/<child:child_id>/", 200)
    assert "search" not in line


@pytest.mark.django_db
def test_an_error_is_its_kind_and_its_place_since_the_database_quotes_what_it_refuses() -> None:
    with pytest.raises(DataError, match=TYPED) as error, connection.cursor() as cursor:
        cursor.execute("SELECT %s::int", [TYPED])
    failed = record("django.request", "Internal Server Error: %s", "/")
    failed.exc_info = (error.type, error.value, error.tb)
    line = written(failed)
    assert line["error"] == "DataError"
    assert any("execute" in step for step in line["where"])


def test_a_request_is_told_by_its_route_and_not_by_its_address(caplog: pytest.LogCaptureFixture) -> None:
    request = RequestFactory().get(f"/somebody/{TYPED}/", {"q": TYPED})
    with caplog.at_level(logging.INFO, "sightline"):
        RequestLog(lambda _: HttpResponse(status=404))(request)
    line = written(caplog.records[-1])
    assert (line["method"], line["status"], line["route"]) == ("GET", 404, "")
