"""What user administrators see of the people who work here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.models import Post, Practitioner
from sightline.foundation.workforce.presenters.words import qualification_words, role_words
from sightline.foundation.workforce.queries.people import open_posts
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.foundation.workforce.rules.dormancy import Dormancy
from sightline.foundation.workforce.sign_in.second_factor import ways_in
from sightline.ui.components import Column, Link, Pages, Table, Tag

__all__ = ["Asked", "ListPage", "OnePage", "Practitioner", "list_page", "one_page"]

WHO = {"at_work": "At work", "suspended": "Suspended", "left": "Left", "all": "Everybody"}
ON_A_PAGE = 50


@dataclass(frozen=True)
class Asked:
    """Which practitioners the list shows."""

    name: str
    who: str
    number: int

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Asked:
        """What the address asks for."""
        who, page = asked.get("who", ""), asked.get("page", "")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1
        return cls(asked.get("name", "").replace("\0", "")[:100].strip(), who if who in WHO else "at_work", number)


@dataclass(frozen=True)
class ListPage:
    """The list, and how it may be narrowed."""

    name: str
    tabs: list[Link]
    table: Table
    pages: Pages


def list_page(found: QuerySet[Practitioner], asked: Asked, today: date) -> ListPage:
    """One page of practitioners with the post each holds."""
    page = Paginator(found, ON_A_PAGE).get_page(asked.number)
    posts = open_posts(each.pk for each in page)
    rows = [list_row(each, posts.get(each.pk), today) for each in page]
    columns = [Column(heading) for heading in ("Name", "Role", "Team", "Manager", "State")]
    query = urlencode({"name": asked.name, "who": asked.who})
    return ListPage(
        name=asked.name,
        tabs=[tab(who, asked) for who in WHO],
        table=Table(WHO[asked.who], columns, rows, empty="Nobody fits.", caption_hidden=True),
        pages=Pages(page.number, page.paginator.num_pages, page.paginator.count, "people", query),
    )


def tab(who: str, asked: Asked) -> Link:
    """One way to narrow the list."""
    return Link(WHO[who], f"?{urlencode({'name': asked.name, 'who': who})}", current=who == asked.who)


def list_row(them: Practitioner, post: Post | None, today: date) -> tuple[object, ...]:
    """One line of the list."""
    link = Link(them.name, reverse("workforce:practitioner", args=[them.pk]))
    if post is None:
        return link, "No post", "", "", state(them, today)
    manager = post.manager.name if post.manager else ""
    return link, role_words(post.role), post.team.name, manager, state(them, today)


def state(them: Practitioner, today: date) -> Tag:
    """Whether somebody may work today, in a word."""
    if them.suspended_at:
        return Tag("Disabled" if them.dormancy == Dormancy.DISABLED else "Suspended", "red")
    if them.ends_on and them.ends_on < today:
        return Tag("Left", "grey")
    if them.starts_on > today:
        return Tag("Not started", "blue")
    if not them.has_usable_password():
        return Tag("No sign-in yet", "yellow")
    return Tag("At work", "green")


@dataclass(frozen=True)
class OnePage:
    """One practitioner."""

    own: bool
    state: Tag
    details: list[dict[str, object]]
    sign_in: list[dict[str, object]]
    posts: Table
    actions: list[Link]
    still_allocated: int


def one_page(them: Practitioner, today: date, *, own: bool) -> OnePage:
    """Everything a user administrator may know about a practitioner; nothing about any child."""
    held = queries.involvements_of_practitioner(them.pk, InvolvementKind.ALLOCATED_WORKER)
    return OnePage(
        own=own,
        state=state(them, today),
        details=rows(details(them)),
        sign_in=rows(sign_in(them)),
        posts=posts_table(them),
        actions=[] if own else actions(them),
        still_allocated=held if them.ends_on or them.suspended_at else 0,
    )


def rows(pairs: list[tuple[str, str]]) -> list[dict[str, object]]:
    """Rows of a summary list."""
    return [{"key": {"text": key}, "value": {"text": value or "Not known"}} for key, value in pairs]


def details(them: Practitioner) -> list[tuple[str, str]]:
    """Who somebody is."""
    return [
        ("Email", them.email),
        ("Telephone", them.telephone),
        ("Qualification", qualification_words(them.qualification)),
        ("Registration", them.registration),
        ("First day", format_date(them.starts_on)),
        ("Last day", format_date(them.ends_on) if them.ends_on else "None set"),
    ]


def sign_in(them: Practitioner) -> list[tuple[str, str]]:
    """How somebody can sign in, and when they last did."""
    ways, last = ways_in(them), queries.last_signed_in(them.pk)
    steps = [name for kind, name in (("webauthn", "passkey"), ("totp", "code from an app")) if ways[kind]]
    return [
        ("Password", "Chosen" if them.has_usable_password() else "None: needs a link"),
        ("Second step", " and ".join(steps).capitalize() or "Not set up: asked for at the first sign-in"),
        ("Last signed in", format_moment(last.at) if last else "Never"),
        *([("Why it is suspended", them.get_dormancy_display())] if them.dormancy else []),
        *([("Why it was opened again", them.reopened_because)] if them.reopened_because else []),
    ]


def posts_table(them: Practitioner) -> Table:
    """Every post somebody held."""
    history = [
        (
            role_words(post.role),
            post.team.name,
            post.manager.name if post.manager else "",
            format_date(post.began),
            format_date(post.ended) if post.ended else "Now",
        )
        for post in queries.post_history(them.pk)
    ]
    columns = [Column(heading) for heading in ("Role", "Team", "Manager", "From", "To")]
    return Table("Posts", columns, history, empty="No post yet.")


def actions(them: Practitioner) -> list[Link]:
    """What a user administrator can do."""
    suspended = them.suspended_at is not None
    offered = [
        ("Change details", "change_details"),
        ("Change role, team or manager", "change_post"),
        ("Set the last day", "set_last_day"),
        ("Let them sign in again", "take_back") if suspended else ("Suspend", "suspend"),
        ("Set up sign-in with a new link", "sign_in_link"),
    ]
    return [Link(text, reverse(f"workforce:{route}", args=[them.pk])) for text, route in offered]
