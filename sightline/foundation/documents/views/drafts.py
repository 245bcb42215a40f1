"""Saving a draft, choosing between two texts of it, and discarding it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents import drafts, tickets
from sightline.foundation.documents.drafts import Kept, Outcome
from sightline.foundation.documents.forms.choosing import ChooseTexts, DiscardForm
from sightline.foundation.documents.presenters.conflict import ASKING, drafts_side_by_side
from sightline.foundation.documents.queries.drafts import draft_of, original_of
from sightline.ui.forms.questions import POINTED
from sightline.ui.preferred_words import pointed_out

SAYS_NOTHING = "This page lost its draft. Copy what you typed, reload the page and paste it there."


def posted(request: RecordRequest) -> QueryDict | None:
    """What was sent, even if it is empty; nothing for a page that is opened."""
    return request.POST if request.method == "POST" else None


@for_practitioners(Permission.WORK)
@require_POST
def autosave(request: RecordRequest, draft_id: UUID) -> HttpResponse:
    """What became of a draft that a page saved by itself; it was kept before this view was reached."""
    kept: Kept | None = getattr(request, "kept", None)
    if kept is None:
        return JsonResponse({"error": SAYS_NOTHING}, status=400)
    match kept.outcome:
        case Outcome.TOO_LONG:
            return JsonResponse({"error": drafts.TOO_LONG}, status=413)
        case Outcome.CONFLICT:
            both = {"yours": kept.yours, "theirs": kept.theirs, "version": kept.version}
            return JsonResponse(both, status=409)
    at = format_time(kept.saved_at or timezone.now())
    saved = {"saved": at, "draft": tickets.sign(kept.ticket), "version": kept.version}
    return JsonResponse(saved | {"words": words_of(request.POST) | pointed_by_form(kept.ticket.form, request.POST)})


def words_of(typed: QueryDict) -> dict[str, list[str]]:
    """What could be said differently in each answer that holds text; it is told to the page and kept nowhere."""
    found = {name: [str(each) for each in pointed_out(str(typed[name]))] for name in typed}
    return {name: each for name, each in found.items() if each}


def pointed_by_form(code: str, typed: QueryDict) -> dict[str, list[str]]:
    """What the form itself points out of what was typed, by the key of its place on the page."""
    form = ASKING.get(code)
    found = form.pointed_out_in({name: str(typed[name]) for name in typed}) if form else {}
    return {f"{name}{POINTED}": said for name, said in found.items() if said}


@for_practitioners(Permission.WORK)
def choose(request: RecordRequest, draft_id: UUID) -> HttpResponse:
    """Both texts of a form that two pages changed, side by side; one of each pair is kept."""
    copy, original = draft_of(draft_id), original_of(draft_id)
    if copy is None:
        raise NoSuchRecord(None, "no such draft")
    if original is None:
        return redirect(copy.link)
    pairs = drafts_side_by_side(original, copy)
    form = ChooseTexts(posted(request), pairs=pairs)
    if not pairs or (request.method == "POST" and form.is_valid()):
        drafts.settle(original.id, copy.id, form.chosen() if pairs else {})
        return redirect(original.link)
    return render(request, "documents/choose.html", {"form": form, "pairs": form.asked_pairs(), "draft": original})


@for_practitioners(Permission.WORK)
def discard(request: RecordRequest, draft_id: UUID) -> HttpResponse:
    """Throw a draft away, once its author has said so."""
    draft = draft_of(draft_id)
    if draft is None:
        raise NoSuchRecord(None, "no such draft")
    form = DiscardForm(posted(request))
    if request.method == "POST" and form.is_valid():
        drafts.end(draft.id, request.user.pk, "")
        messages.success(request, f"The draft “{draft.title}” was discarded.")
        return redirect("/")
    return render(request, "documents/discard.html", {"form": form, "draft": draft})


@for_practitioners(Permission.WORK)
def kept_for_another(request: RecordRequest) -> HttpResponse:
    """Says that what was typed under another account is kept for that account, and was not recorded."""
    return render(request, "documents/kept_for_another.html")
