"""Questions about people, one form for each thing that is recorded."""

from sightline.foundation.children.forms.describing import (
    CommunicationNeedForm,
    DisabilityForm,
    EthnicityForm,
    GenderForm,
    IdentifierForm,
    LanguageForm,
    NameForm,
    ReligionForm,
)
from sightline.foundation.children.forms.detail import DetailForm
from sightline.foundation.children.forms.family import (
    CourtOrderForm,
    EndWarningForm,
    LivesWithForm,
    NoContactForm,
    ParentalResponsibilityForm,
    ProfessionalForm,
    RelationshipForm,
    RenewForm,
    WarningForm,
)
from sightline.foundation.children.forms.lives import BirthForm, DeathForm, EndOfPregnancyForm, ExpectingForm
from sightline.foundation.children.forms.people import (
    AddChildForm,
    AddToNetworkForm,
    IdentityForm,
    LookAlikeForm,
)
from sightline.foundation.children.forms.reaching import (
    AddressForm,
    AddressPurposeForm,
    ContactPointForm,
    EndForm,
    ProtectedAddressForm,
)

FORMS: dict[str, type[DetailForm]] = {
    "name": NameForm,
    "gender": GenderForm,
    "ethnicity": EthnicityForm,
    "religion": ReligionForm,
    "language": LanguageForm,
    "disability": DisabilityForm,
    "communication-need": CommunicationNeedForm,
    "identifier": IdentifierForm,
    "address": AddressForm,
    "protected-address": ProtectedAddressForm,
    "contact-point": ContactPointForm,
    "relationship": RelationshipForm,
    "lives-with": LivesWithForm,
    "parental-responsibility": ParentalResponsibilityForm,
    "court-order": CourtOrderForm,
    "no-contact": NoContactForm,
    "professional": ProfessionalForm,
    "warning": WarningForm,
}

__all__ = [
    "FORMS",
    "AddChildForm",
    "AddToNetworkForm",
    "AddressPurposeForm",
    "BirthForm",
    "DeathForm",
    "EndForm",
    "EndOfPregnancyForm",
    "EndWarningForm",
    "ExpectingForm",
    "IdentityForm",
    "LookAlikeForm",
    "RenewForm",
]
