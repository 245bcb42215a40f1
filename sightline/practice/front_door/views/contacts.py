"""Recording a contact and its decision at a child's record."""

from __future__ import annotations

from sightline.foundation.recording.views import records, records_about
from sightline.practice.front_door import actions, forms, presenters

BACK = "front_door:overview"


contact = records(forms.ContactForm, actions.record_contact, done="The contact is recorded.", back=BACK)


decide_contact = records_about(
    forms.ContactDecisionForm,
    actions.decide_contact,
    called="contact_id",
    about=presenters.contact_words,
    done="The decision is recorded.",
    back=BACK,
)
