"""The demonstration says when it is there by half."""

import pytest
from django.core.management import CommandError, call_command

from sightline.demo.workforce import build_workforce
from sightline.foundation.calendar.instants import london_today


@pytest.mark.django_db
def test_a_build_that_was_stopped_is_not_taken_for_a_whole_one() -> None:
    build_workforce(london_today())
    with pytest.raises(CommandError, match="make demo-reset"):
        call_command("demo_build", "--if-empty")
