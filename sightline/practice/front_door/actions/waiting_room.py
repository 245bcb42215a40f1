"""What people without a sign-in send, and what becomes of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Recorded, Work, action
from sightline.foundation.facts import Acting, system
from sightline.foundation.standing import NotNow, refuse_without
from sightline.practice.front_door import queries
from sightline.practice.front_door.actions.attempts import wait_for_turn
from sightline.practice.front_door.models import ReceivedByForm, SettledForm
from sightline.practice.front_door.rules import FormKind, SettledHow

PUBLIC_FORM = "a public form"
NOT_LIVE = "The link is not live any more. What you typed is still below: ring us and read it out."


def send_request(*, key: UUID, reference: str, payload: dict[str, Any]) -> Recorded:
    """Put what a partner sent into the waiting room; the same form sent again has no second effect."""
    by = system(PUBLIC_FORM, request_key=key)
    return receive(kind=FormKind.REQUEST, key=key, reference=reference, payload=payload, by=by)


def send_reply(*, key: UUID, reference: str, digest: str, payload: dict[str, Any]) -> Recorded:
    """Put what an agency answered with its link into the waiting room; sent again it has no second effect."""
    by = system(PUBLIC_FORM, request_key=key)
    return receive(kind=FormKind.REPLY, key=key, reference=reference, digest=digest, payload=payload, by=by)


@action(permission=Permission.TAKE_IN_FORMS, says="sent a form without a sign-in")
def receive(*, kind: str, key: UUID, reference: str, payload: dict[str, Any], digest: str = "", by: Acting) -> Work:
    """What was sent, as it was sent; raises NotNow where the link it answers is not live."""
    if kind == FormKind.REPLY:
        wait_for_turn(digest)
        link = queries.link_of(digest)
        if link is None or not link.is_live(timezone.now()):
            raise NotNow(NOT_LIVE)
    made = ReceivedByForm(
        pk=key, kind=kind, reference=reference, token_digest=digest, payload=payload, received_at=timezone.now()
    )
    yield made
    return made


@action(permission=Permission.TAKE_IN_FORMS, says="settled what a partner sent")
def settle_request(*, form_id: UUID, how: str, why: str = "", by: Acting) -> Work:
    """Say what became of a partner's request: taken into the record, or set aside for a reason."""
    form = queries.the_request(form_id)
    if form is None:
        raise NotNow("Somebody settled this before you.")
    if how == SettledHow.SET_ASIDE:
        refuse_without(why, asks="Say why it is set aside.")
    made = SettledForm(form=form, how=how, why=why)
    yield made
    return made
