"""The page of early help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.early_help import queries
from sightline.practice.early_help.models import EarlyHelpEpisode
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import said


def overview(child: UUID, today: date, *, records: bool) -> AreaShown:
    """The help that lasts, what is due, and everything recorded of it."""
    episodes = queries.open_episodes(child)
    title = said("{early_help:capital}")
    empty = EmptyState(said("No {early_help} yet"), "Record what the family answered when it was offered.")
    rows = [(each.organisation, since(each)) for each in episodes]
    links = links_to_record(child, episodes) if records else ()
    return area_shown("Early help", child, today, title=title, links=links, rows=rows, empty=empty)


def links_to_record(child: UUID, episodes: Sequence[EarlyHelpEpisode]) -> Iterator[Link]:
    """What can be recorded from here."""
    yield link("Record what the family answered to an offer", "early_help:answer", child)
    yield link(said("Record that {early_help} began"), "early_help:begin", child)
    for episode in episodes:
        yield link(f"Record that the help of {episode.organisation} ended", "early_help:end", child, episode.pk)


def episode_words(child: UUID, key: UUID) -> str:
    """What help that lasts is called; nothing where there is none such."""
    found = next((each for each in queries.open_episodes(child) if each.pk == key), None)
    return f"{found.organisation}, since {format_date(found.began)}" if found else ""
