"""Deciding about a contact, asking for a strategy discussion at once, ringing, and taking up what was passed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.documents.forms import RecordingForm
from sightline.practice.front_door.actions import Decided
from sightline.practice.front_door.rules import CLOSING, ON_ENOUGH, RingAnswer, Way
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

STOPS = ["what_we_checked", "what_we_found", "why_we_stop", "with_advice"]
WAYS = [
    (way.value, phrase(str(way.label))) for way in Way if way != Way.ADVICE
]  # to stop asks whether advice was given


class WayForm(forms.QuestionForm):
    """What is decided for one child, or for all of them; nothing is chosen beforehand."""

    way = forms.Choice(
        "What is decided?",
        choices=WAYS,
        hints={Way.CLOSE: "With advice, or without."},
        reveals={Way.CLOSE: STOPS},
        called="what is decided",
    )
    what_we_checked = forms.LongText("What we checked", called="what we checked", rows=3)
    what_we_found = forms.LongText("What we found", called="what we found", rows=3)
    why_we_stop = forms.LongText("Why we stop", called="why we stop", rows=3)
    with_advice = forms.YesNo("Was advice given, or where to find help?", called="whether advice was given")
    reasons = forms.LongText(
        "Why?", hint="Not needed where we stop: that is said above.", optional=True, says_optional=False, rows=4
    )

    def clean(self) -> dict[str, Any]:
        """Reasons, except where we stop or a child must be protected at once."""
        said = self.cleaned_data
        if said.get("way") and said["way"] not in (Way.CLOSE, Way.STRATEGY_DISCUSSION) and not said.get("reasons"):
            self.add_error("reasons", "Enter why this is decided")
        return said


class DecideForm(RecordingForm):
    """What is decided about a contact, for each child of it."""

    form_code = "front_door.decide"
    title = "Decision about a contact"

    meaning = forms.Text(
        "What does the history mean for this decision?",
        hint="One line. The history as it stands now is kept with the decision.",
        optional=True,
        says_optional=False,
        limit=1000,
    )
    limited_because = forms.LongText(
        "Why do you decide it before this is known?",
        called="your reason",
        optional=True,
        says_optional=False,
        rows=3,
    )
    follow_up_on = forms.Date(
        "On which day is it looked at again?",
        called="the day on which it is looked at again",
        optional=True,
        says_optional=False,
    )

    def __init__(
        self,
        request: RecordRequest,
        *,
        children: Sequence[tuple[UUID, str]],
        today: date,
        repeat: bool,
        gaps: Sequence[str],
        signs: bool,
    ) -> None:
        self.repeat_contact, self.gaps, self.children = repeat, gaps, dict(children)
        self.signs = signs
        super().__init__(request, subjects=list(self.children))
        if gaps and signs:
            self.fields["limited_because"].help_text = f"Essential, and not known: {'; '.join(gaps)}."
            self.fields["follow_up_on"].earliest = today  # type: ignore[attr-defined]
        else:
            del self.fields["limited_because"], self.fields["follow_up_on"]
        self.ways: forms.SameForAll = self.add_part(
            "",
            forms.SameForAll,
            prefix="decided",
            answers=WayForm,
            subjects=[(str(key), name) for key, name in children],
            asks="Is something different decided for any of them?",
        )

    def is_final(self) -> bool:
        """Whether it can be recorded; what protects a child asks for nothing more."""
        if not super().is_final():
            return False
        ways = {said["way"] for said in self.ways.for_each().values()}
        if self.repeat_contact and ways - {Way.STRATEGY_DISCUSSION} and not self.cleaned_data["meaning"]:
            self.add_error("meaning", "Enter what the history means for this decision")
        if self.gaps and self.signs and ways & {*ON_ENOUGH}:
            for name in ("limited_because", "follow_up_on"):
                if not self.cleaned_data[name]:
                    self.add_error(name, f"Enter {self.fields[name].called}")  # type: ignore[attr-defined]
        return not self.errors

    def waits(self) -> bool:
        """Whether something of it waits for a manager, who signs what rests on too little."""
        ways = {said["way"] for said in self.ways.for_each().values()}
        return bool(self.gaps) and not self.signs and bool(ways & {*ON_ENOUGH})

    def given(self, contacts: Mapping[UUID, UUID]) -> list[Decided]:
        """The decision for each child, as the action takes it."""
        shared = {
            "meaning": self.cleaned_data["meaning"],
            "limited_because": self.cleaned_data.get("limited_because") or "",
            "follow_up_on": self.cleaned_data.get("follow_up_on"),
        }
        return [decided(UUID(key), contacts, said, shared) for key, said in self.ways.for_each().items()]


def decided(child: UUID, contacts: Mapping[UUID, UUID], said: Mapping[str, Any], shared: dict[str, Any]) -> Decided:
    """What is decided for one child; what rests on too little says so only where that is asked."""
    way = Way.ADVICE if said["way"] == Way.CLOSE and said["with_advice"] else Way(said["way"])
    told: dict[str, Any] = {name: said[name] or "" for name in STOPS[:3]} if way in CLOSING else {}
    limited: dict[str, Any] = shared if way in ON_ENOUGH else {"meaning": shared["meaning"]}
    return Decided(child=child, contact=contacts[child], way=way, reasons=said["reasons"] or "", **told, **limited)


class AtOnceForm(RecordingForm):
    """A strategy discussion is asked for at once: nothing need be typed."""

    form_code = "front_door.at_once"
    title = phrase("{strategy_discussion:capital} asked for")

    reasons = forms.Text("Why now? One line is enough, or none", optional=True, says_optional=False, limit=1000)


class RingForm(RecordingForm):
    """Whether somebody who was rung has it."""

    form_code = "front_door.ring"
    title = "Who was rung"

    rung = forms.Select("Whom did you ring?", called="whom you rang")
    answer = forms.Choice("What came of it?", choices=RingAnswer.choices, called="what came of it", inline=True)

    def __init__(self, request: RecordRequest, *, child: UUID, line: Sequence[tuple[str, str]]) -> None:
        super().__init__(request, subjects=[child])
        self.fields["rung"].choices = list(line)  # type: ignore[attr-defined]


class TakeUpForm(RecordingForm):
    """What somebody did with a contact that was passed on to them."""

    form_code = "front_door.take_up"
    title = "A contact passed on to you"

    what = forms.LongText("What did you do with it?", called="what you did with it", rows=4)
