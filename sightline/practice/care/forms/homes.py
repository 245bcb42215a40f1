"""Questions about where a child in care lives."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.recording.forms import AboutOneChild, choices_of
from sightline.practice.care.rules import Arrangement, NewHome, Step
from sightline.practice.care.rules.choices import WITH_PARENT
from sightline.practice.care.rules.records import NO_PROVIDER, PARENTS
from sightline.ui import forms

URN_LENGTH = 8  # characters; SSDA903, URN
HOME_CODES = {"placement_type": "ssda903-placement-type", "provider": "ssda903-placement-provider"}
HOME_QUESTIONS = ("placement_type", "provider", "postcode", "urn", "emergency")
UNNAMED = ("Z11", "Z12", "Z13", "Z14")  # sorts that returns know by a number only
USUAL_FIRST = "UPKRSATZ"  # first letters: foster homes, parents, children's homes, …; passing absences near the end
PROVIDER_HINT = "Leave this out for a passing absence, and for a child who lives with their own parents."


class HomeAsked(AboutOneChild):
    """Where the child moves in; mix it in before further questions."""

    placement_type = forms.Select("What kind of home is it?", called="what kind of home it is")
    provider = forms.Select(
        "Who provides it?", called="who provides it", hint=PROVIDER_HINT, optional=True, says_optional=False
    )
    postcode = forms.Postcode("Its postcode", optional=True)
    urn = forms.Text("Its number with Ofsted", optional=True, limit=URN_LENGTH, width=10)
    emergency = forms.YesNo("Did the child move in before it could be planned?", optional=True)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date, **options: Any) -> None:
        super().__init__(request, child=child, today=today, **options)
        offered = [each for each in choices_of(HOME_CODES["placement_type"], today) if each[0] not in UNNAMED]
        offered.sort(key=lambda each: USUAL_FIRST.index(each[0][0]))
        self.fields["placement_type"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who provides the home goes with what it is: parents are their own, and a passing absence has nobody."""
        cleaned = super().clean()
        kind = cleaned.get("placement_type")
        if kind in WITH_PARENT and not cleaned.get("provider"):
            cleaned["provider"] = PARENTS
        if kind and kind not in NO_PROVIDER and not cleaned.get("provider") and "provider" not in self.errors:
            self.add_error("provider", "Select who provides it")
        return cleaned

    def home(self) -> NewHome:
        """The home as the actions take it."""
        answers = self.cleaned_data
        same = answers.get("same_carer")
        asked = {name: answers[name] for name in HOME_QUESTIONS}
        return NewHome(**asked, same_carer=same)


class MoveForm(HomeAsked):
    """A child in care moved to another home."""

    form_code = "care.move"
    title = "Move to another home"
    codes = HOME_CODES | {"reason": "ssda903-reason-place-change"}

    on = forms.Date("On which day did the child move?", called="the day of the move")
    reason = forms.Select(
        "Why did the home before end?",
        called="why the home before ended",
        hint="A passing absence, and the return from it, need no reason.",
        optional=True,
        says_optional=False,
    )
    same_carer = forms.YesNo("Did the carers move with the child?", optional=True)
    field_order = ("on", "reason", *HOME_QUESTIONS, "same_carer")
    sections = (
        forms.Section("The move", ["on", "reason"]),
        forms.Section("The new home", [*HOME_QUESTIONS, "same_carer"]),
    )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {"on": self.cleaned_data["on"], "reason": self.cleaned_data["reason"], "home": self.home()}


class HomeStepForm(AboutOneChild):
    """Something that a new home calls for was done."""

    form_code = "care.home_step"
    title = "Done for a new home"

    on = forms.Date("On which day?", called="the day")
    step = forms.Choice("What was done?", choices=Step.choices, called="what was done")


class ArrangementForm(AboutOneChild):
    """Something was settled about the home."""

    form_code = "care.settle"
    title = "What was settled about the home"

    on = forms.Date("On which day?", called="the day")
    arrangement = forms.Choice("What was settled?", choices=Arrangement.choices, called="what was settled")
