"""Questions about practitioners and their posts."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.models import Post, Practitioner


def practitioner(practitioner_id: UUID) -> Practitioner:
    """One practitioner; raises Practitioner.DoesNotExist."""
    return Practitioner.objects.get(pk=practitioner_id)


def names_of(keys: Iterable[UUID]) -> dict[UUID, str]:
    """The names of these practitioners."""
    return dict(Practitioner.objects.filter(pk__in=list(keys)).values_list("pk", "name"))


def practitioners() -> QuerySet[Practitioner]:
    """Everybody who works or worked here, by name."""
    return Practitioner.objects.order_by("name", "email")


def found_practitioners(name: str, who: str, day: date) -> QuerySet[Practitioner]:
    """Practitioners whose name or address contains what was typed, of those at work, suspended, gone or all."""
    found = practitioners()
    if name:
        found = found.filter(Q(name__icontains=name) | Q(email__icontains=name))
    at_work = Q(suspended_at=None) & (Q(ends_on=None) | Q(ends_on__gte=day))
    chosen = {"at_work": at_work, "suspended": Q(suspended_at__isnull=False), "left": Q(ends_on__lt=day)}
    return found.filter(chosen[who]) if who in chosen else found


def holder_of(email: str) -> UUID | None:
    """Who signs in with this address."""
    return Practitioner.objects.filter(email__iexact=email).values_list("pk", flat=True).first()


def held_on(day: date) -> Q:
    """Posts that are held on a day; on the day of a change both are, and the newer one counts."""
    return Q(began__lte=day) & (Q(ended=None) | Q(ended__gte=day))


def open_post(practitioner_id: UUID) -> Post | None:
    """The post that somebody holds until further notice, or will hold."""
    return posts().filter(practitioner=practitioner_id, ended=None).first()


def post_on(practitioner_id: UUID, day: date) -> Post | None:
    """The post somebody holds on a day."""
    return posts().filter(held_on(day), practitioner=practitioner_id).order_by("-began", "-id").first()


def posts() -> QuerySet[Post]:
    """Posts that stand, with their team and manager."""
    return Post.objects.current().select_related("team", "manager", "practitioner")


def team_of(practitioner_id: UUID, day: date) -> UUID | None:
    """The team somebody works in on a day."""
    post = post_on(practitioner_id, day)
    return post.team_id if post else None


def managers() -> dict[UUID, UUID]:
    """Who manages whom today: practitioner to manager."""
    open_posts = Post.objects.current().filter(ended=None).exclude(manager=None)
    return dict(open_posts.values_list("practitioner_id", "manager_id"))


def opens_records(role: str) -> bool:
    """Whether a role works with children's records at all."""
    return may(role, Permission.OPEN_RECORD)


def may_work_with_children(practitioner_id: UUID, day: date) -> bool:
    """Whether somebody is at work on a day, in a role that opens records."""
    post = post_on(practitioner_id, day)
    if post is None:
        return False
    person = post.practitioner
    works = rules.may_work(day, starts_on=person.starts_on, ends_on=person.ends_on, suspended=bool(person.suspended_at))
    return works and opens_records(post.role)


def with_posts(day: date) -> list[Post]:
    """The post of everybody at work on a day, by name; on the day of a change the newer one."""
    at_work = Q(practitioner__suspended_at=None, practitioner__starts_on__lte=day)
    not_left = Q(practitioner__ends_on=None) | Q(practitioner__ends_on__gte=day)
    newest: dict[UUID, Post] = {}
    for post in posts().filter(held_on(day), at_work, not_left).order_by("practitioner__name", "began", "id"):
        newest[post.practitioner_id] = post
    return list(newest.values())


def post_history(practitioner_id: UUID) -> QuerySet[Post]:
    """Every post somebody held, the latest first."""
    return posts().filter(practitioner=practitioner_id).order_by("-began", "-id")


def open_posts(people: Iterable[UUID]) -> dict[UUID, Post]:
    """The post each of these people holds until further notice."""
    return {post.practitioner_id: post for post in posts().filter(practitioner__in=list(people), ended=None)}
