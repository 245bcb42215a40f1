"""What stands round every page of a signed-in person: where they can go, who they are, and how they leave."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.area import areas
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.presenters.words import role_words
from sightline.foundation.workforce.queries import opens_records
from sightline.foundation.workforce.rules import ABOVE_TEAMS
from sightline.ui.components import Link
from sightline.ui.shell import Lock, SearchBox, Shell

DEMONSTRATION = "Demonstration: nobody in these records is real."
PLACES = (  # in the order shown: what it is called, where it is, who may go there
    ("My work", "workforce:my_work", Permission.WORK),
    ("Line of sight", "workforce:line_of_sight", Permission.SEE_LINE_OF_SIGHT),
    ("Restricted records", "access:openings", Permission.REVIEW_OPENINGS),
    ("Cover and duty", "workforce:cover", Permission.ARRANGE_COVER),
    ("People and teams", "workforce:practitioners", Permission.MANAGE_WORKFORCE),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the navigation that the signed-in person may use."""
    by: Acting | None = getattr(request, "acting", None)
    notice = DEMONSTRATION if settings.MODE == "demonstration" else ""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"shell": Shell(notice=notice)}
    return {
        "shell": Shell(
            navigation=list(places(request, by)) if by else (),
            search=search_box(by),
            account=user.name,
            account_note=role_words(by.role) if by else "",
            account_links=list(account_links()),
            sign_out=reverse("account_logout"),
            lock=Lock(settings.IDLE_LOCK_MINUTES, reverse("workforce:unlock")) if by else None,
            notice=notice,
            footer=[Link("Timescales", reverse("timescales:all"))] if by else [],
        )
    }


def places(request: HttpRequest, by: Acting) -> list[Link]:
    """Links to the main places, the one the person is in marked: the nearest, where one place lies within another."""
    found = list(places_of(by))
    around = [address for _, address in found if is_within(request.path, address)]
    nearest = max(around, key=len, default="")
    return [Link(label, address, current=address == nearest) for label, address in found]


def places_of(by: Acting) -> Iterator[tuple[str, str]]:
    """The main places of somebody: what each is called, and its address."""
    declared = [(each.label(), each.route, each.permission) for area in areas() for each in area.places]
    for label, route, permission in (*PLACES, *declared):
        if may(by.role, permission):
            yield label, reverse(route)
        if route == "workforce:my_work" and by.team_id and by.role not in ABOVE_TEAMS and opens_records(by.role):
            yield "My team", reverse("workforce:team", args=[by.team_id])


def is_within(path: str, address: str) -> bool:
    """Whether a page is at an address or below it; My work, at the root, has nothing below it."""
    return path == address or (address != "/" and path.startswith(address))


def account_links() -> Iterator[Link]:
    """Links about the person's own account."""
    yield Link("How you sign in", reverse("mfa_index"))
    yield Link("Where you are signed in", reverse("workforce:sessions"))


def search_box(by: Acting | None) -> SearchBox | None:
    """The search box, for those whose role may search."""
    if by is None or not may(by.role, Permission.SEARCH_PEOPLE):
        return None
    return SearchBox(reverse("search:people"))
