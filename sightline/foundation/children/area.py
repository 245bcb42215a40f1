"""What people and children declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, RecordSomething, Told
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children import models


def record(label: str, kind: str, permission: Permission = Permission.RECORD_PERSON) -> RecordSomething:
    """A kind of detail that can be recorded about the child from anywhere in the record."""
    return RecordSomething(lambda: label, f"children:record_own_{kind}", permission)


AREA = Area(
    name="People and details",
    chronology=[
        Told(
            models.LifeEvent,
            major=True,
            title=lambda event: event.get_kind_display(),
            label=lambda: "Births and deaths",
        ),
        Told(
            models.PersonName,
            major=False,
            title=lambda name: f"{name.get_kind_display()}: {name}",
            label=lambda: "Names",
        ),
        Told(
            models.Address, major=False, title=lambda place: f"Address: {place.in_one_line}", label=lambda: "Addresses"
        ),
        Told(
            models.ProtectedAddress,
            major=False,
            title=lambda place: "A protected address was recorded",
            label=lambda: "Protected addresses",
        ),
        Told(
            models.Relationship,
            major=False,
            title=lambda tie: f"Family and network: {tie.other} is {tie.get_kind_display().lower()} of {tie.person}",
            related=("person", "other"),
            label=lambda: "Family and network",
        ),
        Told(
            models.LivesWith,
            major=False,
            title=lambda tie: f"{tie.person} lives with {tie.other}: {tie.get_how_often_display().lower()}",
            related=("person", "other"),
            label=lambda: "Who they live with",
        ),
        Told(
            models.ParentalResponsibility,
            major=False,
            title=lambda held: (
                f"Parental responsibility: {held.held_by or 'nobody known'}, {held.get_how_display().lower()}"
            ),
            related=("other",),
            label=lambda: "Parental responsibility",
        ),
        Told(
            models.CourtOrder,
            major=True,
            title=lambda order: order.get_kind_display(),
            detail=lambda order: f"Until {format_date(order.until)}" if order.until else "",
            label=lambda: "Court orders",
        ),
        Told(
            models.NoContact,
            major=True,
            title=lambda order: f"{order.whom} must not have contact: {order.get_ground_display().lower()}",
            related=("other",),
            label=lambda: "Who must not have contact",
        ),
        Told(
            models.Professional,
            major=False,
            title=lambda each: f"{each.role}: {each.name}, {each.agency.name}",
            related=("agency",),
            label=lambda: "Professionals",
        ),
        Told(
            models.WarningNote,
            major=True,
            title=lambda warning: f"Warning: {warning.get_kind_display()}",
            label=lambda: "Warnings",
        ),
        Told(
            models.WarningReview,
            major=False,
            title=lambda review: "Warning renewed",
            detail=lambda review: review.reason,
            label=lambda: "Reviews of warnings",
        ),
    ],
    navigation=[
        Navigation(lambda: "Overview", "children:child", Permission.OPEN_RECORD, order=0),
        Navigation(lambda: "What is due", "children:clocks", Permission.OPEN_RECORD, order=4),
        Navigation(lambda: "Details", "children:details", Permission.OPEN_RECORD, order=5),
        Navigation(lambda: "Family and network", "children:family", Permission.OPEN_RECORD, order=6),
        Navigation(lambda: "Addresses and contact", "children:reaching", Permission.OPEN_RECORD, order=7),
    ],
    records=[
        RecordSomething(
            lambda: "Add a person to the family and network", "children:add_person", Permission.RECORD_PERSON
        ),
        record("Add a warning", "warning", Permission.RECORD_WARNING),
        record("Record who must not have contact", "no_contact"),
        record("Record a court order", "court_order"),
        record("Record parental responsibility", "parental_responsibility"),
        record("Record an address", "address"),
        record("Record a telephone number or email address", "contact_point"),
        record("Record a professional", "professional"),
        record("Record a number, such as an NHS number", "identifier"),
        record("Record a language, and whether an interpreter is needed", "language"),
        record("Record a disability", "disability"),
    ],
    urls="sightline.foundation.children.urls",
    prefix="people/",
)
