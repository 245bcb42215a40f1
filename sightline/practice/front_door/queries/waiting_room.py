"""Named questions about what people without a sign-in sent, and nobody has taken in yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, When

from sightline.foundation.workforce.models import Post
from sightline.foundation.workforce.queries.people import held_on
from sightline.foundation.workforce.rules import Role
from sightline.practice.front_door.models import ReceivedByForm, ReplyLink
from sightline.practice.front_door.rules import FormKind, SafeNow

MOST_SHOWN = 200


@dataclass(frozen=True)
class Waits:
    """Something in the waiting room, with the link it answers, if it is an answer."""

    form: ReceivedByForm
    link: ReplyLink | None = None


def waiting() -> list[Waits]:
    """Everything that nobody has taken in: children who are not safe first, then the oldest; two queries."""
    not_safe = Case(When(payload__safe_now=SafeNow.NO, then=0), default=1)
    forms = list(ReceivedByForm.objects.filter(settled=None).order_by(not_safe, "received_at")[:MOST_SHOWN])
    digests = [form.token_digest for form in forms if form.token_digest]
    links = ReplyLink.objects.filter(token_digest__in=digests).select_related("child__person")
    by_digest = {link.token_digest: link for link in links}
    return [Waits(form, by_digest.get(form.token_digest)) for form in forms]


def not_safe() -> list[ReceivedByForm]:
    """What partners sent about a child who is not safe now, and nobody has taken in, the oldest first."""
    sent = ReceivedByForm.objects.filter(settled=None, kind=FormKind.REQUEST, payload__safe_now=SafeNow.NO)
    return list(sent.order_by("received_at")[:MOST_SHOWN])


def the_request(key: UUID) -> ReceivedByForm | None:
    """A partner's request that nobody has settled yet."""
    return ReceivedByForm.objects.filter(pk=key, kind=FormKind.REQUEST, settled=None).first()


def was_settled(key: UUID) -> bool:
    """Whether somebody took a partner's request in, or set it aside."""
    return ReceivedByForm.objects.filter(pk=key, kind=FormKind.REQUEST).exclude(settled=None).exists()


def front_door_telephone(today: date) -> str:
    """The number of a team that has duty workers; nothing where none is known."""
    posts = Post.objects.current().filter(held_on(today), role=Role.DUTY, team__closed_on=None)
    numbers = posts.exclude(team__telephone="").order_by("team__name").values_list("team__telephone", flat=True)
    return numbers.first() or ""
