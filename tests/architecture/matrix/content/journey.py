"""What is recorded about a child from the first contact to court: a row of each kind in which somebody writes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sightline.practice.assessment.models import Assessment, AssessmentFactor
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview
from sightline.practice.child_protection import models as protection
from sightline.practice.court import models as court
from sightline.practice.early_help import models as early_help
from sightline.practice.front_door import models as front_door
from sightline.practice.front_door.rules.police_file import PoliceRow
from tests.architecture.matrix.cells import DAY, Cell

SPRING, SUMMER = date(2026, 4, 7), date(2026, 7, 1)
AT = datetime(2026, 4, 7, 12, tzinfo=UTC)


def of(cell: Cell) -> Iterator[Any]:
    """One row of each kind; the cell keeps the keys, by the name of the kind."""
    rows = [*arriving(cell), *helped(cell), *protected(cell), *at_court(cell)]
    undecided = front_door.Contact(
        child_id=cell.child, happened=SPRING, contact_source="1A", what_about=f"Another worry {cell.token}"
    )
    *night, waits = [*sent_by_police(cell), *nights(cell)]
    cell.facts |= {type(row).__name__.lower(): row.pk for row in rows}
    cell.facts |= {"open_contact": undecided.pk, "open_night": waits.pk}
    yield from [*rows, undecided, *night, waits]


def sent_by_police(cell: Cell) -> list[Any]:
    """A notification that nobody has taken in yet: of a child nobody here knows, so without the token."""
    key = sha256(cell.token.encode()).hexdigest()
    row = PoliceRow(2, f"EP/{cell.number}", SPRING, None, "Shouting in the street", "Nobodyknown")
    file = front_door.PoliceFile(name="police.csv", sha256=key, lines=1, fingerprints=[key])
    line = {"number": 2, "reference": row.reference, "fingerprint": key, "said": row.plain()}
    cell.facts["policeline"] = (made := front_door.PoliceLine(file=file, **line)).pk
    return [file, made]


def nights(cell: Cell) -> list[Any]:
    """What day asked of the night (of every night still, where somebody is asked), what day took over, what waits."""
    token, about = cell.token, {"child_id": cell.child, "happened": SPRING}
    until = date(2100, 1, 1) if cell.relationship == "asked" else SPRING
    asked = front_door.NightRequest(until=until, to_do=f"Ring {token}", what_if=f"If {token}", **about)
    at = datetime(2026, 4, 7, 22, 30, tzinfo=UTC)
    done = front_door.NightAction(what="spoke", happened_at=at, done=f"Rang {token}", request=asked, **about)
    taken = front_door.NightAccepted(action=done, next_step=f"Next {token}", **about)
    return [asked, done, taken, front_door.NightAction(what="visited", happened_at=at, done=f"Saw {token}", **about)]


def arriving(cell: Cell) -> list[Any]:
    """Contact, referral and assessment."""
    token, about = cell.token, {"child_id": cell.child, "happened": SPRING}
    contact, *of_it = contacted(cell)
    referral = front_door.Referral(
        child_id=cell.child, began=SPRING, contact=contact, source_description=f"School {token}", referral_source="2A"
    )
    assessment = Assessment(
        child_id=cell.child, began=SPRING, ended=SUMMER, referral=referral, child_seen=True, why=f"Found {token}"
    )
    return [
        contact.received,
        contact,
        *of_it,
        referral,
        front_door.ReferralDecision(
            referral=referral, outcome="SINGLE_ASSESSMENT_FLAG", reasons=f"Because {token}", **about
        ),
        front_door.ReferrerTold(referral=referral, how="not_told", why_not=f"Risk {token}", **about),
        assessment,
        AssessmentFactor(assessment=assessment, code="16A", **about),
    ]


def contacted(cell: Cell) -> list[Any]:
    """A contact as it came, decided and passed on, the contact in the child's record first."""
    token, about = cell.token, {"child_id": cell.child, "happened": SPRING}
    as_it_came = {"kind": "worry", "came_by": "telephone", "safe_now": "yes", "reference": f"R{cell.number}"}
    received = front_door.ReceivedContact(
        happened=SPRING, children=[cell.child], done_now=f"Stays with an aunt {token}", **as_it_came
    )
    contact = front_door.Contact(what_about=f"Worry {token}", contact_source="2A", received=received, **about)
    decision = front_door.ContactDecision(
        contact=contact, way="strategy_discussion", risk="higher", reasons=f"Hence {token}", known_at=AT, **about
    )
    put = front_door.DecisionPutToManager(
        contact=contact, way="close", reasons=f"Perhaps {token}", known_at=AT, child_id=cell.child, began=SPRING
    )
    somebody = cell.facts["colleague"]
    passed_on = front_door.ContactPassedOn(
        contact=contact, owner_id=somebody, as_what="worker", by_when=SPRING, **about
    )
    return [
        contact,
        front_door.ContactReferrer(received=received, name=f"Neighbour {token}", public=True, **about),
        decision,
        put,
        front_door.DutyRung(decision=decision, rung_id=somebody, telephone=token, answer="no_answer", **about),
        passed_on,
        front_door.ContactTakenUp(passed_on=passed_on, what=f"Rang the mother {token}", **about),
        front_door.ContactOutcome(contact=contact, outcome="NEW_REFERRAL_FLAG", reasons=f"So {token}", **about),
    ]


