"""Lists that a practitioner keeps under a name, for My work."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.forms.kept_lists import KeepForm, RemoveForm
from sightline.foundation.workforce.presenters.kept_lists import list_at
from sightline.foundation.workforce.queries.kept_lists import list_kept


@for_practitioners()
def keep(request: RecordRequest) -> HttpResponse:
    """Give a list a name, as it is narrowed now."""
    form = KeepForm(request, initial={"of": request.GET.get("of", "")})
    asked = request.POST.get("of", "") or request.GET.get("of", "")
    found = list_at(asked)
    if request.method == "POST" and found is None:
        raise NoSuchRecord(None, "no list to keep")
    answers = form.is_final() and form.cleaned_data
    if found and answers:
        kept = {"route": found.route, "of": found.of, "query": found.query}
        if form.record(actions.keep_list, name=answers["name"], **kept):
            return redirect("workforce:my_work")
    shown = {"form": form if found else None, "heading": "Keep a list", "submit": "Keep it"}
    return render(request, "workforce/kept_list.html", shown)


@for_practitioners()
def remove(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Keep a list no longer."""
    kept = list_kept(request.user.pk, fact_id)
    if kept is None:
        raise NoSuchRecord(None, "no such list")
    form = RemoveForm(request)
    if form.is_final() and form.record(actions.remove_list, kept=kept):
        return redirect("workforce:my_work")
    shown = {"form": form, "heading": "Remove this list?", "name": kept.name, "submit": "Remove it"}
    return render(request, "workforce/kept_list.html", shown)
