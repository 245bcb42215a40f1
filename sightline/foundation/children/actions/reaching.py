"""Recording where people live and how to reach them safely."""

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.refusals import recorded
from sightline.foundation.children.models import Address, AddressDisclosure, ContactPoint, ProtectedAddress
from sightline.foundation.children.rules.contact import Safe, normalised_postcode
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting


@action(permission=Permission.RECORD_PERSON, says="recorded an address")
def record_address(
    *, person_id: UUID, lines: str, postcode: str = "", uprn: str = "", kind: str, began: date, by: Acting
) -> Work:
    """Record where somebody lives or can be written to."""
    fact = Address(
        person_id=person_id,
        lines=lines,
        postcode=normalised_postcode(postcode),
        uprn=uprn,
        kind=kind,
        began=began,
    )
    yield from recorded(fact)
    return fact


@action(permission=Permission.SEE_PROTECTED_ADDRESS, says="recorded a protected address")
def record_protected_address(
    *,
    person_id: UUID,
    lines: str,
    postcode: str = "",
    uprn: str = "",
    kind: str,
    kept_from: str,
    why: str,
    began: date,
    by: Acting,
) -> Work:
    """Record an address that some people must not learn; it stands apart from the others."""
    fact = ProtectedAddress(
        person_id=person_id,
        lines=lines,
        postcode=normalised_postcode(postcode),
        uprn=uprn,
        kind=kind,
        kept_from=kept_from,
        why=why,
        began=began,
    )
    yield from recorded(fact)
    return fact


@action(permission=Permission.SEE_PROTECTED_ADDRESS, says="was shown a protected address")
def show_protected_address(*, person_id: UUID, purpose: str, details: str, on: date, by: Acting) -> Work:
    """Show the protected addresses of somebody for a purpose, which is kept."""
    if len(details.strip()) < 10:
        raise Refusal("Say in a few words what you need the address for.")
    fact = AddressDisclosure(person_id=person_id, purpose=purpose, details=details, happened=on)
    yield fact
    return fact


@action(permission=Permission.RECORD_PERSON, says="recorded how to reach somebody")
def record_contact_point(
    *,
    person_id: UUID,
    kind: str,
    value: str,
    ring: str = Safe.NOT_ASKED,
    text: str = Safe.NOT_ASKED,
    voicemail: str = Safe.NOT_ASKED,
    post: str = Safe.NOT_ASKED,
    when_safe: str = "",
    who_else_reads: str = "",
    began: date,
    by: Acting,
) -> Work:
    """Record a number or address and which ways of using it are safe."""
    fact = ContactPoint(
        person_id=person_id,
        kind=kind,
        value=value,
        ring=ring,
        text=text,
        voicemail=voicemail,
        post=post,
        when_safe=when_safe,
        who_else_reads=who_else_reads,
        began=began,
    )
    yield from recorded(fact)
    return fact
