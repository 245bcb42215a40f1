"""The transaction of a request: begin, say who asks, act, render fully, commit, then send."""

from collections.abc import Callable
from contextlib import suppress
from typing import cast
from uuid import uuid4

from django.db import DatabaseError, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from sightline.foundation.access import queries
from sightline.foundation.access.request import NoSuchRecord, Reading, RecordRequest
from sightline.foundation.audit_trail import recorder
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.verification import is_verified

UNDONE = {403, 404, 500, 503}  # what a refused or failed request did is rolled back


class RecordTransaction:
    """One transaction for each request; what must outlive a refused or failed one is written after its rollback."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, plain: HttpRequest) -> HttpResponseBase:
        request = cast(RecordRequest, plain)
        request.reading, request.refused, request.keep_on_failure = Reading(), None, None
        request.acting = cast(Acting, None)
        try:
            response = self.in_transaction(request)
        except Exception:
            with suppress(DatabaseError):  # where the database is away, nothing was read that could be shown
                self.after_rollback(request)
            raise
        if response.status_code in UNDONE:
            self.after_rollback(request)
        return response

    def in_transaction(self, request: RecordRequest) -> HttpResponseBase:
        """The response; what it did is committed, or rolled back where the request was refused or failed."""
        with transaction.atomic():
            request.acting = cast(Acting, acting_of(request))  # guarded views never see nobody
            self.begin(request)
            response = self.respond(request)
            if response.status_code in UNDONE:
                transaction.set_rollback(True)
            else:
                recorder.forget(request.reading.people, basis=request.reading.basis)
        return response

    def begin(self, request: RecordRequest) -> None:
        """Say who asks, and lay out what they reach, asked for only when a record is."""
        by: Acting | None = request.acting
        request.request_id = uuid4()
        recorder.begin(
            actor=by.practitioner_id if by else None,
            session=by.session if by else "",
            request=request.request_id,
            route=route_of(request),
        )
        request.reach = cast(queries.Reach, SimpleLazyObject(lambda: queries.reach(request.acting)))

    def respond(self, request: RecordRequest) -> HttpResponseBase:
        """The response, rendered in full while the transaction is open."""
        response = self.get_response(request)
        if hasattr(response, "render") and not getattr(response, "is_rendered", True):
            response.render()
        if "Cache-Control" not in response:  # also before sign-in: the first link names whose it is
            response["Cache-Control"] = "no-store"
        return response

    def after_rollback(self, request: RecordRequest) -> None:
        """Log what was read and a refusal, and keep what was typed into a request that failed."""
        by: Acting | None = request.acting
        opened = recorder.opened_so_far()
        with transaction.atomic():
            self.begin(request)
            recorder.log_again(opened)
            if refusal := request.refused:
                recorder.refuse(
                    actor=by.practitioner_id if by else None,
                    session=by.session if by else "",
                    route=route_of(request),
                    asked_for=refusal.asked_for,
                    why=refusal.why,
                )
            if request.keep_on_failure:
                request.keep_on_failure()
            recorder.forget()

    def process_exception(self, request: RecordRequest, exception: Exception) -> None:
        """Remember a refusal until its transaction is gone."""
        if isinstance(exception, NoSuchRecord):
            request.refused = exception


def route_of(request: RecordRequest) -> str:
    """The address that was asked for, as the audit keeps it: a character that no text column takes is shown instead."""
    return request.path_info.replace("\x00", "\u2400")[:300]


def acting_of(request: RecordRequest) -> Acting | None:
    """Who acts in this request: a verified practitioner in the post they hold today; otherwise nobody."""
    user = request.user
    if not user.is_authenticated or not user.is_active or not is_verified(request):
        return None
    post = queries.post_of(user.pk)
    if post is None:
        return None
    return Acting(
        practitioner_id=user.pk,
        name=user.name,
        role=post.role,
        team_id=post.team_id,
        session=session_name(request),
    )


def session_name(request: RecordRequest) -> str:
    """A name for the session that is not its key: what the audit keeps cannot be used to sign in."""
    if "name" not in request.session:
        request.session["name"] = uuid4().hex
    return str(request.session["name"])
