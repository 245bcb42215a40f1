"""The transaction of a request: begin, say who asks, act, render fully, commit, then send."""

from collections.abc import Callable, Iterable
from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from sightline.foundation.access import queries
from sightline.foundation.access.opening import NoSuchRecord
from sightline.foundation.audit_trail import recorder
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.verification import is_verified

UNDONE = {403, 404, 500}  # what a refused or failed request did is rolled back


class Reading:
    """The people whom the lists on this page showed; one entry in the read log for the whole response."""

    def __init__(self) -> None:
        self.people: dict[UUID, None] = {}

    def shows(self, people: Iterable[UUID]) -> None:
        """Note that these people stand in a list on this page."""
        self.people.update(dict.fromkeys(people))


class RecordTransaction:
    """Wraps every request in one transaction; refusals, and drafts of failed requests, are written after its rollback."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.reading, request.refused, request.keep_on_failure = Reading(), None, None  # type: ignore[attr-defined]
        with transaction.atomic():
            request.acting = acting_of(request)  # type: ignore[attr-defined]
            self.begin(request)
            response = self.respond(request)
            if response.status_code in UNDONE:
                transaction.set_rollback(True)
            else:
                recorder.show(list(request.reading.people), basis="shown in a list")  # type: ignore[attr-defined]
                recorder.forget()
        if response.status_code in UNDONE:
            self.after_rollback(request, response)
        return response

    def begin(self, request: HttpRequest) -> None:
        """Say who asks, and lay out what they reach, asked for only when a record is."""
        by: Acting | None = request.acting  # type: ignore[attr-defined]
        request.request_id = uuid4()  # type: ignore[attr-defined]
        recorder.begin(
            actor=by.practitioner_id if by else None,
            session=by.session if by else "",
            request=request.request_id,  # type: ignore[attr-defined]
            route=request.path_info[:120],
        )
        request.reach = SimpleLazyObject(lambda: queries.reach(by)) if by else None  # type: ignore[attr-defined]

    def respond(self, request: HttpRequest) -> HttpResponseBase:
        """The response, rendered in full while the transaction is open."""
        response = self.get_response(request)
        if hasattr(response, "render") and not getattr(response, "is_rendered", True):
            response.render()
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response

    def after_rollback(self, request: HttpRequest, response: HttpResponse | HttpResponseBase) -> None:
        """Log a refusal, and keep what was typed into a request that failed."""
        by: Acting | None = request.acting  # type: ignore[attr-defined]
        with transaction.atomic():
            self.begin(request)
            if refusal := request.refused:  # type: ignore[attr-defined]
                recorder.refuse(
                    actor=by.practitioner_id if by else None,
                    session=by.session if by else "",
                    route=request.path_info[:120],
                    asked_for=refusal.asked_for,
                    why=refusal.why,
                )
            if request.keep_on_failure:  # type: ignore[attr-defined]
                request.keep_on_failure()  # type: ignore[attr-defined]
            recorder.forget()

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Remember a refusal until its transaction is gone."""
        if isinstance(exception, NoSuchRecord):
            request.refused = exception  # type: ignore[attr-defined]


def acting_of(request: HttpRequest) -> Acting | None:
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


def session_name(request: HttpRequest) -> str:
    """A name for the session that is not its key: what the audit keeps cannot be used to sign in."""
    if "name" not in request.session:
        request.session["name"] = uuid4().hex
    return str(request.session["name"])
