"""Searching for people: asked by post, so that no name stands in an address, a history or a log."""

from datetime import date
from secrets import token_urlsafe

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.search.forms import SearchForm
from sightline.foundation.search.presenters import Results, results
from sightline.foundation.search.queries import find_people
from sightline.foundation.search.rules import read_query

KEPT_SEARCHES = 10  # in the session, so that going back to a list works


@for_practitioners(Permission.SEARCH_PEOPLE)
def people(request: RecordRequest) -> HttpResponse:
    """Ask for people, and show those who were found."""
    if request.method == "POST":
        form = SearchForm(request.POST)
        if form.is_valid():
            return redirect(f"{reverse('search:people')}?asked={keep(request, form.cleaned_data['q'])}")
        return render(request, "search/people.html", {"form": form})
    typed = request.session.get("searches", {}).get(request.GET.get("asked", ""), "")
    form = SearchForm(initial={"q": typed})
    found = search(request, typed, london_today()) if typed else None
    return render(request, "search/people.html", {"form": form, "results": found, **offers(request, typed)})


def keep(request: RecordRequest, typed: str) -> str:
    """Keep what was asked in the session, and the word under which it is found again."""
    searches: dict[str, str] = request.session.get("searches", {})
    word = token_urlsafe(6)
    recent = list(searches.items())[-KEPT_SEARCHES + 1 :]
    request.session["searches"] = dict([*recent, (word, typed)])
    return word


def search(request: RecordRequest, typed: str, today: date) -> Results:
    """The people who fit; everybody who is shown, also as a card without a name, stands in the read log."""
    tells = may(request.acting.role, Permission.BREAK_GLASS)
    found = results(find_people(read_query(typed), tells_of_restricted=tells), today)
    request.reading.shows(found.shown)
    return found


def offers(request: RecordRequest, typed: str) -> dict[str, object]:
    """What to do when the person is not among the results."""
    may_add = may(request.acting.role, Permission.ADD_PERSON)
    return {
        "add_url": reverse("children:add") if may_add and typed else "",
        "nothing_to_find": typed and read_query(typed).is_empty,
    }
