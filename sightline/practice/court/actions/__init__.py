"""What is recorded of legal gateway, pre-proceedings, proceedings and orders that lapse."""

from sightline.practice.court.actions.before import (
    begin_pre_proceedings,
    end_pre_proceedings,
    hold_pre_proceedings_meeting,
    record_family_group_decision_making,
    record_legal_gateway,
    request_legal_gateway,
    send_letter_before_proceedings,
)
from sightline.practice.court.actions.proceedings import (
    begin_order,
    end_care_proceedings,
    end_order,
    issue_care_proceedings,
    record_extension,
    record_hearing,
)

__all__ = [
    "begin_order",
    "begin_pre_proceedings",
    "end_care_proceedings",
    "end_order",
    "end_pre_proceedings",
    "hold_pre_proceedings_meeting",
    "issue_care_proceedings",
    "record_extension",
    "record_family_group_decision_making",
    "record_hearing",
    "record_legal_gateway",
    "request_legal_gateway",
    "send_letter_before_proceedings",
]