def helped(cell: Cell) -> list[Any]:
    """Early help and a plan for a child in need."""
    token, about = cell.token, {"child_id": cell.child, "happened": SUMMER}
    plan = ChildInNeedPlan(child_id=cell.child, began=SPRING, ended=SUMMER, end_reason="step_up")
    helping = early_help.EarlyHelpEpisode(
        child_id=cell.child, began=SPRING, organisation="School", reason=f"Help {token}"
    )
    return [
        helping,
        early_help.EarlyHelpLead(episode=helping, name=f"Jo {token}", **about),
        plan,
        ChildInNeedReview(plan=plan, continues=False, what_changed=f"Changed {token}", **about),
    ]


def protected(cell: Cell) -> list[Any]:
    """Conferences and a protection plan."""
    token, about = cell.token, {"child_id": cell.child, "happened": SUMMER}
    enquiry = protection.Section47Enquiry(child_id=cell.child, began=SPRING, ended=SUMMER)
    conference = protection.InitialConference(enquiry=enquiry, plan_made=True, reasons=f"Met {token}", **about)
    plan = protection.ProtectionPlan(child_id=cell.child, began=SUMMER, conference=conference, initial_category="NEG")
    later = {"child_id": cell.child, "happened": DAY, "plan": plan}
    return [
        enquiry,
        protection.ConferenceDecision(enquiry=enquiry, required=True, reasons=f"Needed {token}", **about),
        protection.TransferInNotice(details=f"Moved {token}", **about),
        conference,
        protection.ConferencePaper(conference_on=SUMMER, kind="minutes", sent_to=f"Mother {token}", **about),
        plan,
        protection.ProtectionPlanCategory(category="NEG", **later),
        protection.ReviewConference(continues=True, reasons=f"Goes on {token}", **later),
        protection.CoreGroup(what_changed=f"Core {token}", **later),
    ]


def at_court(cell: Cell) -> list[Any]:
    """Legal gateway, pre-proceedings, proceedings and an order that lapses."""
    token, about = cell.token, {"child_id": cell.child, "happened": SUMMER}
    before = court.PreProceedings(child_id=cell.child, began=SUMMER, ended=DAY)
    issued = court.CareProceedings(child_id=cell.child, began=DAY, court_reference=token)
    in_pre_proceedings, in_court = {"pre_proceedings": before, **about}, {"proceedings": issued, **about}
    return [
        court.LegalGatewayRequest(reasons=f"Asked {token}", **about),
        court.LegalGateway(outcome="B", reasons=f"Decided {token}", **about),
        before,
        court.LetterBeforeProceedings(sent_to=f"Father {token}", **in_pre_proceedings),
        court.PreProceedingsMeeting(kind="first", what_was_agreed=f"Agreed {token}", **in_pre_proceedings),
        court.FamilyGroupDecisionMaking(step="offered", details=f"Offered {token}", **in_pre_proceedings),
        issued,
        court.ProceedingsExtension(weeks=8, reasons=f"Later {token}", **in_court),
        court.Hearing(kind="first", what_was_ordered=f"Ordered {token}", **in_court),
        court.EmergencyOrder(child_id=cell.child, kind="epo", began=SUMMER, court_reference=token),
    ]
