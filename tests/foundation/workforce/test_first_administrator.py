"""The first account of a new installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sightline.foundation.access.queries import post_of
from sightline.foundation.workforce.models import Practitioner, Team
from tests.builders.workforce import as_builder
from tests.conftest import WebClient
from tests.foundation.workforce.signing_in import PASSWORD, first_step

pytestmark = pytest.mark.django_db


def add(email: str = "ada@eastmere.example") -> str:
    said = StringIO()
    with as_builder():
        call_command("add_user_administrator", email, "Ada Marsh", stdout=said)
    return said.getvalue()


def test_an_empty_installation_gets_its_first_user_administrator_and_a_link() -> None:
    said = add()
    ada = Practitioner.objects.get()
    post = post_of(ada.pk)
    assert post is not None
    assert (post.role, Team.objects.get().kind) == ("user_administrator", "authority")
    link, client = said.splitlines()[-1], WebClient()
    client.post(link, {"password": PASSWORD, "again": PASSWORD})
    assert first_step(client, ada.email)["Location"] == "/"


def test_a_second_one_stands_in_the_same_authority() -> None:
    add()
    add("bea@eastmere.example")
    assert Team.objects.count() == 1


def test_an_address_in_use_is_refused_with_a_sentence() -> None:
    add()
    with pytest.raises(CommandError, match="Somebody already signs in with this email address"):
        add()
