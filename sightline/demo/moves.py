"""Children who move between teams in the demonstration or wait for a worker, and work that was closed."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.oversight.rules import LeftToDo
from sightline.foundation.workforce import actions


def build_moves(build: Builder) -> None:
    """One family for whom the first assessment team is asked, and one whom a protection team refused."""
    asked = build.family(2, team="Assessment team 2", worker="worker.4")
    hand_over(build, asked, "Assessment team 1", days_ago=2)
    refused = build.family(1, team="Assessment team 1", worker="worker.2")
    transfer = hand_over(build, refused, "Protection team North", days_ago=5)
    actions.refuse_transfer(
        transfers=[transfer],
        reasons="The assessment does not say yet what has to change, and the first visit is six weeks old.",
        on=build.today - timedelta(days=1),
        by=build.workforce.acting("manager.3").at(refused.recorded(build.today - timedelta(days=1))),
    )


def build_waiting(build: Builder) -> None:
    """Children who came in the last days and whom a team holds until somebody has time: the duty worker's list."""
    for team, recorded_by, children, days in (
        ("Front door team", "duty", 2, 1),
        ("Front door team", "duty", 1, 3),
        ("Assessment team 2", "worker.4", 1, 2),
    ):
        build.family(children, team=team, worker=recorded_by, days=days, waits=True)


def hand_over(build: Builder, family: Family, team: str, *, days_ago: int) -> UUID:
    """Ask a team to take a family over; the key of what was asked about the last child."""
    day = build.today - timedelta(days=days_ago)
    return actions.ask_transfer(
        children=family.children,
        to_team=build.workforce.teams[team],
        why="The family has moved to the other side of the river and needs somebody near by.",
        summary="School says mornings are better since the breakfast club. Mum sees her doctor each week and wants "
        "the same worker to come at the same time. We are still worried about the nights when Dad drinks.",
        joint_visit_on=build.today + timedelta(days=7),
        family_told=True,
        family_words="Mum was told at the last visit and asks to meet the new worker first.",
        partners="School and the health visitor, by telephone.",
        on=day,
        by=build.acting(family).at(family.recorded(day)),
    ).made


def close(build: Builder, family: Family, days_ago: int = 15, left: Sequence[LeftToDo] = ()) -> None:
    """Close the work with a family, with what becomes of things still to do."""
    family.closed = True
    day = build.today - timedelta(days=days_ago)
    for child in family.children:
        actions.close_work(
            child_id=child,
            reason="RC7",
            what_changed="Sleeps through the night and is in school every day.",
            what_remains="Money is short at the end of the month; the school's family worker helps with that.",
            goodbye="A walk to the park and a card with photographs.",
            who_to_call="The school's family worker, 01632 960 170",
            family_told=True,
            family_words="Mum and Dad by a visit; both agree.",
            left=left,
            on=day,
            by=build.workforce.acting(build.workforce.manager_of(family.team)).at(family.recorded(day)),
        )
