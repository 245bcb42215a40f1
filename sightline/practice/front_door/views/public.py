"""Pages for people without a sign-in: an agency answers with its link, a partner sends a worry. They show nobody."""

from __future__ import annotations

import hmac
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from sightline.foundation.access.policies import open_to_anyone
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal
from sightline.practice.front_door import actions, forms, queries
from sightline.practice.front_door.queries import LinkAsked

CLOSED = "The code is not right, or the link is not live any more. Ask whoever sent it to you, by telephone"
TOO_MANY = "Too many forms are coming in just now. Nothing was sent: ring us instead, or try again in a few minutes"
SENT_ALREADY = (
    "This page was sent already, with the reference {reference}, and you have changed it since. What you changed has "
    "not been sent: send it once more, and it comes to us as a form of its own"
)
TOO_LONG = "This is more than the form takes. Nothing was sent: shorten it, or ring us"
OPENED = "front_door.opened"


@open_to_anyone("An agency answers a check with a link and a code; the page tells nothing about anybody.")
@sensitive_post_parameters()
def reply(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code, then what the agency knows; a link that was never made looks like one that is not live."""
    token = token[:100]
    if request.method != "POST":
        return ask_code(request, forms.CodeForm())
    if too_long(request):
        return ask_code(request, forms.CodeForm(), TOO_LONG, status=413)
    if "opened" in request.POST:
        return answered(request, token)
    form = forms.CodeForm(request.POST)
    if not form.is_valid():
        return ask_code(request, form)
    link = opened_by(token, form.cleaned_data["code"])
    if link is None:
        return ask_code(request, form, CLOSED)
    asked = forms.ReplyForm(link=link, initial={"opened": signing.dumps(str(link.link), salt=OPENED)})
    return ask_reply(request, asked, link)


def opened_by(token: str, code: str) -> LinkAsked | None:
    """The live link that a code opens; a wrong code is counted, and after a few the link takes none for an hour.

    Nothing is counted for a link that was never made, or strangers could fill the counts until older ones are dropped.
    """
    digest = queries.digest_of(token)
    link = queries.link_of(digest)
    if link is None or not link.is_live(timezone.now()) or not actions.may_try_code(digest):
        return None
    typed = "".join(each for each in code if each.isascii() and each.isdigit())
    if hmac.compare_digest(queries.code_of(link.link), typed):
        return link
    actions.count_wrong_code(digest)
    return None


def answered(request: HttpRequest, token: str) -> HttpResponse:
    """Put what the agency sent into the waiting room, and show them their copy."""
    digest = queries.digest_of(token)
    link = queries.link_of(digest)
    if link is None or not was_opened(request, link):
        return ask_code(request, forms.CodeForm(), CLOSED)
    form = forms.ReplyForm(request.POST, link=link)
    if not form.is_valid() or form.key is None:
        return ask_reply(request, form, link)
    reference = forms.reference_of(form.key)
    try:
        actions.send_reply(key=form.key, reference=reference, digest=digest, payload=form.payload())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return ask_reply(request, form, link)
    return received(request, form, reference)


def was_opened(request: HttpRequest, link: LinkAsked) -> bool:
    """Whether this browser opened the link with its code in the last hours."""
    try:
        opened = signing.loads(request.POST.get("opened", ""), salt=OPENED, max_age=forms.PAGE_LIVES)
    except signing.BadSignature:
        return False
    return bool(opened == str(link.link))


@open_to_anyone("A partner sends a worry without a sign-in; the page tells nothing about anybody.")
@sensitive_post_parameters()
def partners_request(request: HttpRequest) -> HttpResponse:
    """Take what a partner sends, and give them their copy with a reference."""
    if request.method != "POST":
        return ask_request(request, forms.RequestForm())
    if too_long(request):
        return ask_request(request, forms.RequestForm(), TOO_LONG, status=413)
    form = forms.RequestForm(request.POST)
    if forms.ADD_CHILD in request.POST or not form.is_valid() or form.key is None:
        return ask_request(request, form)
    reference, payload = forms.reference_of(form.key), form.payload()
    if before := actions.sent_before(form.key):
        return sent_again(request, form, reference, same=before == actions.digest_of_sent(payload))
    if not actions.may_send_form(sender_of(request)):
        return ask_request(request, form, TOO_MANY, status=429)
    actions.send_request(key=form.key, reference=reference, payload=payload)
    actions.note_sent(form.key, payload)
    return received(request, form, reference)


def sent_again(request: HttpRequest, form: Any, reference: str, *, same: bool) -> HttpResponse:
    """The answer to a page that was sent before: the copy, or where it was changed since, that this has not arrived."""
    if same:
        return received(request, form, reference)
    form.new_ticket()
    return ask_request(request, form, SENT_ALREADY.format(reference=reference))


def sender_of(request: HttpRequest) -> str:
    """The address a form comes from, as far as a proxy of ours says it; one home or office counts as one."""
    sender, passed = request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    hops = [*(each.strip() for each in passed.split(",") if each.strip()), sender]
    while len(hops) > 1 and hops[-1] in settings.SIGHTLINE_PROXIES:
        hops.pop()
    try:
        found = ip_address(hops[-1])
    except ValueError:
        return ""
    if hops[-1] in settings.SIGHTLINE_PROXIES:
        return ""  # the proxy does not say for whom it asks: everybody would count as one
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, 64), strict=False))


def too_long(request: HttpRequest) -> bool:
    """Whether more was sent than any of these forms can hold."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > forms.LONGEST


def ask_code(request: HttpRequest, form: Any, wrong: str = "", status: int = 200) -> HttpResponse:
    """The page that asks for the code; the same for every address."""
    if wrong and form.is_bound:
        form.add_error(None, wrong)
        wrong = ""
    return page(request, "code", {"form": form, "wrong": wrong}, status)


def ask_reply(request: HttpRequest, form: Any, link: LinkAsked) -> HttpResponse:
    """The questions of a link that was opened."""
    return page(request, "reply", {"form": form, "agency": link.agency}, 200)


def ask_request(request: HttpRequest, form: Any, wrong: str = "", status: int = 200) -> HttpResponse:
    """The form of partners."""
    return page(request, "request", {"form": form, "wrong": wrong}, status)


def received(request: HttpRequest, form: Any, reference: str) -> HttpResponse:
    """The sender's own copy, to print or keep, with the reference."""
    rows = [(question, answer.splitlines()) for question, answer in form.said()]
    return page(request, "received", {"rows": rows, "reference": reference}, 200)


def page(request: HttpRequest, name: str, shown: dict[str, Any], status: int) -> HttpResponse:
    """A public page, with the number to ring."""
    context = shown | {"telephone": queries.front_door_telephone(london_today())}
    return render(request, f"front_door/public/{name}.html", context, status=status)
