"""Questions about practitioners and their posts."""

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.models import Post, Practitioner


def practitioner(practitioner_id: UUID) -> Practitioner:
    """One practitioner; raises Practitioner.DoesNotExist."""
    return Practitioner.objects.get(pk=practitioner_id)


def practitioners() -> QuerySet[Practitioner]:
    """Everybody who works or worked here, by name."""
    return Practitioner.objects.order_by("name", "email")


def at_work_on(day: date) -> Q:
    """Practitioners who may sign in on a day."""
    return Q(suspended_at=None, starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gte=day))


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


def may_work_with_children(practitioner_id: UUID, day: date) -> bool:
    """Whether somebody is at work on a day, in a role that opens records."""
    post = posts().filter(held_on(day), practitioner=practitioner_id).order_by("-began", "-id").first()
    if post is None:
        return False
    person = post.practitioner
    works = rules.may_work(day, starts_on=person.starts_on, ends_on=person.ends_on, suspended=bool(person.suspended_at))
    return works and may(post.role, Permission.OPEN_RECORD)


def working_in(teams: set[UUID], day: date) -> QuerySet[Practitioner]:
    """Everybody at work in these teams on a day, with role and team of the post they hold."""
    held = Q(posts__superseded_at=None, posts__contested=False, posts__began__lte=day, posts__team__in=teams)
    not_over = Q(posts__ended=None) | Q(posts__ended__gt=day)
    found = Practitioner.objects.filter(at_work_on(day), held, not_over)
    return found.annotate(role=F("posts__role"), team_id=F("posts__team_id")).order_by("name")
