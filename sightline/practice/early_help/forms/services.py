"""Questions about the directory of services."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.practice.early_help.actions.services import ServiceSaid
from sightline.ui import forms

OLDEST = 25


class SearchForm(forms.QuestionForm):
    """Words, and the age of a child."""

    words = forms.Text("Words", hint="Sleep, young carers, the name of a provider", optional=True, says_optional=False)
    age = forms.WholeNumber("Age of the child", optional=True, says_optional=False, width=2)


class ServiceForm(RecordingForm):
    """What the directory says of a service."""

    form_code = "early_help.service"
    title = "Service of the directory"

    name = forms.Text("What is it called?", called="what it is called", limit=200)
    provider = forms.Text("Who provides it?", called="who provides it", limit=200)
    for_whom = forms.LongText("For whom is it?", called="for whom it is", rows=3, limit=2000)
    from_age = forms.WholeNumber("From which age?", hint="Leave empty for any age.", optional=True, width=2)
    to_age = forms.WholeNumber("Up to which age?", hint="Leave empty for any age.", optional=True, width=2)
    how_to_ask = forms.LongText("How do we ask for it?", called="how to ask for it", rows=3, limit=2000)
    capacity = forms.Text("How long do families wait?", hint="Or whether there is room now.", optional=True, limit=250)
    closed_on = forms.Date(
        "Since when can nobody be referred?",
        hint="Leave empty while it runs; empty it to open a closed service again.",
        optional=True,
    )

    def __init__(self, request: HttpRequest, *, service: Any = None) -> None:
        known = {name: getattr(service, name) for name in self.base_fields} if service else {}
        super().__init__(request, changing=service, initial=known)
        if service is None:
            del self.fields["closed_on"]

    def clean(self) -> dict[str, Any]:
        """Ages in their order."""
        said = super().clean()
        youngest, oldest = said.get("from_age"), said.get("to_age")
        if youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("to_age", "The oldest age must not be below the youngest")
        return said

    def said(self) -> ServiceSaid:
        """The answers as the actions take them."""
        answers = self.cleaned_data
        texts = {name: answers[name] or "" for name in ("name", "provider", "for_whom", "how_to_ask", "capacity")}
        return ServiceSaid(**texts, from_age=answers["from_age"], to_age=answers["to_age"])
