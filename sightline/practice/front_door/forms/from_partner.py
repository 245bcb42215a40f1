"""A partner's form as the beginning of a contact: a draft of whoever takes it in, so that nothing is typed again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.urls import reverse

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.calendar.words import in_london
from sightline.foundation.documents import drafts, tickets
from sightline.practice.front_door.forms.intake import IntakeForm
from sightline.practice.front_door.rules import CameBy, SafeNow

KNOWN_TO_PARENTS = {
    "agree": "The parents know of this, and agree.",
    "know": "The parents know of this, and do not agree.",
    "no": "The parents were not asked.",
    "unsafe": "The parents do not know: asking would raise the risk.",
}
RECEIVED = "received"  # in the address of a contact: the form it began with, settled once it is recorded
ALSO = (("done_now", "What was done"), ("address", "Where the child lives"), ("others", "Who else lives there"))


def begin_intake(request: RecordRequest, key: UUID, payload: Mapping[str, Any], received_at: datetime) -> str:
    """Begin a contact with what a partner sent; gives the address where it is gone on with.

    Whoever asks again comes back to what they began, as they have left it.
    """
    author = request.acting.practitioner_id
    assert author is not None
    address = f"{reverse('front_door:take')}?{RECEIVED}={key}"
    ticket = tickets.begin(
        author=author,
        draft=uuid5(author, str(key)),
        form=IntakeForm.form_code,
        form_version=IntakeForm.form_version,
        title=str(IntakeForm.title),
        address=address,
        subjects=[],
    )
    if drafts.load(ticket.draft, ticket.form) is None:
        ticket = drafts.keep(ticket, dict(answers(payload, received_at)), 0).ticket
    return tickets.with_draft(address, ticket.draft)


def answers(payload: Mapping[str, Any], received_at: datetime) -> Iterator[tuple[str, list[str]]]:
    """What a partner sent, by the boxes of the form that takes a contact."""
    came = in_london(received_at)
    plain = {
        "safe_now": payload.get("safe_now", ""),
        "done_now": payload.get("done_now", "")[:500] if payload.get("safe_now") == SafeNow.NO else "",
        "came_by": CameBy.PARTNER_FORM.value,
        "received_on-day": str(came.day),
        "received_on-month": str(came.month),
        "received_on-year": str(came.year),
        "received_at": f"{came:%H:%M}",
        "story-what_about": what_about(payload),
        "who-name": payload.get("your_name", ""),
        "who-role": payload.get("your_role", "")[:120],
        **{f"who-{name}": payload.get(name, "") for name in ("organisation", "telephone", "email")},
        **{f"story-{name}": payload.get(name, "") for name in ("life", "own_words", "protects", "not_known")},
    }
    children: Sequence[Mapping[str, str]] = payload.get("children", ())
    yield "children-rows", [",".join(str(place) for place, _ in enumerate(children or [{}]))]
    for place, child in enumerate(children):
        plain |= {f"children-{place}-{name}": said for name, said in a_child(child).items()}
    yield from ((name, [said]) for name, said in plain.items() if said)


def what_about(payload: Mapping[str, Any]) -> str:
    """The worry, and what has no box of its own."""
    parts = [payload.get("worried", ""), KNOWN_TO_PARENTS.get(payload.get("parents_know", ""), "")]
    parts += [f"{heading}: {payload[name]}" for name, heading in ALSO if payload.get(name)]
    return "\n\n".join(part for part in parts if part)


def a_child(child: Mapping[str, str]) -> dict[str, str]:
    """One child as a partner named them: the last word is the family's name."""
    given, _, family = child.get("name", "").strip().rpartition(" ")
    said = {"given_names": given or family, "family_name": family if given else ""}
    year, _, rest = child.get("born", "").partition("-")
    if rest:
        month, _, day = rest.partition("-")
        boxes = {"birth_date-day": day, "birth_date-month": month, "birth_date-year": year}
        said |= {"how_old": "date", **boxes}
    age, in_words = child.get("age", ""), ""
    if not age.isdecimal():  # as the form asked for it before it asked for a number
        in_words = age
    elif not rest:
        said |= {"how_old": "about", "age": age}
    own = [("About how old", in_words), ("School or nursery", child.get("school", ""))]
    return said | {"own": "\n".join(f"{heading}: {words}" for heading, words in own if words)}
