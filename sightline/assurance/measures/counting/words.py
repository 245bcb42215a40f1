"""How often words that young people asked us not to use were written, in the whole authority, month by month.

It is counted once, when a month is over, from what was recorded. Whoever wrote, their teams and the children are looked
at while it is counted, so that nobody can be told from a number, and are then forgotten: only sums are kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from sightline.assurance.measures.models import WordsOfMonth
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.calendar.instants import start_of_day
from sightline.foundation.documents.models import Passage
from sightline.foundation.facts import Fact, Source
from sightline.foundation.recording.columns import holds_exact_words
from sightline.foundation.workforce.models import Post
from sightline.ui.preferred_words import words_found

MONTHS = 6  # shown, the newest of them the month that ended last
FEWEST = 6  # texts, writers and children: one to five are never told
FEWEST_TEAMS = 3
STEP = 5  # numbers are told in fives, so that one text more or less shows nothing
SPOKEN = frozenset({"said", "own_words", "worried", "about_what"})  # passages that hold what somebody said


@dataclass
class Found:
    """In how many texts one word stands, and of whom, while it is counted."""

    texts: int = 0
    of: dict[str, Counter[Any]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, writer: UUID, team: UUID | None, children: list[UUID]) -> None:
        """One more text."""
        self.texts += 1
        self.of["writers"][writer] += 1
        self.of["teams"][team] += 1
        self.of["children"].update(children)

    def told(self) -> int:
        """The number that may be told, in fives; 0 where it could give a worker, a team or a child away."""
        fewest = {"writers": FEWEST, "teams": FEWEST_TEAMS, "children": FEWEST}
        if self.texts < FEWEST or any(len(self.of[who]) < least for who, least in fewest.items()):
            return 0
        most = max(max(counts.values()) for counts in self.of.values())
        return 0 if most * 2 > self.texts else self.texts // STEP * STEP


def ended_months(today: date) -> list[date]:
    """The first days of the months that are shown, the newest first."""
    return [months_after(today.replace(day=1), -number) for number in range(1, MONTHS + 1)]


def count_ended_months(today: date) -> int:
    """Count each month that is over and was not counted yet, once and for all; gives how many were counted."""
    held = set(WordsOfMonth.objects.values_list("month", flat=True))
    missing = [month for month in ended_months(today) if month not in held]
    WordsOfMonth.objects.bulk_create(
        [WordsOfMonth(month=month, texts=words_of(month)) for month in missing], ignore_conflicts=True
    )
    return len(missing)


def words_of(month: date) -> dict[str, int]:
    """The words of a month that may be told, each with in how many texts it stands."""
    found: dict[str, Found] = defaultdict(Found)
    teams = dict(Post.objects.current().order_by("began").values_list("practitioner_id", "team_id"))
    for text, writer, children in written_in(month):
        for word in words_found(text):
            found[word].add(writer, teams.get(writer), children)
    return {word: each.told() for word, each in sorted(found.items()) if each.told()}


def written_in(month: date) -> Iterator[tuple[str, UUID, list[UUID]]]:
    """What workers wrote in a month: the text, who wrote it, about whom; no quotation, correction or import."""
    since, until = start_of_day(month), start_of_day(months_after(month, 1))
    for model, columns in kinds_of_text():
        about = model._meta.get_field(model.subject_field).attname
        facts = model.objects.current().filter(
            recorded_at__gte=since, recorded_at__lt=until, recorded_by__isnull=False, supersedes=None
        )
        facts = facts.exclude(source=Source.IMPORT)
        if model is Passage:
            facts = facts.exclude(place__in=SPOKEN)
        for writer, subject, *texts in facts.values_list("recorded_by_id", about, *columns).iterator():
            yield "\n".join(texts), writer, subject if isinstance(subject, list) else [subject]


def kinds_of_text() -> list[tuple[Any, list[str]]]:
    """The facts about children and families that hold what a worker wrote, and in which columns."""
    kinds = [model for model in apps.get_models() if issubclass(model, Fact) and model.subject_field]
    found = [(model, [each.name for each in model._meta.concrete_fields if is_own_text(each)]) for model in kinds]
    return [(model, columns) for model, columns in found if columns]


def is_own_text(column: models.Field[Any, Any]) -> bool:
    """Whether a column holds long text of a worker's own."""
    return isinstance(column, models.TextField) and not holds_exact_words(column.name)
