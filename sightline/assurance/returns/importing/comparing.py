"""Found facts against known ones: what is new, the same, changed, contested, and no longer in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from sightline.assurance.returns.importing.constraints import clash
from sightline.assurance.returns.importing.knowing import Known, identity_of, model_of
from sightline.assurance.returns.mapping import Found, Story
from sightline.assurance.returns.mapping.within import depth
from sightline.foundation.door import corrects, ends, moves
from sightline.foundation.facts import Source
from sightline.foundation.writing import again

CORRECTED = "The return was sent again and says otherwise"
SETTLED = "A person has settled this; what they recorded stands."
RECORDED = "What a person recorded says otherwise, and stands."
CLASHES = "It cannot be true together with something else that stands."
BACKWARDS = "It ends before it begins."
AT_END = ("ended", "ended_at")


@dataclass
class Compared:
    """What is to be written about one child, and what became of each fact found."""

    told: list[Any] = field(default_factory=list)
    outcomes: dict[int, str] = field(default_factory=dict)  # by the identity of the fact found
    contested: list[tuple[Found, Any, str]] = field(default_factory=list)
    made: list[tuple[Found, Any]] = field(default_factory=list)
    gone: list[Any] = field(default_factory=list)
    replaced: dict[UUID, tuple[Any, Any]] = field(default_factory=dict)  # by their keys, old facts with the new ones
    remarks: list[tuple[Found, str]] = field(default_factory=list)


class Comparing:
    """One child's story against what is known of the child."""

    def __init__(self, story: Story, child: UUID, known: Known, ours: set[UUID]) -> None:
        self.story, self.child, self.known = story, child, known
        self.ours = ours  # the facts that earlier imports of this kind of return wrote
        self.result = Compared()
        self.resolved: dict[int, Any] = {}
        self.matched: dict[int, Any] = {}
        self.standing: dict[str, list[Any]] = {}

    def run(self, carried: Iterable[str]) -> Compared:
        """Compare everything; `carried` are the kinds of fact that the files could hold."""
        levels: dict[str, int] = {}
        for found in self.story.found:
            levels[found.kind] = max(levels.get(found.kind, 0), depth(found))
        order = sorted(self.story.found, key=self.order)
        for kind in {found.kind for found in order} | set(carried):
            self.standing[kind] = [f for f in self.known.of(self.child, kind) if not (f.superseded_at or f.contested)]
        for level in sorted(set(levels.values())):
            level_found = [found for found in order if levels[found.kind] == level]
            for found in level_found:
                self.match(found)
            self.note_gone({found.kind for found in level_found})
            for found in level_found:
                self.take(found)
        self.note_gone(set(carried) - {found.kind for found in order})
        return self.result

    def order(self, found: Found) -> tuple[Any, ...]:
        """Those others refer to first, the uncontested before the contested, then by day and line."""
        day = found.values.get("began") or found.values.get("happened")
        return (depth(found), bool(found.contested), found.kind, str(day), found.rows[0].number)

    def match(self, found: Found) -> None:
        """Find the standing fact that a found one is, if there is one."""
        if found.contested:
            return
        taken = {id(fact) for fact in self.matched.values()}
        for fact in self.standing[found.kind]:
            if id(fact) not in taken and (self.is_known_as(found, fact) or self.goes_on(found, fact)):
                self.matched[id(found)] = fact
                return

    def is_known_as(self, found: Found, fact: Any) -> bool:
        """Whether a fact has the identity of a found one; columns that the rows leave blank may be anything."""
        return all(
            self.known.value(fact, name) == self.said(found, name)
            for name in identity_of(found.kind)
            if name in found.values
        )

    def goes_on(self, found: Found, fact: Any) -> bool:
        """Whether a found spell may have begun before its rows, and is one that lasted on their first day."""
        began = found.values.get("began")
        return bool(found.continues and began and fact.began <= began and (fact.ended is None or fact.ended >= began))

    def said(self, found: Found, name: str) -> Any:
        """What the rows say of a column, so that it can be compared."""
        value = found.values[name]
        return self.known.root(self.resolved[id(value)].pk) if isinstance(value, Found) else value

    def differing(self, found: Found, fact: Any) -> list[str]:
        """The columns in which a found fact says something else than a known one."""
        ignored = {*identity_of(found.kind), *found.loose, *(["began"] if found.continues else [])}
        fitted = self.fitted(found)
        names = [name for name in fitted if name not in ignored]
        return [name for name in names if self.known.value(fact, name) != self.comparable(found, name, fitted)]

    def comparable(self, found: Found, name: str, fitted: dict[str, Any]) -> Any:
        return self.said(found, name) if isinstance(found.values[name], Found) else fitted[name]

    def fitted(self, found: Found) -> dict[str, Any]:
        """The values with what they point at, without text that has no room in its column."""
        model, fitted = model_of(found.kind), {}
        for name, value in found.values.items():
            column = model._meta.get_field(name)
            if isinstance(value, Found):
                value = self.resolved[id(value)]
            if isinstance(column, models.CharField) and column.max_length and len(str(value)) > column.max_length:
                self.result.remarks.append(
                    (found, f"{name}: the value is too long to be right; kept with the line only.")
                )
                continue
            fitted[name] = value
        return fitted

    def take(self, found: Found) -> None:
        """Decide what becomes of one found fact."""
        ended, began = found.values.get("ended"), found.values.get("began")
        if not found.contested and ended and began and ended < began:
            found.contested = BACKWARDS
            self.matched.pop(id(found), None)
        old = self.matched.get(id(found))
        if old is not None:
            self.take_known(found, old)
        elif found.contested:
            self.contest(found, found.contested)
        elif self.was_settled(found):
            self.keep(found, self.settled_as(found), SETTLED)
        else:
            self.take_new(found)

    def take_known(self, found: Found, old: Any) -> None:
        """A fact that is known already: the same, ended since, changed, or disputed with a person."""
        names = self.differing(found, old)
        if not names and not self.is_left_behind(found, old):
            self.keep(found, old)
        elif not names:
            self.move(found, old)
        elif self.was_settled(found):
            self.keep(found, old, SETTLED)
        elif old.source != Source.IMPORT:
            self.contest(found, RECORDED, beside=old)
        elif self.only_ended(names, old) and not self.is_left_behind(found, old):
            values = {name: value for name, value in self.fitted(found).items() if name in names and name != "ended"}
            if "ended" not in names:
                self.keep(found, old)
                return
            self.result.told.append(ends(old, on=found.values["ended"], **values))
            old.ended = found.values["ended"]
            self.settle(found, old, "changed")
        else:
            self.correct(found, old)

    def only_ended(self, names: Iterable[str], old: Any) -> bool:
        """Whether a spell that lasted is said to have ended, and nothing else about it."""
        return hasattr(old, "ended") and old.ended is None and set(names) <= {*AT_END, *old.set_at_end}

    def is_left_behind(self, found: Found, old: Any) -> bool:
        """Whether a known fact still points at a row in whose place another stands now."""
        belongs = {name: self.resolved[id(at)].pk for name, at in found.values.items() if isinstance(at, Found)}
        return any(getattr(old, f"{name}_id") != key for name, key in belongs.items())

    def move(self, found: Found, old: Any) -> None:
        """Let a known fact that the rows say again point at what stands in the place of what it belongs to."""
        new = again(old, **{name: self.resolved[id(at)] for name, at in found.values.items() if isinstance(at, Found)})
        self.replace(found, old, new, moves(old, new, reason=CORRECTED))
        self.settle(found, new, "unchanged")

    def replace(self, found: Found, old: Any, new: Any, how: Any) -> None:
        """Let one fact stand in the place of another from here on."""
        self.result.told.append(how)
        self.result.replaced[old.pk] = (old, new)
        new.supersedes_id = old.pk
        self.known.follow(new)
        self.standing[found.kind] = [*(other for other in self.standing[found.kind] if other is not old), new]
        if old.source == Source.IMPORT:
            self.result.made.append((found, new))

    def take_new(self, found: Found) -> None:
        """A fact that is not known: written, unless it cannot stand beside others that do."""
        fact = self.build(found)
        against = [other for other in self.standing[found.kind] if clash(fact, other)]
        replaceable = [other for other in against if other in self.result.gone]
        if against and len(replaceable) == len(against) == 1:
            self.result.gone.remove(against[0])
            self.correct(found, against[0])
        elif against:
            self.contest(found, CLASHES)
        else:
            self.result.told.append(fact)
            self.standing[found.kind].append(fact)
            self.result.made.append((found, fact))
            self.settle(found, fact, "written")

    def correct(self, found: Found, old: Any) -> None:
        """Let a found fact stand in the place of a known one, which keeps what the rows leave blank."""
        left_out = {"began"} if found.continues else set()
        values = {name: value for name, value in self.fitted(found).items() if name not in {*found.loose, *left_out}}
        new = again(old, **values)
        others = [other for other in self.standing[found.kind] if other is not old]
        if any(clash(new, other) for other in others):
            self.contest(found, CLASHES, beside=old)
            return
        self.replace(found, old, new, corrects(old, new, reason=CORRECTED))
        self.settle(found, new, "changed")

    def contest(self, found: Found, why: str, beside: Any = None) -> None:
        """Write what cannot stand as contested, unless it is there as such already."""
        for fact in self.known.of(self.child, found.kind):
            contested_already = fact.contested and fact.superseded_at is None
            if contested_already and self.is_known_as(found, fact) and not self.differing(found, fact):
                self.settle(found, beside or fact, "unchanged")
                return
        if self.was_settled(found):
            self.keep(found, beside or self.settled_as(found), SETTLED)
            return
        fact = self.build(found)
        fact.contested = True
        found.contested = why
        self.result.told.append(fact)
        self.result.contested.append((found, fact, why))
        self.result.made.append((found, fact))
        self.settle(found, beside or fact, "written")

    def was_settled(self, found: Found) -> bool:
        """Whether an import said just this before, and a person put something else, or nothing, in its place."""
        return self.settled_as(found) is not None

    def settled_as(self, found: Found) -> Any:
        """What stands where a person settled it; the withdrawn fact itself where nothing does."""
        for fact in self.known.of(self.child, found.kind):
            if fact.superseded_at and fact.source == Source.IMPORT and self.is_known_as(found, fact):
                after = self.known.successors.get(fact.pk)
                if not self.differing(found, fact) and (after is None or after.source != Source.IMPORT):
                    return after or fact
        return None

    def build(self, found: Found) -> Any:
        """The fact, unsaved."""
        model = model_of(found.kind)
        return model(**{f"{model.subject_field}_id": self.child}, **self.fitted(found))

    def keep(self, found: Found, fact: Any, why: str = "") -> None:
        """Leave a known fact as it is."""
        if why:
            self.result.remarks.append((found, why))
        self.settle(found, fact, "unchanged")

    def settle(self, found: Found, fact: Any, outcome: str) -> None:
        """Note what became of a found fact, and which fact stands for it."""
        self.resolved[id(found)] = fact
        self.result.outcomes[id(found)] = outcome

    def note_gone(self, kinds: set[str]) -> None:
        """Note the facts that earlier files of this return told of, in its period, and that this one does not."""
        since, until = self.story.held_from, self.story.held_until
        seen = {id(fact) for fact in self.matched.values()}
        for kind in kinds:
            for fact in self.standing.get(kind, []):
                if fact.pk in self.ours and id(fact) not in seen and lies_between(fact, since, until):
                    self.result.gone.append(fact)


def lies_between(fact: Any, since: Any, until: Any) -> bool:
    """Whether a fact lies, or lasted, in a period."""
    first = getattr(fact, "happened", None) or fact.began
    last = first if hasattr(fact, "happened") else fact.ended
    return bool((until is None or first <= until) and (since is None or last is None or last >= since))
