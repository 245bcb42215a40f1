"""A family with a worker, and forms sent by that worker."""

import pytest

from tests.builders.child_protection import family
from tests.practice.child_protection.pages import ticket


@pytest.fixture
def home():
    return family(1)


@pytest.fixture
def sent_by(client_of):
    """Open a form as somebody and send answers of a day; the response."""

    def sent(worker, url, day, **answers):
        client = client_of(worker)
        on = {"on-day": str(day.day), "on-month": str(day.month), "on-year": str(day.year)}
        return client.post(url, on | answers | ticket(client.get(url)))

    return sent


@pytest.fixture
def send(sent_by, home):
    """Open a form about the family's child as the worker and send answers of a day; the response."""
    return lambda address, day, **answers: sent_by(
        home.worker, f"/{address.format(child=home.children[0])}", day, **answers
    )
