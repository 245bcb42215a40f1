"""The largest family: three fathers, twins expected, one child cared for, one elsewhere; and records behind walls."""

from datetime import timedelta
from random import Random
from typing import Any

from sightline.demo.assessing import assess
from sightline.demo.families import Builder, Family
from sightline.demo.moves import close
from sightline.demo.stories import Stories
from sightline.foundation.access import actions as access
from sightline.foundation.access.rules import RestrictionCategory
from sightline.foundation.children import actions
from sightline.practice.care import actions as care
from sightline.practice.care.rules import NewHome

TEAM = "Assessment team 1"
TOBIAS, KIT = 1, 5  # their places among the children
SEED = 907


def build_nine(build: Builder, stories: Stories) -> Family:
    """The largest family, nine children with her who is 18, held by the team of the demonstration's social worker."""
    since = build.today - timedelta(days=200)
    family = Family("Achebe-Featherstonehaugh", TEAM, "social.worker", since, since)
    for given, sex, years in (
        ("Ngozi", "F", 16),
        ("Tobias", "M", 14),
        ("Róisín", "F", 11),
        ("Theodore", "M", 9),
        ("Ada", "F", 6),
        ("Kit", "M", 3),
    ):
        build.child(family, given=given, sex=sex, birth_date=since - timedelta(days=years * 365 + 40))
    twins(build, family)
    family.elsewhere.add(family.children[KIT])
    build.mother(family)
    fathers(build, family)
    build.home(family)
    grown_up(build, family)
    with_his_father(build, family)
    build.told.append(family)
    stories.warning(
        family,
        "domestic_abuse",
        "Callers at the door upset the younger children; one of the fathers has turned up angry.",
        "Ring Mum first from a withheld number, and never leave a message.",
    )
    alike = {family.children[-1]: family.children[-2]}
    stories.discussion(family, 12, begins=set(family.children[2:6]), worry=1, alike=alike)
    cared_for(build, family)
    assess(build, family)
    return family


def twins(build: Builder, family: Family) -> None:
    """Two babies of one pregnancy; the second is told by chances of its own, so that nobody else changes for it."""
    expected: dict[str, Any] = {"sex": "U", "expected_on": build.today + timedelta(days=84)}
    build.child(family, **expected)
    Builder(build.workforce, build.today, Random(SEED)).child(family, **expected)


def grown_up(build: Builder, family: Family) -> None:
    """The eldest is 18: she stands in the family, and nobody assesses her."""
    by = build.acting(family).at(family.recorded(family.known_since, 15))
    same: dict[str, Any] = {"began": family.known_since, "by": by}
    first, *others = family.children
    eldest = actions.add_to_network(
        child_id=first,
        kind="sibling",
        given_names="Amara",
        family_name=family.name,
        sex="F",
        birth_date=build.today - timedelta(days=18 * 365 + 90),
        **same,
    ).made
    for other in others:
        kind = "sibling" if other == family.children[1] else "half_sibling"
        actions.record_relationship(person_id=other, other_id=eldest, kind=kind, **same)
    family.adults["eldest"] = eldest


def with_his_father(build: Builder, family: Family) -> None:
    """The youngest who is born lives with his father and his father's mother."""
    by = build.acting(family).at(family.recorded(family.known_since, 15))
    same: dict[str, Any] = {"person_id": family.children[KIT], "began": family.known_since, "by": by}
    actions.record_address(lines="8 Capstan Row\nEastmere", postcode="ZZ99 3VZ", kind="home", **same)
    actions.record_lives_with(other_id=family.adults["Liam"], how_often="always", **same)


def cared_for(build: Builder, family: Family) -> None:
    """The second lives with foster carers, because he and his parents asked for it."""
    on = build.today - timedelta(days=24)
    by = build.acting(family).at(family.recorded(on))
    child, carers = family.children[TOBIAS], NewHome("U6", "PR1", postcode="ZZ99 3VZ", emergency=False)
    care.begin_period_of_care(child_id=child, on=on, legal_status="V2", category_of_need="N1", home=carers, by=by)
    care.begin_care_plan(child_id=child, on=on, options=["RETURN6M"], by=by)


def fathers(build: Builder, family: Family) -> None:
    """Three fathers of different children, one of whom must not have contact."""
    by = build.acting(family).at(family.recorded(family.known_since, 15))
    for surname, name, children in (
        ("Achebe", "Chidi", family.children[:2]),
        ("Featherstonehaugh", "Rupert", family.children[2:4]),
        ("Doyle", "Liam", family.children[4:]),
    ):
        father = actions.add_to_network(
            child_id=children[0],
            kind="father",
            given_names=name,
            family_name=surname,
            sex="M",
            began=family.known_since,
            by=by,
        ).made
        for other in children[1:]:
            actions.record_relationship(
                person_id=other, other_id=father, kind="father", began=family.known_since, by=by
            )
        family.adults[name] = father
        if name == "Rupert":
            for child in children:
                actions.record_no_contact(
                    person_id=child,
                    other_id=father,
                    ground="court_order",
                    terms="Not to come within 100 metres of the children, their school or their home.",
                    until=build.today + timedelta(days=180),
                    document_seen_on=family.known_since,
                    began=family.known_since,
                    by=by,
                )


def build_walls(build: Builder) -> None:
    """A restricted family, an excluded worker, and a record that is closed."""
    force = build.workforce
    restricted = build.family(2, team="Assessment team 2", worker="worker.4", name="Whitlock")
    named = [force.people[name].pk for name in ("worker.4", "manager.2", "service.manager")]
    for child in restricted.children:
        access.restrict(
            person=child,
            category=RestrictionCategory.COLLEAGUE,
            reason="A parent works in another team.",
            asked_by="The service manager",
            readers=named,
            on=build.today - timedelta(days=30),
            by=force.acting("service.manager"),
        )
    excluded = build.family(1, team=TEAM, worker="worker.2", name="Mbeki-Sowerby")
    access.exclude(
        person=excluded.children[0],
        practitioner=force.people["social.worker"].pk,
        reason="Neighbours of the worker.",
        on=build.today - timedelta(days=20),
        by=force.acting("team.manager"),
    )
    closed = build.family(2, team=TEAM, worker="worker.3")
    close(build, closed)
