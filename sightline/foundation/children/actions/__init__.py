"""What workers record about people."""

from sightline.foundation.children.actions.adding import add_child, add_to_network
from sightline.foundation.children.actions.correcting import correct_detail, end_detail
from sightline.foundation.children.actions.describing import (
    record_communication_need,
    record_disability,
    record_ethnicity,
    record_gender,
    record_identifier,
    record_language,
    record_name,
    record_religion,
)
from sightline.foundation.children.actions.identity import change_identity
from sightline.foundation.children.actions.lives import record_birth, record_death, record_end_of_pregnancy
from sightline.foundation.children.actions.moving import move_facts
from sightline.foundation.children.actions.network import (
    agency_of,
    correct_professional,
    record_court_order,
    record_lives_with,
    record_no_contact,
    record_parental_responsibility,
    record_professional,
    record_relationship,
)
from sightline.foundation.children.actions.reaching import (
    record_address,
    record_contact_point,
    record_protected_address,
    show_protected_address,
)
from sightline.foundation.children.actions.refusals import (
    DatesDoNotFit,
    NotAPerson,
    NumberIsTaken,
    NumberIsWrong,
    SayWho,
)
from sightline.foundation.children.actions.several import expect_more
from sightline.foundation.children.actions.warnings import correct_warning, end_warning, record_warning, renew_warning

__all__ = [
    "DatesDoNotFit",
    "NotAPerson",
    "NumberIsTaken",
    "NumberIsWrong",
    "SayWho",
    "add_child",
    "add_to_network",
    "agency_of",
    "change_identity",
    "correct_detail",
    "correct_professional",
    "correct_warning",
    "end_detail",
    "end_warning",
    "expect_more",
    "move_facts",
    "record_address",
    "record_birth",
    "record_communication_need",
    "record_contact_point",
    "record_court_order",
    "record_death",
    "record_disability",
    "record_end_of_pregnancy",
    "record_ethnicity",
    "record_gender",
    "record_identifier",
    "record_language",
    "record_lives_with",
    "record_name",
    "record_no_contact",
    "record_parental_responsibility",
    "record_professional",
    "record_protected_address",
    "record_relationship",
    "record_religion",
    "record_warning",
    "renew_warning",
    "show_protected_address",
]
