"""The assessment of the largest family: one work about eight of nine children, written but for its analysis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.documents.rules import MayKnow
from sightline.practice.assessment import actions
from sightline.practice.assessment.rules import Answer, ViewKind, Written

SHARED = {
    "happened": "Police were called to the house three times since September, each time at night.",
    "strengths": "Mum gets all of them to school on four days of five, and Auntie comes every evening. The older two "
    "know whom to ring, and have done so.",
    "worries": "Somebody comes to the door at night and shouts. If nothing changes, the younger ones will go "
    "on being woken and frightened, and somebody could be hurt.",
    "history": "Each of the three crises came in the weeks after a court date. Between them it was calm for months.",
    "parents": "Mum is warm with all of them and worn out. She puts herself between the children and the door.",
}
BRUISE = (
    "School saw Theodore with a bruise he did not explain; the medical on the day of the discussion found nothing else."
)
DAYS = (
    "Up at seven to wake the little ones, then the bus. Does homework on the landing because it is quiet there.",
    "With foster carers two streets away since he asked not to sleep at home. Eats with the others on Sundays.",
    "Reads under the covers. Shares a bed with Ada since the window was broken.",
    "Football on two days. Bites his sleeve when the door bell goes.",
    "Nursery club before school. Asks every evening who will sleep downstairs.",
    "With Liam and Liam's mother, and at nursery from noon. Uses most of his words on the stairs.",
)
EXPECTED = "Not born yet: they are two. The cots stand in Mum's room and the midwife has seen them."
SAID = (
    ("Nights", "I count the cars till he goes. Then I check on Ada."),
    ("Nights", "It's not scary any more. It's boring. I just want to sleep."),
    ("Sharing a bed", "Ada kicks. But she cries if I go."),
    ("Football", "Can somebody come and watch? Just once?"),
)


def assess(build: Builder, family: Family, days_ago: int = 11) -> UUID:
    """Write the assessment of a family's children section by section, with what they said and need."""
    day = build.today - timedelta(days=days_ago)
    by: Any = build.acting(family).at(family.recorded(day))
    work = actions.begin_work(children=family.children, on=day, by=by).made
    same: dict[str, Any] = {"child_id": family.children[0], "work_id": work, "by": by, "on": day}
    for section, text in SHARED.items():
        texts = [shared(family.children, text)]
        if section == "parents":
            texts += fathers(family)
        if section == "history":
            texts.append(grown_up(family))
        if section == "happened":
            texts.append(Written((family.children[3],), {"text": BRUISE}, MayKnow.FAMILY))
        actions.save_section(section=section, seen=0, written=texts, **same)
    own = [
        Written((child,), {"text": text}, MayKnow.FAMILY) for child, text in zip(family.children, DAYS, strict=False)
    ]
    own.append(shared(family.children[len(DAYS) :], EXPECTED))
    actions.save_section(section="daily_life", seen=0, written=own, **same)
    said(family, same)
    leads_somewhere(family, day, same)
    return work


def shared(children: Sequence[UUID], text: str) -> Written:
    """A text about all of the children, for everybody it is about."""
    return Written(tuple(children), {"text": text}, MayKnow.FAMILY)


def fathers(family: Family) -> list[Written]:
    """What is said of the fathers, each beside his own children only; of one, only professionals know it."""
    return [
        Written(
            tuple(family.children[:2]), {"text": "Chidi rings on Sundays and has never missed one."}, MayKnow.FAMILY
        ),
        Written(
            tuple(family.children[2:4]),
            {"text": "It is Rupert who comes to the door. He was in prison for an assault, and drinks again."},
            MayKnow.PROFESSIONALS,
        ),
        Written(tuple(family.children[4:]), {"text": "Liam works away and sends money each month."}, MayKnow.FAMILY),
    ]


def grown_up(family: Family) -> Written:
    """What was in the life of the eldest, who has grown up, is not assessed, and is nobody's to tell of."""
    text = "Amara was on a plan at four, before Ngozi was born. She has read what we hold and wants it left there."
    return Written((family.adults["eldest"],), {"text": text}, MayKnow.PROFESSIONALS)


def said(family: Family, same: dict[str, Any]) -> None:
    """What the children said, in their words; of the youngest what was observed; of the baby why nobody asked."""
    for child, (issue, words) in zip(family.children, SAID, strict=False):
        actions.record_view(
            children=[child],
            kind=ViewKind.OWN if issue == "Football" else ViewKind.ASKED,
            issue=issue,
            how_asked="On a walk, with the three houses.",
            words=words,
            seen="alone",
            where="At home",
            may_know=MayKnow.CHILD if issue == "Nights" else MayKnow.FAMILY,
            **same,
        )
    observed: dict[str, Any] = {
        "kind": ViewKind.OBSERVED,
        "issue": "Nights",
        "seen": "with_others",
        "may_know": MayKnow.FAMILY,
    }
    actions.record_view(
        children=[family.children[4]],
        words="Went to Mum's lap when the bell rang, and stayed there.",
        **observed,
        **same,
    )
    words = "Built a tower with Liam, knocked it down, and laughed. Slept through, both nights."
    actions.record_view(children=[family.children[5]], words=words, **observed, **same)
    unasked: dict[str, Any] = {
        "kind": ViewKind.NOT_ASKED,
        "issue": "Birth",
        "seen": "not_seen",
        "may_know": MayKnow.FAMILY,
    }
    actions.record_view(children=family.children[6:], why_not_asked="not_born", **unasked, **same)


def leads_somewhere(family: Family, day: date, same: dict[str, Any]) -> None:
    """What the children need and what answers it, where they stand, and what their mother says of the assessment."""
    everybody: dict[str, Any] = {"children": family.children, **same}
    actions.record_need(
        need="Nights in which nobody comes to the door",
        answer=Answer(
            step="The police put a marker on the address and come at once when Mum or a child rings",
            who="DS Carr",
            starts_on=day,
            by_when=day + timedelta(days=21),
            how_we_will_know="Nobody has come to the door for four weeks, and the little ones sleep through.",
        ),
        may_know=MayKnow.FAMILY,
        **everybody,
    )
    actions.record_scale(number=4, reasons="Safe by day; three bad nights.", may_know=MayKnow.FAMILY, **everybody)
    actions.record_sharing(
        person=family.adults["mother"],
        how="heard",
        said="He came twice in September, not three times. The rest is right.",
        copy_given=False,
        why_not="She asks for it once it is signed, and not by post.",
        **everybody,
    )
