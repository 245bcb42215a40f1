"""Some children at a time: their lines mapped, compared and written in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import DataError, connection, transaction

from sightline.assurance.returns.importing.children import Matched, Matching, rows_of_people
from sightline.assurance.returns.importing.comparing import CORRECTED, Compared, Comparing
from sightline.assurance.returns.importing.counting import count_child
from sightline.assurance.returns.importing.knowing import Known, identity_of
from sightline.assurance.returns.importing.loading import rows_about
from sightline.assurance.returns.importing.tally import Tally
from sightline.assurance.returns.mapping import Found, Row, RowKey, Story, kinds_carried, map_child
from sightline.assurance.returns.models import SENTENCE_LENGTH, Batch, Contest, Origin, Pair
from sightline.assurance.returns.reading import Kind
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import Acting, Source, system
from sightline.foundation.history import History, record_history
from sightline.foundation.many_rows import insert_many
from sightline.foundation.recording.actions import following
from sightline.foundation.timescales.models import Coverage
from sightline.foundation.writing import Ending, Refusal, corrects

NOTHING: Mapping[RowKey, str] = {}
NO_ROOM = "A value is longer than there is room for, so nothing can be made of the row."
MOST_TRIED = 200  # rows of a child that are left out one by one, to find the one that the database refuses
ONE_AT_A_TIME = 5_150_903  # the number of the lock that stands for importing; any number would do
TIMEOUTS = ("lock_timeout", "statement_timeout")  # how long anything else may wait or last


@dataclass
class Taken:
    """One child's story with the child it was matched to and what came of comparing them."""

    story: Story
    matched: Matched
    compared: Compared


