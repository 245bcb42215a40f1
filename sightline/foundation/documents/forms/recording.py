"""The form that every area builds on: drafts, versions, one effect for each request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar
from uuid import UUID

from django.db import OperationalError
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled

from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents import drafts, receiving, tickets
from sightline.foundation.documents.drafts import Kept, Outcome
from sightline.foundation.documents.forms.repeating import Button, Repeating
from sightline.foundation.documents.forms.uploads import SentFiles, take_in_all
from sightline.foundation.documents.presenters.conflict import ASKING, Pair, conflict
from sightline.foundation.documents.tickets import Ticket, with_draft
from sightline.foundation.door import Conflict, Recorded, Refusal
from sightline.foundation.facts import Acting
from sightline.foundation.identifiers import new_id
from sightline.ui.forms import Autosave, Hidden

HELD_UP = (QueryCanceled, LockNotAvailable, DeadlockDetected)
BUSY = "The service was busy, and nothing was recorded. What you typed is kept: send it again"
NOT_TAKEN = {
    Outcome.TOO_LONG: drafts.TOO_LONG,
    Outcome.CONFLICT: "This form was also changed somewhere else. Both texts are in your list of drafts",
    Outcome.BEGUN_AGAIN: "This was recorded or discarded already. What you changed since then is kept as a new draft: "
    "send it again only if you want to record it a second time",
}


class RecordingForm(Repeating):
    """A form whose answers are kept from the first key to the record, however the request or the session ends."""

    form_code: ClassVar[str] = ""  # "child_protection.strategy_discussion": never changes once drafts may exist
    form_version: ClassVar[int] = 1
    title: ClassVar[Any] = ""  # what the draft is called in the author's list; names nobody

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.form_code:
            ASKING[cls.form_code] = cls

    def __init__(
        self, request: HttpRequest, *, subjects: Iterable[UUID] = (), changing: Any = None, **options: Any
    ) -> None:
        self.request, self.subjects = request, list(subjects)
        self.kept: Kept | None = None
        self.recorded: Recorded | None = None
        self.conflict: list[Pair] = []
        self.left_over: dict[str, list[str]] = {}
        data = self.posted() if self.is_posted() else self.taken_up()
        self.sent_files = self.taken_in() if data is not None else SentFiles({}, {})
        files = None if data is None else self.sent_files
        super().__init__(data, files, restored=data is not None and not self.is_sent(), **options)
        self.autosave = Autosave(
            url=reverse("documents:autosave", args=[self.ticket.draft]),
            draft=tickets.sign(self.ticket.on_new_page()),
            version=self.version,
            saved=format_time(self.saved_at) if self.saved_at else "",
        )
        if changing is not None:
            self.fields["seen_version"] = Hidden(initial=str(changing.version))
        for file in self.sent_files.kept.values():
            self.save_on_enter()
            asked = {"text": f"Remove {file.name}", "sends": "remove_one", "value": f"file:{file.id}"}
            self.add_part("", Button, prefix=f"file-{file.id}", **asked)

    # Where the answers come from

    def is_posted(self) -> bool:
        """Whether this form, and not another one on the same page, was sent."""
        if self.request.method != "POST":
            return False
        ticket = tickets.read(self.request.POST.get("draft", ""))
        return ticket is None or ticket.form == self.form_code

    def is_sent(self) -> bool:
        """Whether the form was sent to be recorded, and not only to be saved or to grow by another question."""
        return self.kept is not None and not drafts.BUTTONS & self.request.POST.keys()

    def fresh_ticket(self, draft: UUID | None = None) -> Ticket:
        """A ticket for a draft that begins here, or goes on."""
        by: Acting = self.request.acting  # type: ignore[attr-defined]
        assert by.practitioner_id is not None
        return tickets.begin(
            author=by.practitioner_id,
            draft=draft or new_id(),
            form=self.form_code,
            form_version=self.form_version,
            title=str(self.title),
            address=self.address(),
            subjects=self.subjects,
        )

    def address(self) -> str:
        """Where this form is found again: the address without the draft it restores."""
        query = self.request.GET.copy()
        query.pop("draft", None)
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path

    def posted(self) -> QueryDict:
        """The answers that were sent; they are kept by now, or are kept here where the page carried no ticket."""
        self.kept = getattr(self.request, "kept", None) or self.keep_without_ticket()
        self.request.kept_was_read = True  # type: ignore[attr-defined]
        self.ticket, self.version, self.saved_at = self.kept.ticket, self.kept.version, self.kept.saved_at
        row = drafts.load(self.ticket.draft, self.form_code)
        self.left_over = row.left_over if row else {}
        return self.request.POST

    def keep_without_ticket(self) -> Kept:
        """Keep answers of a page that carried no ticket: now, and again if the request fails."""
        ticket = self.fresh_ticket(key_of(self.request.POST.get("draft", "")))
        answers, seen = drafts.answers_of(self.request.POST), drafts.version_seen(self.request.POST)
        self.request.keep_on_failure = lambda: drafts.keep(ticket, answers, seen)  # type: ignore[attr-defined]
        return drafts.keep(ticket, answers, seen)

    def taken_up(self) -> QueryDict | None:
        """The answers of the draft that the address names, as they were typed; nothing for a form that begins."""
        named = key_of(self.request.GET.get("draft", ""))
        row = drafts.load(named, self.form_code) if named else None
        self.ticket = self.fresh_ticket(row.pk if row else None)
        self.version, self.saved_at = (row.version, row.saved_at) if row else (0, None)
        self.left_over = row.left_over if row else {}
        return drafts.as_post(row.data) if row else None

    def pressed(self, button: str) -> str:
        """What a button that only saves, or asks for more, was pressed for."""
        return self.request.POST.get(button, "") if self.kept else ""

    def taken_in(self) -> SentFiles:
        """The files sent with the draft until now: taken in by the middleware, or here where the page had no ticket."""
        found: SentFiles | None = getattr(self.request, "kept_files", None)
        if found is not None:
            return found
        removed = self.pressed("remove_one")
        draft, author = self.ticket.draft, self.ticket.author
        sent = take_in_all(self.request, draft=draft, author=author, removed=removed)
        if self.request.FILES:
            answers, taken = self.request.keep_on_failure, list(sent.kept.values())  # type: ignore[attr-defined]

            def keep_both() -> None:
                if answers:
                    answers()
                receiving.keep_again(taken, draft=draft, author=author)

            self.request.keep_on_failure = keep_both  # type: ignore[attr-defined]
        return sent

    # What becomes of them

    @property
    def acting(self) -> Acting:
        """Who acts, under the draft's key: sent twice, the form has one effect."""
        by: Acting = self.request.acting  # type: ignore[attr-defined]
        return by.keyed(self.ticket.draft)

    def is_final(self) -> bool:
        """Whether the form was sent to be recorded and every answer can be taken."""
        return self.is_sent() and self.is_valid()

    def clean(self) -> dict[str, Any]:
        """The answers; refuses to record what could not be kept, or was recorded already and changed since."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.kept and self.kept.outcome in NOT_TAKEN:
            self.add_error(None, NOT_TAKEN[self.kept.outcome])
        return cleaned

    def record(self, action: Callable[..., Recorded], **asked: Any) -> Recorded | None:
        """Do the action once and remove the draft; nothing where it refuses, whose sentence the form then shows."""
        try:
            self.recorded = action(by=self.acting, **asked)
        except Conflict as conflict:
            self.show_conflict(conflict)
            return None
        except Refusal as refusal:
            self.add_error(None, str(refusal))
            return None
        except OperationalError as error:
            if not isinstance(error.__cause__, HELD_UP):
                raise
            self.add_error(None, BUSY)
            return None
        self.finish()
        return self.recorded

    def finish(self) -> None:
        """Remove the draft in the transaction of the action that recorded it."""
        drafts.finish(self.ticket, drafts.answers_of(self.request.POST))
        self.request.recorded_draft = self.ticket.draft  # type: ignore[attr-defined]
        self.request.keep_on_failure = None  # type: ignore[attr-defined]

    def show_conflict(self, refusal: Conflict) -> None:
        """Say that somebody else was first; what they wrote stands beside the form, what you wrote stays in it."""
        self.add_error(None, str(refusal))
        self.conflict = conflict(refusal, {name: field.label for name, field in self.fields.items()})
        if "seen_version" in self.fields:
            theirs: Any = refusal.theirs
            answers = drafts.as_post({**drafts.answers_of(self.request.POST), "seen_version": [str(theirs.version)]})
            self.data = answers

    @property
    def seen_version(self) -> int:
        """The version of the thing to be changed that this page showed; only with `changing`."""
        text = str(self["seen_version"].value())
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0

    def unplaced(self) -> list[tuple[str, str]]:
        """Text of the draft that no question claims any more."""
        own: Any = self.data
        self.data = drafts.as_post({**self.left_over, **drafts.answers_of(own)})
        try:
            found = super().unplaced()
        finally:
            self.data = own
        begin = tuple(f"{prefix}-" for prefix in self.repeated)
        return [(code, text) for code, text in found if not (begin and code.startswith(begin))]

    def link(self) -> str:
        """The address that takes this draft up again."""
        return with_draft(self.ticket.address, self.ticket.draft)


def key_of(text: str) -> UUID | None:
    """A key, or nothing where the text is not one."""
    try:
        return UUID(text)
    except ValueError:
        return None
