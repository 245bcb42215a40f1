"""The page of conferences and protection plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.area import Told
from sightline.foundation.code_sets import code_set
from sightline.foundation.recording.presenters import AreaShown, area_named, area_shown, link, since
from sightline.practice.child_protection import queries
from sightline.practice.child_protection.models import Section47Enquiry
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import in_own_words, said

NAME, TITLE = "Child protection", "Conferences and plans"


def protection(child: UUID, today: date, *, records: bool) -> AreaShown:
    """The plan that lasts, what is due, and every conference and plan of the child."""
    plan = queries.open_plan(child)
    rows = []
    if plan is not None:
        harm = in_own_words(code_set("cin-category-of-abuse").label(queries.category_of(plan)))
        rows = [(said("{child_protection_plan:capital}"), since(plan)), ("For which harm", harm)]
    links = links_to_record(child, has_plan=plan is not None) if records else ()
    empty = EmptyState("No conference yet", "When one is held, record here what it decided for each child.")
    return area_shown(NAME, child, today, title=TITLE, links=links, rows=rows, empty=empty, kinds=kinds())


def kinds() -> list[Told]:
    """What is told of conferences and plans; discussions and enquiries have pages of their own."""
    told = area_named(NAME).chronology
    return [each for each in told if not each.page and each.model is not Section47Enquiry]


def links_to_record(child: UUID, *, has_plan: bool) -> Iterator[Link]:
    """What can be recorded from here."""
    if has_plan:
        yield link(said("Record {core_group:article}"), "child_protection:core_group", child)
        yield link("Record a review conference", "child_protection:review_conference", child)
    else:
        initial = said("Record an initial {child_protection_conference}")
        yield link(initial, "child_protection:conference", child)
        moved = "Record a notice that the child moved here with a plan"
        yield link(moved, "child_protection:transfer_in", child)
    yield link("Record a paper of a conference", "child_protection:paper", child)
    if has_plan:
        yield link("Record that the plan ended without a conference of ours", "child_protection:end_plan", child)
