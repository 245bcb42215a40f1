"""How the lists of what waits for a manager, and of what somebody still has to do, are kept equal to the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from sightline.foundation.area import Overseen, ToDo, overseen, to_do
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import LifeEvent
from sightline.foundation.facts import Source
from sightline.foundation.oversight.models import Delegation, ManagersDecision, Reply, Settlement, StillToDo, Waiting
from sightline.foundation.oversight.rules import Answer
from sightline.foundation.oversight.rules.ladder import Signer, ladder, may_sign
from sightline.foundation.workforce.models import Post

DELEGATED = ("decision", "began", "ended", "until")
KEPT = ("carried_from", "answer", "answered_by", "answered_at", "own_level", "decision", "child", "due")


@dataclass(frozen=True)
class Given:
    """How a fact is answered: by a manager's decision about it, or by whoever recorded it and had the level."""

    about_id: UUID
    answer: str
    by: UUID | None
    at: datetime
    own_level: bool = False


def keep(rows: Iterable[models.Model]) -> None:
    """Bring what waits for managers, and what is still to be done, up to date with the rows just written or marked."""
    rows = list(rows)
    keep_still_to_do(rows)
    for kind, keys in spoken_of(rows).items():
        made = list(waiting_of(kind, keys))
        gone = keys - {row.fact_id for row in made}
        Waiting.objects.filter(fact_id__in=gone).delete()
        Waiting.objects.bulk_create(
            made, batch_size=1000, update_conflicts=True, unique_fields=["fact_id"], update_fields=KEPT
        )


def spoken_of(rows: Iterable[models.Model]) -> dict[str, set[UUID]]:
    """The facts that need a manager among these rows, and those that a manager's decision or a reply speaks of.

    A birth, a death or the end of a pregnancy speaks of all that waits about that child.
    """
    found: dict[str, set[UUID]] = defaultdict(set)
    for row in rows:
        decision = row.decision if isinstance(row, Reply) else row
        if isinstance(decision, ManagersDecision):
            found[decision.about_kind].add(decision.about_id)
        elif row._meta.label in overseen():
            found[row._meta.label].add(row.pk)
    ended = {row.person_id for row in rows if isinstance(row, LifeEvent)}
    for kind, key in Waiting.objects.filter(child__in=ended, answer="").values_list("kind", "fact_id") if ended else ():
        found[kind].add(key)
    return found


def waiting_of(kind: str, keys: Iterable[UUID]) -> Iterator[Waiting]:
    """What the list holds about facts of one kind that somebody must sign, with the last answer.

    They stand, were not imported, and are a decision of the ladder.
    """
    declared = overseen()[kind]
    facts = apps.get_model(kind)._default_manager.current().filter(pk__in=list(keys))
    standing = [fact for fact in facts.exclude(source=Source.IMPORT) if declared.decision(fact)]
    earlier = same_before(declared, standing)
    every_one = [*standing, *(old for found in earlier.values() for old in found)]
    last = {**own_decisions(declared, every_one), **last_answers(kind, {fact.pk for fact in every_one})}
    for fact in standing:
        own, before = last.get(fact.pk), next((last[old.pk] for old in earlier[fact.pk] if old.pk in last), None)
        if own is None and before is not None and before.answer == Answer.AGREE:
            yield row_of(fact, kind, declared, before, carried_from=before.about_id)
        else:
            yield row_of(fact, kind, declared, own)


def own_decisions(declared: Overseen, facts: Iterable[Any]) -> dict[UUID, Given]:
    """The facts that nobody is asked about: whoever recorded them had the level to decide."""
    found = [fact for fact in facts if fact.recorded_by_id and not declared.by_another]
    standings = signers({(fact.recorded_by_id, london_today(fact.recorded_at)) for fact in found})
    return {
        fact.pk: Given(fact.pk, Answer.AGREE, fact.recorded_by_id, fact.recorded_at, own_level=True)
        for fact in found
        if may_sign(
            ladder()[declared.decision(fact)], standings.get((fact.recorded_by_id, london_today(fact.recorded_at)))
        )
    }


def signers(asked: set[tuple[UUID, date]]) -> dict[tuple[UUID, date], Signer]:
    """How these practitioners stood to the ladder on these days; one query for any number."""
    people = {person for person, _ in asked}
    if not people:
        return {}
    given = Delegation.objects.current().filter(given_to=OuterRef("practitioner"))
    said = ArraySubquery(given.values(said=JSONObject(**{name: name for name in DELEGATED})))
    posts = list(
        Post.objects.current().filter(practitioner__in=people).select_related("practitioner").annotate(said=said)
    )
    found: dict[tuple[UUID, date], Signer] = {}
    for person, day in asked:
        post = next((each for each in posts if each.practitioner_id == person and lasted_on(each, day)), None)
        if post is not None:
            may_now = frozenset(each["decision"] for each in post.said if is_delegated_on(each, day))
            found[person, day] = Signer(person, post.role, post.practitioner.qualification, may_now)
    return found


def is_delegated_on(said: Mapping[str, str | None], day: date) -> bool:
    """Whether a delegation, its days as JSON has them, had begun by a day and was neither over nor ended before it."""
    ends = [said["until"], *([said["ended"]] if said["ended"] else [])]
    return str(said["began"]) <= day.isoformat() <= min(map(str, ends))


