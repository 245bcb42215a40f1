"""Questions about where people live and how to reach them safely."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.children.forms.dates import between
from sightline.foundation.children.forms.detail import DetailForm
from sightline.foundation.children.rules import contact
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms


class AddressForm(DetailForm):
    """An address."""

    form_code, title = "children.address", "An address"
    began_label, began_hint = "From when?", "When they moved there. If you do not know, leave this empty: today is used"

    kind = forms.Choice(
        "What is this address for them?", choices=contact.AddressKind.choices, called="what the address is"
    )
    lines = forms.LongText("Address", hint="Street, then town; without the postcode", rows=3, limit=500)
    postcode = forms.Postcode("Postcode", optional=True)
    uprn = forms.Text(
        "Property reference (UPRN)", hint="Up to 12 numbers, if you have it", optional=True, limit=20, width=10
    )

    def clean_lines(self) -> str:
        """The address without empty lines."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["lines"].splitlines()]
        return "\n".join(line for line in lines if line)

    def clean_uprn(self) -> str:
        """The property reference without spaces."""
        text = re.sub(r"\s", "", self.cleaned_data["uprn"])
        if text and (problem := contact.problem_with_uprn(text)):
            raise ValidationError(problem)
        return text


class ProtectedAddressForm(AddressForm):
    """An address that some people must not learn."""

    form_code, title = "children.protected_address", "A protected address"

    kept_from = forms.Text("Who must not learn it?", called="who must not learn it", limit=500)
    why = forms.LongText("Why is it protected?", called="why it is protected", rows=3, limit=1000)


class AddressPurposeForm(RecordingForm):
    """What a protected address is needed for."""

    form_code, title = "children.address_purpose", "What a protected address is for"

    purpose = forms.Choice(
        "What do you need the address for?", choices=contact.AddressPurpose.choices, called="what you need it for"
    )
    details = forms.Text(
        "In a few words", hint="For example: home visit on Thursday with the health visitor", limit=500
    )


def safe(label: str) -> forms.Choice:
    """Whether one way of reaching somebody is safe; nothing is chosen beforehand."""
    return forms.Choice(label, choices=contact.Safe.choices, inline=True, small=True, called=f"an answer to “{label}”")


class ContactPointForm(DetailForm):
    """A number or address, and the ways of using it that are safe."""

    form_code, title = "children.contact_point", "How to reach somebody"

    kind = forms.Choice("What is it?", choices=contact.ContactKind.choices, called="what it is")
    value = forms.Text("Number or address", hint="For example 01632 960 001, or name@example.com", autocomplete="off")
    ring = safe("Is it safe to ring?")
    text = safe("Is it safe to send a text or email?")
    voicemail = safe("Is it safe to leave a message?")
    post = safe("Is it safe to send letters to them?")
    when_safe = forms.Text("When is it safe?", hint="For example: weekdays until 3pm", optional=True)
    who_else_reads = forms.Text("Who else hears or reads it?", optional=True)
    sections = [
        forms.Section("", ["kind", "value"]),
        forms.Section("What is safe", ["ring", "text", "voicemail", "post", "when_safe", "who_else_reads"]),
        forms.Section("", ["began", "correction_reason"]),
    ]

    def clean(self) -> dict[str, Any]:
        """A number must hold digits, and an email address an @."""
        cleaned = super().clean()
        kind, value = cleaned.get("kind"), cleaned.get("value", "")
        if kind in ("mobile", "telephone") and value and sum(each.isdigit() for each in value) < 5:
            self.add_error("value", "Enter a telephone number, like 01632 960 001 or 07700 900 982")
        if kind == "email" and value and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
            self.add_error("value", "Enter an email address in the correct format, like name@example.com")
        return cleaned


class EndForm(RecordingForm):
    """When something recorded about a person stopped being so, and why."""

    form_code, title = "children.end", "The end of a detail"

    on = forms.Date("When did it end?", called="the date it ended")
    end_reason = forms.Text("Why did it end?", optional=True, limit=500)

    def __init__(self, request: RecordRequest, *, today: date, began: date, asks_why: bool, **options: Any) -> None:
        super().__init__(request, **options)
        between(self, "on", earliest=began, latest=today)
        if not asks_why:
            del self.fields["end_reason"]
