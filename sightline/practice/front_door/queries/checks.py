"""Named questions about asking other agencies: the basis, what was asked and answered, and links to answer with."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.crypto import salted_hmac

from sightline.foundation.agreements.queries import agreement_of
from sightline.foundation.agreements.rules import REFUSALS, To
from sightline.practice.front_door.models import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    Contact,
    ReceivedByForm,
    ReplyLink,
    VerifiedAddress,
)
from sightline.practice.front_door.rules import Basis


def basis_of(contact: Contact) -> BasisForChecks | None:
    """The newest basis on which agencies may be asked about a contact."""
    bases = BasisForChecks.objects.current().filter(contact=contact)
    found: BasisForChecks | None = bases.order_by("-recorded_at", "-pk").first()
    return found


def taken_back(basis: BasisForChecks) -> bool:
    """Whether a parent whose agreement is the basis has said no, or taken it back, since it was recorded."""
    if basis.basis != Basis.PARENT_AGREES:
        return False
    answers = agreement_of(basis.child_id, To.AGENCY_CHECKS)
    return any(each.answer in REFUSALS and each.recorded_at > basis.recorded_at for each in answers)


@dataclass(frozen=True)
class Asked:
    """A check with what was answered and the newest link to answer with."""

    check: AgencyCheck
    answers: tuple[CheckAnswer, ...]
    link: ReplyLink | None
    waits: ReceivedByForm | None = None  # an answer that came with the link and is still to be taken in

    def is_late(self, now: datetime) -> bool:
        """Whether nobody has answered in time."""
        return not self.answers and not self.waits and now > self.check.due_at


def asked_about(contact: Contact) -> list[Asked]:
    """What other agencies were asked about a contact, the newest last; three queries."""
    checks = AgencyCheck.objects.current().filter(contact=contact).select_related("agency", "basis")
    return with_answers(list(checks.order_by("recorded_at", "pk")))


def the_check(child: UUID, key: UUID) -> Asked | None:
    """One check about a child as it stands, also by the key from before a correction; nothing where there is none."""
    checks = AgencyCheck.objects.current().about([child]).select_related("agency", "basis", "contact", "recorded_by")
    found = list(checks.filter(pk=key)) or list(checks.filter(pk=newest_of(child, key)))
    return with_answers(found)[0] if found else None


def newest_of(child: UUID, key: UUID) -> UUID:
    """The key of the last correction of a check; its own where nobody corrected it."""
    later = dict(AgencyCheck.objects.about([child]).exclude(supersedes=None).values_list("supersedes", "pk"))
    while key in later:
        key = later.pop(key)
    return key


def before_corrections(checks: Iterable[AgencyCheck]) -> dict[UUID, UUID]:
    """By key of these checks, and of what they were before each correction, the key of the check that stands."""
    stands = {check.pk: check.pk for check in checks}
    asked = {check.supersedes_id: check.pk for check in checks if check.supersedes_id}
    while asked:
        stands |= asked
        earlier = AgencyCheck.objects.filter(pk__in=list(asked)).values_list("pk", "supersedes")
        asked = {old: asked[key] for key, old in earlier if old and old not in stands}
    return stands


def with_answers(checks: list[AgencyCheck]) -> list[Asked]:
    """These checks with their answers, newest links and what waits; three queries, and one for each correction."""
    keys = before_corrections(checks)
    answers: dict[UUID, list[CheckAnswer]] = defaultdict(list)
    for answer in CheckAnswer.objects.current().filter(asked__in=list(keys)).order_by("recorded_at"):
        answers[keys[answer.asked_id]].append(answer)
    made = ReplyLink.objects.filter(asked__in=list(keys)).order_by("recorded_at")
    links = {keys[link.asked_id]: link for link in made}
    digests = [link.token_digest for link in links.values()]
    sent = ReceivedByForm.objects.filter(token_digest__in=digests, settled=None) if digests else ()
    waiting = {form.token_digest: form for form in sent}
    return [
        Asked(check, tuple(answers[check.pk]), link, waits=waiting.get(link.token_digest) if link else None)
        for check in checks
        for link in [links.get(check.pk)]
    ]


def verified_address(agency: UUID) -> VerifiedAddress | None:
    """Where links for an agency may go."""
    return VerifiedAddress.objects.filter(agency=agency).first()


def verified_addresses() -> list[VerifiedAddress]:
    """Every agency to which links may go, by name."""
    return list(VerifiedAddress.objects.select_related("agency", "recorded_by").order_by("agency__name"))


def token_of(link: UUID) -> str:
    """The part of a link that nobody can guess; made from the link's key and the server's own."""
    made = salted_hmac("front_door.reply_link", str(link), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def code_of(link: UUID) -> str:
    """The six digits that are told by telephone, apart from the link."""
    made = salted_hmac("front_door.reply_code", str(link), algorithm="sha256").digest()
    return f"{int.from_bytes(made[:8]) % 1_000_000:06}"


def digest_of(token: str) -> str:
    """What the database keeps of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True)
class LinkAsked:
    """What somebody who has a link may know: what is asked of which agency, and whether it is live."""

    link: UUID
    items: tuple[str, ...]
    agency: str
    expires_at: datetime
    revoked: bool
    answered: bool

    def is_live(self, now: datetime) -> bool:
        """Whether it can still be answered."""
        return not self.revoked and not self.answered and now < self.expires_at


def link_of(digest: str) -> LinkAsked | None:
    """What the link of a digest asks; nothing for one that was never made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM reply_link_of(%s)", [digest])
        row = cursor.fetchone()
    return LinkAsked(row[0], tuple(row[1]), *row[2:]) if row else None
