"""What a form carries to say which draft it fills in: signed by the server, so that it outlives the session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4, uuid5

from django.core import signing

SALT = "sightline.documents.draft"
WITHOUT_SESSION_SECONDS = 3 * 24 * 60 * 60  # how long a page that was left open can still save for its author


@dataclass(frozen=True)
class Ticket:
    """One draft as one page of a browser fills it in: whose it is, which form, about whom, and where it stands."""

    draft: UUID
    author: UUID
    form: str
    form_version: int
    title: str
    address: str
    subjects: tuple[UUID, ...]
    page: str

    def on_new_page(self) -> Ticket:
        """The same draft, shown once more."""
        return replace(self, page=uuid4().hex)

    def as_copy(self) -> Ticket:
        """The draft that keeps this page's text apart when another page has saved a different one."""
        return replace(self, draft=uuid5(self.draft, self.page))


def begin(
    *, author: UUID, draft: UUID, form: str, form_version: int, title: str, address: str, subjects: list[UUID]
) -> Ticket:
    """A ticket for a page that is shown now."""
    return Ticket(draft, author, form, form_version, title[:200], address[:300], tuple(subjects), uuid4().hex)


def sign(ticket: Ticket) -> str:
    """The ticket as it travels in the form."""
    asked = {
        "d": str(ticket.draft),
        "a": str(ticket.author),
        "f": ticket.form,
        "v": ticket.form_version,
        "t": ticket.title,
        "w": ticket.address,
        "s": [str(subject) for subject in ticket.subjects],
        "p": ticket.page,
    }
    return signing.dumps(asked, salt=SALT, compress=True)


def read(text: str, *, max_age: int | None = None) -> Ticket | None:
    """The ticket that was signed, or nothing where it was not signed here or is older than `max_age` seconds."""
    try:
        said = signing.loads(text, salt=SALT, max_age=max_age)
        return Ticket(
            draft=UUID(said["d"]),
            author=UUID(said["a"]),
            form=said["f"],
            form_version=said["v"],
            title=said["t"],
            address=said["w"],
            subjects=tuple(UUID(each) for each in said["s"]),
            page=said["p"],
        )
    except (signing.BadSignature, ValueError, KeyError, TypeError):
        return None


def with_draft(address: str, draft: UUID) -> str:
    """The address of a form, taking up a draft."""
    return f"{address}{'&' if '?' in address else '?'}draft={draft}"
