"""A career as facts, all of them made before any is written: what the areas' actions would have yielded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sightline.demo.careers.commands import Command
from sightline.demo.writing import compounds, people
from sightline.demo.writing.compounds import Ends
from sightline.demo.writing.record import Record
from sightline.demo.writing.shapes import ENDINGS, SHAPES, Shape

Made = Iterator[Any]
FURTHER: dict[str, Callable[[Record, Command], Made]] = {**people.FACTS, **compounds.FACTS}


def facts_of(record: Record) -> Iterator[Any]:
    """Every fact of a household's career up to today, each with the moment at which it was written down."""
    for command in record.home.until(record.today):
        at = command.recorded_at
        for made in facts_of_command(record, command):
            if isinstance(made, Ends):
                end(made, at)
            else:
                made.recorded_at = at
                yield made


def end(ending: Ends, at: datetime) -> None:
    """Set the end of a spell that is not written yet."""
    spell = ending.spell
    spell.ended, spell.end_recorded_at = ending.on, at
    for name, value in ending.values.items():
        setattr(spell, name, value)


def facts_of_command(record: Record, command: Command) -> Made:
    """The facts and endings of one command."""
    if command.what in SHAPES:
        for place in command.children:
            yield fact_of(SHAPES[command.what], record, command, place)
    elif command.what in ENDINGS:
        for place in command.children:
            yield Ends(record.open(place, ENDINGS[command.what]), command.on, command.said)
    else:
        yield from FURTHER[command.what](record, command)


def fact_of(shape: Shape, record: Record, command: Command, place: int) -> Any:
    """One fact about one child."""
    said = {column: command.said[word] for column, word in shape.named.items()}
    said |= {name: value for name, value in command.said.items() if name not in shape.named.values()}
    for column, slot in shape.belongs.items():
        to = record.last(place, slot)
        said[column] = to.pk if to is not None else None
    when = {"began" if shape.begins else "happened": command.on}
    fact = shape.model(child_id=record.children[place], **when, **shape.also, **said)
    return record.keep(place, shape.slot, fact) if shape.slot else fact
