"""Keeps what was typed before anything else is done with it: before sign-in, locks, forms and actions can refuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render, resolve_url
from django.urls import reverse

from sightline.foundation.audit_trail import recorder
from sightline.foundation.documents import drafts, tickets
from sightline.foundation.documents.drafts import Kept, Outcome
from sightline.foundation.documents.forms.uploads import SentFiles, take_in_all
from sightline.foundation.documents.tickets import with_draft


class KeepsDrafts:
    """Saves every post that carries a signed ticket into its author's draft, in a transaction that commits at once.

    The ticket proves that the server gave the form to its author, so it holds where the session has ended: nobody else
    can make one, and whoever holds one can only add to a private draft, never read it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.kept, request.kept_files = None, None  # type: ignore[attr-defined]
        request.kept_was_read, request.recorded_draft = False, None  # type: ignore[attr-defined]
        if request.method != "POST":
            return self.get_response(request)
        try:
            kept = keep_what_was_typed(request)
        except (RequestDataTooBig, TooManyFieldsSent):
            return too_large(request)
        if kept is None:
            return self.get_response(request)
        request.kept = kept  # type: ignore[attr-defined]
        return instead_of_the_page(request, kept) or self.one_after_another(request, kept)

    def one_after_another(self, request: HttpRequest, kept: Kept) -> HttpResponseBase:
        """Answer the copies of one form in turn, so that the second of a double click goes where the first led.

        By then what the form was about may have ended, and its page be gone. Saving by itself waits for nobody.
        """
        if is_autosave(request):
            return self.go_on(request, kept)
        with drafts.in_turn(kept.ticket.draft):
            return answered_before(request, kept) or self.go_on(request, kept)

    def go_on(self, request: HttpRequest, kept: Kept) -> HttpResponseBase:
        """Let the request be answered, and note where a recorded form led."""
        response = self.get_response(request)
        if request.recorded_draft and response.status_code in (302, 303):  # type: ignore[attr-defined]
            with in_the_name_of(kept.ticket.author):
                drafts.went_to(request.recorded_draft, response["Location"])  # type: ignore[attr-defined]
        elif response.status_code == 302 and not request.kept_was_read:  # type: ignore[attr-defined]
            lead_back_to_draft(response, kept)
        return response


@contextmanager
def in_the_name_of(author: UUID) -> Iterator[None]:
    """A transaction of its own in the name of a draft's author."""
    with transaction.atomic():
        recorder.begin(actor=author, session="", request=uuid4(), route="draft")
        yield
        recorder.forget()


def keep_what_was_typed(request: HttpRequest) -> Kept | None:
    """Save a post with a ticket; nothing for posts of other forms. Raises where the post is larger than is read."""
    text = request.POST.get("draft", "")
    signed_in = request.user.is_authenticated
    ticket = tickets.read(text, max_age=None if signed_in else tickets.WITHOUT_SESSION_SECONDS)
    if ticket is None:
        return None
    with in_the_name_of(ticket.author):
        kept = drafts.keep(ticket, drafts.answers_of(request.POST), drafts.version_seen(request.POST))
        if not is_autosave(request) and not kept.went_to:
            request.kept_files = keep_files(request, kept)  # type: ignore[attr-defined]
        return kept


def keep_files(request: HttpRequest, kept: Kept) -> SentFiles:
    """Take in the files of a post with a ticket, so that they too are safe before anything else is done."""
    removed = request.POST.get("remove_one", "")
    return take_in_all(request, draft=kept.ticket.draft, author=kept.ticket.author, removed=removed)


def is_autosave(request: HttpRequest) -> bool:
    """Whether the page saves by itself and reads the answer with a script."""
    return request.headers.get("X-Requested-With") == "autosave"


def instead_of_the_page(request: HttpRequest, kept: Kept) -> HttpResponse | None:
    """The answer to posts that the page must not see: nobody signed in, somebody else, another text, a repeat."""
    if not request.user.is_authenticated:
        return sign_in_again(request, kept)
    if request.user.pk != kept.ticket.author:
        return kept_for_somebody_else(request)
    if is_autosave(request):
        return None
    if kept.outcome is Outcome.CONFLICT:
        return HttpResponseRedirect(reverse("documents:choose", args=[kept.ticket.as_copy().draft]), status=303)
    if kept.outcome is Outcome.RECORDED_BEFORE and kept.went_to:
        return HttpResponseRedirect(kept.went_to)
    return None


def answered_before(request: HttpRequest, kept: Kept) -> HttpResponse | None:
    """Where another copy of the same form, for which this one waited, led."""
    with in_the_name_of(kept.ticket.author):
        went_to = drafts.led_to(kept.ticket.draft, drafts.answers_of(request.POST))
    return HttpResponseRedirect(went_to) if went_to else None


def sign_in_again(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Ask to sign in, and come back to the draft."""
    back = address_of_draft(kept)
    if is_autosave(request):
        return JsonResponse(
            {"reauthenticate": f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': back})}"}, status=401
        )
    return redirect_to_login(back)


def kept_for_somebody_else(request: HttpRequest) -> HttpResponse:
    """Refuse to act in one name on what another typed; it is kept for its author."""
    if is_autosave(request):
        said = "This page was opened under another account. What was typed is kept for that account. Close this page."
        return JsonResponse({"error": said}, status=400)
    return HttpResponseRedirect(reverse("documents:kept_for_another"), status=303)


def address_of_draft(kept: Kept) -> str:
    """Where the draft is taken up again; the page that lost a race comes back to its own text."""
    ticket = kept.ticket.as_copy() if kept.outcome is Outcome.CONFLICT else kept.ticket
    return with_draft(ticket.address, ticket.draft)


def lead_back_to_draft(response: HttpResponseBase, kept: Kept) -> None:
    """Where a lock or a sign-in comes before the form, let it lead back to the draft and not to an empty page."""
    parts = urlsplit(response["Location"])
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    if "next" in asked:
        back = urlencode(asked | {"next": address_of_draft(kept)})
        response["Location"] = urlunsplit(parts._replace(query=back))


def too_large(request: HttpRequest) -> HttpResponse:
    """The answer to a post that is larger than is read at all."""
    if is_autosave(request):
        return JsonResponse({"error": drafts.TOO_LONG}, status=413)
    return render(request, "documents/too_large.html", {"sentence": drafts.TOO_LONG}, status=413)
