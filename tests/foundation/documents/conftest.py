"""A worker, a child, and a small form to fill in."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import workforce
from tests.builders.documents import person
from tests.foundation.documents.pages import Page


@pytest.fixture
def worker() -> Any:
    return workforce.practitioner()


@pytest.fixture
def child(worker: Any) -> Any:
    key = person()
    workforce.involve(key, practitioner=worker)
    return key


@pytest.fixture
def opened(client_of: Callable[..., Any], worker: Any, child: Any) -> Callable[..., Page]:
    def page(by: Any = None, query: str = "", client: Any = None) -> Page:
        return Page(client or client_of(by or worker), f"/test/{child}/note/{query}")

    return page
