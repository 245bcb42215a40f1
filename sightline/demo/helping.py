"""Early help in the demonstration: the directory of services, help that lasts, a step down and a step up that wait."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from sightline.demo.families import Builder, Family
from sightline.foundation.agreements import actions as agreements
from sightline.foundation.agreements.rules import About, Answer, Asking, Telling, To
from sightline.foundation.facts import Acting
from sightline.practice.early_help import actions
from sightline.practice.early_help.actions.services import ServiceSaid
from sightline.practice.early_help.models import StepHandover
from sightline.practice.early_help.rules import Direction

SEED = 411  # of its own, so that the families told before are the same with and without these
SCHOOL = "Harbour View Primary"
SERVICES = (
    ServiceSaid(
        "Sleep Well", "Eastmere Community Health", "Families whose child does not sleep, or not alone.",
        "Ring 01632 960 301; a health visitor answers. No form.", 1, 9, "About two weeks",
    ),
    ServiceSaid(
        "Young carers' club", "Eastmere Carers Trust", "Children who look after somebody at home.",
        "The child, a parent or a worker rings 01632 960 302.", 8, 17, "Room now",
    ),
    ServiceSaid(
        "Freedom evenings", "Harbour Women's Aid", "Mothers who live, or lived, with somebody who hurts them.",
        "She rings by herself, or with her worker: 01632 960 303. Never leave a message.", None, None, "Four weeks",
    ),
    ServiceSaid(
        "Dads' Saturday", "Quayside Family Hub", "Fathers and their children, living together or not.",
        "Come along, or ask at the hub.", 0, 11, "Room now",
    ),
    ServiceSaid(
        "Talking it through", "Eastmere School Counselling", "Young people who are low, anxious or hurting themselves.",
        "Through school, or the young person by text to 07700 900 304.", 11, 18, "Eleven weeks",
    ),
)  # fmt: skip


def build_helping(build: Builder) -> None:
    """The services, a family whose step down waits, and one whose step up does."""
    own = Builder(build.workforce, build.today, Random(SEED))
    for said in SERVICES:
        actions.add_service(said=said, by=build.workforce.acting("team.manager"))
    step_down(own, own.family(2, team="Assessment team 1", worker="social.worker", name="Lindholm", days=80))
    step_up(own, own.family(1, team="Assessment team 2", name="Farrow", days=60))


def acting(build: Builder, family: Family, on: date) -> Acting:
    """The family's worker, on a day."""
    return build.acting(family).at(family.recorded(on))


def yes(build: Builder, family: Family, on: date, words: str) -> None:
    """The mother agrees to early help for each child."""
    asked = Asking(
        person=family.adults["mother"], how="in_person", language="English", interpreter="not_needed",
        what_they_said=words,
    )  # fmt: skip
    for child in family.children:
        agreements.record_agreement(
            child_id=child, on=on, to=To.EARLY_HELP, answer=Answer.AGREED, asked=asked, by=acting(build, family, on)
        )


def step_down(build: Builder, family: Family) -> None:
    """The school is asked to lead early help; the mother was told and answered."""
    on, child = build.today - timedelta(days=2), family.children[0]
    by = acting(build, family, on)
    yes(build, family, on - timedelta(days=1), "Yes, if it is Mrs Quist. She has known us since nursery.")
    said: dict[str, Any] = {
        "why": "Mornings work, and the aunt who moved in means to stay.",
        "summary": "School every day since October. Nights are calm. Mum wants somebody to ring when money runs out.",
        "family_told": True,
        "family_words": "Mum is glad, and wants to know who she rings in the holidays.",
    }
    asked = actions.ask_step(child_id=child, direction=Direction.DOWN, to_organisation=SCHOOL, on=on, by=by, **said)
    told = Telling(
        person=family.adults["mother"], on=on, told_by=by.name, how="in_person", language="English",
        interpreter="not_needed", their_reply="And who do I ring in August?", told_how_to_complain=True,
    )  # fmt: skip
    about = About(StepHandover._meta.label, asked.made)
    agreements.record_told(child_id=child, about=about, told=[told], by=by)


def step_up(build: Builder, family: Family) -> None:
    """Early help that lasts, led by a school, and a step up that waits for another team."""
    began, on, child = build.today - timedelta(days=50), build.today - timedelta(days=1), family.children[0]
    yes(build, family, began, "Anything that gets him out of bed.")
    actions.begin_early_help(
        child_id=child, on=began, organisation=SCHOOL, reason="Getting to school, and a bed of his own.",
        lead_worker="Mrs Quist, family worker", by=acting(build, family, began),
    )  # fmt: skip
    said: dict[str, Any] = {
        "why": "Three nights away from home this month, and a new phone that nobody bought.",
        "summary": "School attendance fell to half. Mum is frightened of the older lads who wait outside.",
        "family_told": True,
        "family_words": "Mum asked for it. He says nobody should make a fuss.",
    }
    team = build.workforce.teams["Assessment team 1"]
    actions.ask_step(child_id=child, direction=Direction.UP, to_team=team, on=on, by=acting(build, family, on), **said)
