"""What the pages about walls and openings show."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from sightline.foundation.access import queries
from sightline.foundation.access.models import Exclusion, Restriction
from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.queries import TooFewReaders, UnreviewedOpening
from sightline.foundation.access.rules import OpeningReason, Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.workforce.presenters.words import role_words
from sightline.ui.components import Column, EmptyState, Link, Table, Tag


def walls(child: OpenedChild) -> dict[str, Any]:
    """The restriction, the people named in it, and the exclusions of a record."""
    restriction = queries.restriction_of(child.pk)
    exclusions = list(queries.exclusions_of(child.pk))
    page: dict[str, Any] = {"exclusions": exclusions_table(child, exclusions), "links": links(child)}
    if restriction:
        readers = [named.practitioner_id for named in queries.named_readers(child.pk)]
        page |= {
            "restriction": restriction,
            "facts": restriction_facts(restriction),
            "review_due": restriction.review_by <= london_today(),
            "readers": readers_table(child),
            "too_few": not queries.still_openable(child.pk, readers),
        }
    return page


def links(child: OpenedChild) -> dict[str, str]:
    """Where each wall of a record is changed."""
    routes = ("restrict", "change_readers", "renew", "lift", "exclude")
    return {route: reverse(f"access:{route}", args=[child.pk]) for route in routes}


def restriction_facts(restriction: Restriction) -> list[dict[str, Any]]:
    """Why a record is restricted, as a summary list."""
    said = {
        "Why": restriction.get_category_display(),
        "Risk": restriction.reason,
        "Asked for by": restriction.asked_by,
        "Since": format_date(restriction.began),
        "Review by": format_date(restriction.review_by),
    }
    return summary(said)


def summary(said: dict[str, str]) -> list[dict[str, Any]]:
    """Facts as the rows of a summary list."""
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in said.items()]


def readers_table(child: OpenedChild) -> Table:
    """The people named in a restriction, and which of them still work here."""
    named = [each.practitioner for each in queries.named_readers(child.pk)]
    posts = {post.practitioner_id: post for post in queries.at_work(each.pk for each in named)}
    rows = [
        [each.name, role_words(posts[each.pk].role) if each.pk in posts else Tag("No longer works here", "red")]
        for each in sorted(named, key=lambda each: each.name)
    ]
    return Table("Only these people may open it", ["Name", "Role"], rows, empty="Nobody is named.")


def exclusions_table(child: OpenedChild, exclusions: list[Exclusion]) -> Table:
    """Who must never see a record."""
    rows = [
        [
            each.practitioner.name,
            format_date(each.began),
            each.reason,
            Link("End", reverse("access:end_exclusion", args=[child.pk, each.pk]), about=f"{each.practitioner.name}"),
        ]
        for each in exclusions
    ]
    empty = EmptyState(
        "Nobody is excluded",
        "Exclude a colleague who must never see this record: their own family, a neighbour, a former partner.",
    )
    columns: list[Column | str] = ["Name", "Since", "Why", Column("End the exclusion", hidden_heading=True)]
    return Table("Exclusions", columns, rows, empty=empty, caption_hidden=True)


def moment(instant: datetime) -> str:
    """A date and time in words."""
    return str(format_moment(instant))


def openings(waiting: list[UnreviewedOpening]) -> Table:
    """Emergency openings that wait for a review."""
    columns: list[Column | str] = [
        "Record",
        "Opened",
        "By",
        "Reason given",
        "Review by",
        Column("Review", hidden_heading=True),
    ]
    empty = EmptyState("Nothing to review", "An emergency opening of a restricted record appears here at once.")
    rows = [opening_row(each) for each in waiting]
    return Table("Emergency openings to review", columns, rows, empty=empty)


def opening_row(each: UnreviewedOpening) -> list[Any]:
    """One line of the list of openings."""
    late = bool(each.review_by and each.review_by < london_today())
    due = format_date(each.review_by) if each.review_by else ""
    review = Link("Review", reverse("access:review_opening", args=[each.opening]), about=f"record {each.reference}")
    by_when = [due, Tag("Late", "red")] if late else due
    return [
        f"Record {each.reference}", moment(each.opened_at), each.practitioner_name, reason_given(each), by_when, review
    ]  # fmt: skip


def opening_facts(each: UnreviewedOpening) -> list[dict[str, Any]]:
    """One emergency opening, for whoever reviews it."""
    said = {
        "Record": f"Record {each.reference}",
        "Opened by": each.practitioner_name,
        "Opened": moment(each.opened_at),
        "Open until": moment(each.until),
        "Reason": OpeningReason(each.reason_code).label,
        "In their words": each.reason,
    }
    return summary(said)


def reason_given(each: UnreviewedOpening) -> str:
    """The reason code in words, and what was written."""
    return f"{OpeningReason(each.reason_code).label}: {each.reason}"


def too_few_readers(records: list[TooFewReaders], role: str) -> Table:
    """Restricted records that too few people can open, each with the way in for those who may break its glass."""
    may_open = may(role, Permission.BREAK_GLASS)
    rows = [
        [
            f"Record {each.reference}",
            each.team or "No team",
            f"{each.readers} of 2",
            "Yes" if each.managers else "No",
            Link(
                "Open in an emergency",
                reverse("access:break_glass", args=[each.person]),
                about=f"record {each.reference}",
            )
            if may_open
            else "",
        ]
        for each in records
    ]
    empty = EmptyState(
        "Every restricted record can be opened", "At least two named people work here, one of them a manager."
    )
    columns: list[Column | str] = [
        "Record",
        "Held by",
        Column("Readers at work"),
        "A manager among them",
        Column("Open", hidden_heading=True),
    ]
    return Table("Records that too few people can open", columns, rows, empty=empty)
