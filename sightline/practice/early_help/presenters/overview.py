"""The page of early help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.agreements.presenters import ANSWERS
from sightline.foundation.agreements.queries import agreement_of
from sightline.foundation.agreements.rules import Answer, To
from sightline.foundation.calendar.words import format_date
from sightline.foundation.plans.queries import open_plan
from sightline.foundation.plans.rules import PlanKind
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.early_help import queries
from sightline.practice.early_help.models import EarlyHelpEpisode
from sightline.practice.early_help.presenters.handovers import step_tags, words
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import in_own_words, said


def overview(child: UUID, today: date, *, records: bool, hands_over: bool) -> AreaShown:
    """The help that lasts, who leads it, what is due, and everything recorded of it."""
    episodes, step = queries.open_episodes(child), queries.open_handover(child)
    title = said("{early_help:capital}")
    empty = EmptyState(said("No {early_help} yet"), "Record what the family answered when it was offered.")
    rows = [*stands(child, episodes), *waits(step)]
    links = [
        *(step_links(child, step) if hands_over or step else ()),
        *(plan_links(child, records=records) if episodes else ()),
        *(links_to_record(child, episodes) if records else ()),
    ]
    return area_shown("Early help", child, today, title=title, links=links, rows=rows, empty=empty)


def stands(child: UUID, episodes: Sequence[EarlyHelpEpisode]) -> Iterator[tuple[str, str]]:
    """What the family answered, and the help that lasts with who leads it."""
    for each in agreement_of(child, To.EARLY_HELP):
        yield each.whom, f"{ANSWERS[Answer(each.answer)].text}, {format_date(each.happened)}"
    leads = queries.leads_of(child)
    for episode in episodes:
        lead = leads.get(episode.pk)
        yield episode.organisation or "Led by", since(episode, f"{lead.name} leads" if lead else "")


def waits(step: Any) -> Iterator[tuple[str, str]]:
    """The step that is not settled."""
    if step is not None:
        yield words(step), ", ".join(tag.text for tag in step_tags(step))


def step_links(child: UUID, step: Any) -> Iterator[Link]:
    """The step that is not settled, or the ways to ask for one."""
    if step is not None:
        yield link(f"{words(step)}: see it, and answer", "early_help:step", child, step.pk)
        return
    yield link("Step up to social care", "early_help:step_up", child)
    yield link(said("Step down to {early_help}"), "early_help:step_down", child)


def plan_links(child: UUID, *, records: bool) -> Iterator[Link]:
    """The way to the plan of this help, or to beginning it; other plans stand behind their own page."""
    plan = open_plan(child, PlanKind.EARLY_HELP)
    name = in_own_words(str(PlanKind.EARLY_HELP.label))
    if plan is not None:
        yield link(f"{name} of {format_date(plan.began)}: its goals and steps", "plans:plan", child, plan.pk)
    elif records:
        begin = reverse("plans:begin", args=[child])
        yield Link(f"{name}: begin it", f"{begin}?kind={PlanKind.EARLY_HELP}")


def links_to_record(child: UUID, episodes: Sequence[EarlyHelpEpisode]) -> Iterator[Link]:
    """What can be recorded from here."""
    yield link("Record what the family answered to an offer", "agreements:ask", child)
    yield link(said("Record that {early_help} began"), "early_help:begin", child)
    for episode in episodes:
        yield link(
            f"Say that somebody else leads the help of {episode.organisation}", "early_help:lead", child, episode.pk
        )
        yield link(f"Record that the help of {episode.organisation} ended", "early_help:end", child, episode.pk)


def episode_words(child: UUID, key: UUID) -> str:
    """What help that lasts is called; nothing where there is none such."""
    found = next((each for each in queries.open_episodes(child) if each.pk == key), None)
    return f"{found.organisation}, since {format_date(found.began)}" if found else ""
