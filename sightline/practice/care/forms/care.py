"""Questions about coming into care, the legal status, the plan, and leaving care."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.code_sets import code_set
from sightline.foundation.recording.forms import AboutOneChild, choices_of
from sightline.practice.care.forms.homes import HOME_CODES, HOME_QUESTIONS, HomeAsked
from sightline.practice.care.rules.choices import CONTINUES
from sightline.practice.care.rules.records import AGREEMENT_ONLY
from sightline.ui import forms


class EnterCareForm(HomeAsked):
    """A child came into care: by what right, why, and where the child lives."""

    form_code = "care.enter"
    title = "Coming into care"
    codes = HOME_CODES | {
        "legal_status": "ssda903-legal-status",
        "category_of_need": "ssda903-category-of-need",
    }

    on = forms.Date("On which day did the child come into care?", called="the first day in care")
    legal_status = forms.Select("By what legal status?", called="the legal status")
    category_of_need = forms.Select("What was the main need?", called="the main need")
    home_postcode = forms.Postcode("Postcode of where the child lived before", optional=True)
    placement_type = forms.Select(
        "What kind of home is it?",
        called="what kind of home it is",
        hint="Leave this out only for an agreement about short breaks.",
        optional=True,
        says_optional=False,
    )
    field_order = ("on", "legal_status", "category_of_need", "home_postcode", *HOME_QUESTIONS)
    sections = (
        forms.Section("When and why", ["on", "legal_status", "category_of_need", "home_postcode"]),
        forms.Section("Where the child lives now", list(HOME_QUESTIONS)),
    )

    def clean(self) -> dict[str, Any]:
        """Everybody in care lives somewhere; an agreement about short breaks alone has no home of its own."""
        cleaned = super().clean()
        status = cleaned.get("legal_status")
        if status and status != AGREEMENT_ONLY and not cleaned.get("placement_type"):
            self.add_error("placement_type", "Select what kind of home it is")
        return cleaned

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        names = ("on", "legal_status", "category_of_need", "home_postcode")
        agreed_only = self.cleaned_data["legal_status"] == AGREEMENT_ONLY and not self.cleaned_data["placement_type"]
        return {name: self.cleaned_data[name] for name in names} | {"home": None if agreed_only else self.home()}


class LegalStatusForm(AboutOneChild):
    """One legal status gave way to another."""

    form_code = "care.legal_status"
    title = "Change of legal status"
    codes = {"legal_status": "ssda903-legal-status"}

    on = forms.Date("From which day?", called="the day it changed")
    legal_status = forms.Select("Which legal status?", called="the legal status")


class LeaveCareForm(AboutOneChild):
    """A child left care."""

    form_code = "care.leave"
    title = "Leaving care"
    codes = {"reason": "ssda903-reason-episode-ceased"}

    on = forms.Date("On which day did care end?", called="the day care ended")
    reason = forms.Select("Why did it end?", called="why it ended")

    def __init__(self, request: HttpRequest, *, child: UUID, today: date, **options: Any) -> None:
        super().__init__(request, child=child, today=today, **options)
        codes = choices_of(self.codes["reason"], today)
        self.fields["reason"].choices = [each for each in codes if each[0] != CONTINUES]  # type: ignore[attr-defined]


class CarePlanForm(AboutOneChild):
    """A care plan was agreed."""

    form_code = "care.plan"
    title = "Care plan"

    on = forms.Date("On which day was it agreed?", called="the day it was agreed")
    options = forms.Choices(
        "Which ways to a lasting home does it follow?",
        choices=code_set("ssd-permanence-plan-keys").choices(),
        called="the ways to a lasting home",
        hint="Several can be followed at once.",
    )