def lasted_on(spell: Any, day: date) -> bool:
    """Whether something had begun by a day and had not ended before it."""
    return spell.began <= day and (spell.ended is None or day <= spell.ended)


def same_before(declared: Overseen, facts: Iterable[Any]) -> dict[UUID, list[Any]]:
    """For each fact the facts it corrects, the latest first, that said the same to a manager.

    Approvals are a scarce thing (practice rules): a corrected date asks nobody to agree the same decision again.
    """
    found: dict[UUID, list[Any]] = {fact.pk: [] for fact in facts}
    later = {fact.supersedes_id: (fact.pk, fact) for fact in facts if fact.supersedes_id and declared.agreed}
    while later:
        olds: dict[UUID, Any] = declared.model._default_manager.in_bulk(list(later))
        following: dict[UUID, tuple[UUID, Any]] = {}
        for key, old in olds.items():
            first, newer = later[key]
            if all(getattr(old, name) == getattr(newer, name) for name in declared.agreed):
                found[first].append(old)
                following |= {old.supersedes_id: (first, old)} if old.supersedes_id else {}
        later = following
    return found


def last_answers(kind: str, keys: Iterable[UUID]) -> dict[UUID, Given]:
    """The last decision about each fact that nobody has replied to since."""
    answers = ManagersDecision.objects.current().filter(about_kind=kind, about_id__in=list(keys))
    found: dict[UUID, ManagersDecision] = {}
    for answer in answers.select_related("reply").order_by("recorded_at", "id"):
        found[answer.about_id] = answer
    return {
        key: Given(each.about_id, each.answer, each.recorded_by_id, each.recorded_at)
        for key, each in found.items()
        if not replied(each)
    }


def replied(answer: ManagersDecision) -> bool:
    """Whether somebody replied to a decision, so that it waits again."""
    return hasattr(answer, "reply")


def row_of(fact: Any, kind: str, declared: Overseen, answer: Given | None, carried_from: UUID | None = None) -> Waiting:
    """The row of one fact."""
    return Waiting(
        carried_from=carried_from,
        kind=kind,
        decision=declared.decision(fact),
        fact_id=fact.pk,
        child_id=fact.child_id,
        recorded_together=fact.entry_id,
        decided_on=fact.happened,
        recorded_at=fact.recorded_at,
        recorded_by_id=fact.recorded_by_id,
        due=due(declared, fact),
        answer=answer.answer if answer else "",
        answered_by_id=answer.by if answer else None,
        answered_at=answer.at if answer else None,
        own_level=answer is not None and answer.own_level,
    )


def due(declared: Overseen, fact: Any) -> Any:
    """The day by which a manager should have answered; none where the list of bank holidays ends before it."""
    try:
        return ladder()[declared.decision(fact)].due(fact.happened)
    except OutsideHolidayList:
        return None


def keep_still_to_do(rows: Iterable[models.Model]) -> None:
    """Bring the list of what is still to be done up to date with these rows and their last answers."""
    for declared in to_do().values():
        keys = {key for row in rows if (key := asked_for(row, declared))}
        if not keys:
            continue
        StillToDo.objects.filter(fact_id__in=keys).delete()
        last = {getattr(each, f"{declared.asked}_id"): each for each in answers_to(keys, declared)}
        asked: Any = declared.model._default_manager
        found = [each for each in asked.current().filter(pk__in=keys).exclude(owner=None) if each.by_when]
        gone = settled_at_closure(keys)
        open_ones = [each for each in found if each.pk not in gone and not is_settled(last.get(each.pk), declared)]
        StillToDo.objects.bulk_create(still_to_do(each, last.get(each.pk)) for each in open_ones)


def is_settled(answer: Any | None, declared: ToDo) -> bool:
    """Whether the last answer leaves nothing to do."""
    return answer is not None and declared.settles(answer)


def settled_at_closure(keys: Iterable[UUID]) -> set[UUID]:
    """Of what was asked, that which was settled or handed on when work with the child was closed."""
    found = Settlement.objects.current().filter(asked_id__in=list(keys))
    return set(found.values_list("asked_id", flat=True))


def asked_for(row: models.Model, declared: ToDo) -> UUID | None:
    """What was asked that a row is, or answers."""
    if isinstance(row, declared.answers):
        key: UUID = getattr(row, f"{declared.asked}_id")
        return key
    if isinstance(row, Settlement):
        return row.asked_id if row.asked_kind == declared.model._meta.label else None
    return row.pk if isinstance(row, declared.model) else None


def answers_to(keys: Iterable[UUID], declared: ToDo) -> models.QuerySet[Any]:
    """What owners answered to what was asked, the last answer to each last."""
    answers: Any = declared.answers._default_manager
    found: models.QuerySet[Any] = answers.current().filter(**{f"{declared.asked}__in": keys})
    return found.order_by("recorded_at", "id")


def still_to_do(asked: Any, answer: Any) -> StillToDo:
    """The row of one thing that is not settled."""
    return StillToDo(
        fact_id=asked.pk,
        kind=asked._meta.label,
        child_id=asked.child_id,
        owner_id=asked.owner_id,
        given_by_id=asked.recorded_by_id,
        given_together=asked.entry_id,
        by_when=asked.by_when,
        new_date=getattr(answer, "new_date", None),
    )
