"""Early help: never without the family's yes."""

from datetime import date

import pytest

from sightline.foundation.agreements.models import Agreement
from sightline.foundation.door import Refusal
from sightline.practice.early_help import actions
from sightline.practice.early_help.models import EarlyHelpEpisode
from tests.builders.journey import anybody, done
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
BEGAN = date(2026, 2, 2)
ASKED = {"on": BEGAN, "organisation": "Eastmere Family Centre", "reason": "Sleep and school mornings"}


def test_it_begins_with_the_family_s_yes() -> None:
    child = anybody()
    done(actions.begin_early_help, child, who_agreed="Mother", **ASKED)
    with as_builder():
        assert Agreement.objects.get(child=child).answer == "agreed"
    with pytest.raises(Refusal, match="needs the family's yes"):
        done(actions.begin_early_help, anybody(), who_agreed=" ", **ASKED)


def test_it_ends_with_what_has_changed() -> None:
    child = anybody()
    episode = done(actions.begin_early_help, child, who_agreed="Mother", **ASKED)
    with pytest.raises(Refusal, match="This help began on 2 February 2026"):
        done(actions.end_early_help, child, episode_id=episode, on=date(2026, 2, 1), end_reason="Mornings work.")
    done(actions.end_early_help, child, episode_id=episode, on=date(2026, 5, 5), end_reason="Mornings work.")
    with as_builder():
        assert EarlyHelpEpisode.objects.get(pk=episode).ended == date(2026, 5, 5)