class Chunk:
    """Writes the children of a batch, some at a time."""

    def __init__(self, batch: Batch, tables: Iterable[str], names: dict[UUID, str]) -> None:
        self.batch, self.names = batch, names
        self.kind = Kind(batch.kind)
        self.carried = kinds_carried(self.kind, tables)

    def take(self, references: list[str], by: Acting) -> Tally:
        """Write these children; where the database refuses the whole, each by itself, and then only what it refuses.

        Called in a transaction; the count of what became of their rows.
        """
        if not self.batch.dry_run:
            wait_for_turn()
        try:
            with transaction.atomic():
                return self.attempt(references, by)
        except (Refusal, DataError) as why:
            if len(references) == 1:
                return self.take_the_rest(references, sentence(why), by)
        tally = Tally()
        for reference in references:
            tally.add(self.take([reference], by))
        return tally

    def take_the_rest(self, references: list[str], why: str, by: Acting) -> Tally:
        """Write what one child's rows say without the one row, or else the one table, that the database refuses."""
        rows = rows_about(self.batch.files, references).get(references[0], [])
        tables = ({row.key for row in rows if row.table == table} for table in {row.table for row in rows})
        for left_out in (*({row.key} for row in rows[:MOST_TRIED]), *tables):
            try:
                with transaction.atomic():
                    return self.attempt(references, by, dict.fromkeys(left_out, why))
            except (Refusal, DataError):
                continue
        return self.refuse_child(references, why)

    def attempt(self, references: list[str], by: Acting, left_out: Mapping[RowKey, str] = NOTHING) -> Tally:
        """Map, match, compare and write, but for the rows that are left out with a sentence each."""
        stories = self.stories(references, left_out)
        told = [story for story in stories if story.found]
        taken = self.compared(told, Matching(told))
        if not self.batch.dry_run:
            self.write(taken, by)
        tally = Tally()
        for each in taken:
            count_child(tally, each.story, each.compared, each.matched, self.names)
        for story in stories:
            if not story.found:
                count_child(tally, story, Compared(), None, self.names)
        return tally

    def stories(self, references: list[str], left_out: Mapping[RowKey, str] = NOTHING) -> list[Story]:
        """What the lines say about each child."""
        lines = rows_about(self.batch.files, references)
        return [self.story(each, lines.get(each, []), left_out) for each in references]

    def story(self, reference: str, rows: list[Row], left_out: Mapping[RowKey, str]) -> Story:
        """What the lines say about one child."""
        taken = [row for row in rows if row.key not in left_out]
        held = (self.batch.held_from, self.batch.held_until)
        told_on = london_today(self.batch.recorded_at)
        story = map_child(Story(self.kind, reference, taken, *held, told_on), identity_of)
        story.rows = rows
        story.refused |= left_out
        return story

    def compared(self, stories: list[Story], matching: Matching) -> list[Taken]:
        """Each story against what is known of its child."""
        matched = [matching.of(story) for story in stories]
        known_people = [each.person.pk for each in matched if each.how != "made"]
        kinds = {found.kind for story in stories for found in story.found} | self.carried
        known, ours = Known(known_people, kinds), self.ours(known_people)
        return [
            Taken(story, each, Comparing(story, each.person.pk, known, ours).run(self.carried))
            for story, each in zip(stories, matched, strict=True)
        ]

    def ours(self, people: list[UUID]) -> set[UUID]:
        """The facts about these children that earlier imports of this kind of return wrote."""
        origins = Origin.objects.filter(child__in=people, batch__kind=self.kind) if people else Origin.objects.none()
        return set(origins.values_list("fact_id", flat=True))

    def write(self, taken: list[Taken], by: Acting) -> None:
        """Write everything under one audit entry."""
        told: list[Any] = rows_of_people(each.matched for each in taken)
        for each in taken:
            told += [*each.matched.told, *each.compared.told, *(self.contests(each))]
            told += belonging(each.compared)
        told += [*self.coverage(taken), *self.pairs(taken)]
        if told:
            record_history(history=History(told, f"import {self.batch.pk}"), by=by)
        insert_many(Origin, (row for each in taken for row in self.origins(each)))

    def contests(self, taken: Taken) -> Iterable[Contest]:
        """Why each contested fact is contested, where a person can read it."""
        for found, fact, why in taken.compared.contested:
            happened = getattr(fact, "happened", None) or fact.began
            yield Contest(
                child_id=taken.matched.person.pk,
                happened=happened,
                kind=found.kind,
                fact_id=fact.pk,
                why=why[:SENTENCE_LENGTH],
                line=self.line_of(found)[:SENTENCE_LENGTH],
            )

    def line_of(self, found: Found) -> str:
        """Where a found fact stands, in words."""
        row = found.rows[0]
        return f"{self.kind.label}, {self.names[row.file]}, {row.table}, line {row.number}"

    def origins(self, taken: Taken) -> Iterable[Origin]:
        """Which lines the facts came from."""
        for found, fact in taken.compared.made:
            row = found.rows[0]
            yield Origin(
                batch=self.batch,
                child_id=taken.matched.person.pk,
                kind=found.kind,
                fact_id=fact.pk,
                file_id=row.file,
                table=row.table,
                number=row.number,
            )

    def coverage(self, taken: list[Taken]) -> list[Any]:
        """What this return could know about each child, where that is not written down already."""
        until = self.batch.held_until
        if until is None:
            return []
        people = [each.matched.person.pk for each in taken]
        same = Coverage.objects.current().filter(child__in=people, origin=self.kind.value, held_until=until)
        before = {row.child_id: row for row in same}
        told: list[Any] = []
        for person in people:
            old = before.get(person)
            kinds = sorted(self.carried | set(old.kinds if old else ()))
            new = Coverage(
                child_id=person, origin=self.kind.value, kinds=kinds, held_from=self.batch.held_from, held_until=until
            )
            if old is None:
                told.append(new)
            elif kinds != sorted(old.kinds):
                told.append(corrects(old, new, reason="Another file of the same return was imported."))
        return told

    def pairs(self, taken: list[Taken]) -> list[Pair]:
        """Note the children of whom it is not certain that they are two."""
        return [
            Pair(batch=self.batch, one_id=each.matched.person.pk, other_id=other, reasons=[why])
            for each in taken
            for other, why in each.matched.doubtful
        ]

    def refuse_child(self, references: list[str], why: str) -> Tally:
        """Refuse every line about one child, with what the database says."""
        tally = Tally()
        for story in self.stories(references):
            for row in story.rows:
                story.refused.setdefault(row.key, why)
            story.found = []
            count_child(tally, story, Compared(), None, self.names)
        return tally


def sentence(why: Refusal | DataError) -> str:
    """What the database says against writing something."""
    return str(why) if isinstance(why, Refusal) else NO_ROOM


def wait_for_turn() -> None:
    """Wait until no other import writes, however long its part takes: whoever asked first is next."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY (%s::text[])", [[*TIMEOUTS]])
        before = cursor.fetchall()
        cursor.execute("SELECT set_config(name, '0', true) FROM unnest(%s::text[]) AS name", [[*TIMEOUTS]])
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        for name, setting in before:
            cursor.execute("SELECT set_config(%s, %s, true)", [name, setting])


def acting(kind: Kind) -> Acting:
    """The import of a kind of return as whoever acts."""
    return system(f"import of {kind.label}", Source.IMPORT)


def belonging(compared: Compared) -> Iterable[Any]:
    """What else belongs to facts that were corrected, such as what people recorded, pointing at the corrections."""
    replaced = compared.replaced
    ended = {each.spell.pk for each in compared.told if isinstance(each, Ending)}
    return following(dict(replaced), CORRECTED, told=set(replaced), gone=ended) if replaced else ()
