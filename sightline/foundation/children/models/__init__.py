"""People: who they are, and everything that is recorded about a person rather than about a piece of work."""

from sightline.foundation.children.models.contact import (
    Address,
    AddressDisclosure,
    ContactPoint,
    ProtectedAddress,
    in_one_line,
)
from sightline.foundation.children.models.family import (
    Agency,
    CourtOrder,
    LivesWith,
    NoContact,
    ParentalResponsibility,
    Professional,
    Relationship,
)
from sightline.foundation.children.models.identity import (
    CommunicationNeed,
    Disability,
    Ethnicity,
    Gender,
    Identifier,
    Language,
    PersonName,
    Religion,
)
from sightline.foundation.children.models.person import Child, LifeEvent, Person
from sightline.foundation.children.models.warnings import WarningNote, WarningReview

__all__ = [
    "Address",
    "AddressDisclosure",
    "Agency",
    "Child",
    "CommunicationNeed",
    "ContactPoint",
    "CourtOrder",
    "Disability",
    "Ethnicity",
    "Gender",
    "Identifier",
    "Language",
    "LifeEvent",
    "LivesWith",
    "NoContact",
    "ParentalResponsibility",
    "Person",
    "PersonName",
    "Professional",
    "ProtectedAddress",
    "Relationship",
    "Religion",
    "WarningNote",
    "WarningReview",
    "in_one_line",
]
