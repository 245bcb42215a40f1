"""On what basis agencies may be asked, whom and what, and what they answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from sightline.foundation.calendar.words import LONDON, in_london
from sightline.foundation.children.queries.details import agencies
from sightline.foundation.children.rules.family import AgencyKind
from sightline.foundation.documents.forms import RecordingForm, When
from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.front_door import rules
from sightline.practice.front_door.actions import Answered
from sightline.practice.front_door.forms.need_to_know import AboutContact, ask_items
from sightline.practice.front_door.queries import Asked, ItemKnown, known_about
from sightline.practice.front_door.rules import AnswerOutcome, AskedHow, Basis
from sightline.ui import forms
from sightline.ui.vocabulary import in_own_words

ANOTHER = "another"


class BasisForm(AboutContact):
    """On what basis other agencies may be asked."""

    form_code = "front_door.basis"
    title = "Why other agencies may be asked"

    basis = forms.Choice(
        "On what basis?",
        called="the basis",
        choices=Basis.choices,
        hints={
            Basis.PARENT_AGREES: "Below section 47 the parent is asked first.",
            Basis.PROPORTIONATE: "The parent said no, or could not be asked: a decision with reasons.",
        },
        reveals={
            Basis.PARENT_AGREES: ["who_agreed"],
            Basis.ASKING_RAISES_RISK: ["why_risk"],
            Basis.SECTION_47_MET: ["why_met"],
            Basis.PROPORTIONATE: ["why_proportionate"],
        },
    )
    who_agreed = forms.Text("Who agreed, to what, and when?", called="who agreed", limit=200)
    why_risk = forms.LongText("How would asking raise the risk?", called="how asking would raise the risk", rows=3)
    why_met = forms.LongText("Why is it met?", called="why it is met", rows=3)
    why_proportionate = forms.LongText(
        "What did the parent say, and why is it proportionate to ask all the same?", called="why", rows=4
    )
    decided_by = forms.Text("Who decided?", called="who decided", hint="Name and role.", limit=200)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        reasons = said["why_risk"] or said["why_met"] or said["why_proportionate"] or ""
        given = {name: said[name] or "" for name in ("basis", "who_agreed", "decided_by")}
        return given | {"reasons": reasons}


class AgencyQuestions(forms.QuestionForm):
    """Which agency, where it is one that is known, and else its name and kind."""

    def offer_agencies(self) -> None:
        """The agencies that are known, and another one."""
        known = [(str(key), name) for key, name in agencies()]
        self.fields["agency"].choices = [*known, (ANOTHER, "Another agency")]  # type: ignore[attr-defined]

    def the_agency(self) -> dict[str, Any]:
        """The agency as actions take it."""
        said = self.cleaned_data
        if said["agency"] != ANOTHER:
            return {"agency_id": UUID(said["agency"])}
        return {"agency_name": said["agency_name"], "agency_kind": said["agency_kind"]}


def which_agency() -> forms.Select:
    """The question which agency it is."""
    return forms.Select("Which agency?", called="the agency", reveals={ANOTHER: ["agency_name", "agency_kind"]})


class AskForm(AgencyQuestions, AboutContact):
    """Which agency is asked what, how, and by when."""

    form_code = "front_door.ask"
    title = "Ask an agency"

    agency = which_agency()
    agency_name = forms.Text("Name of the agency", limit=200)
    agency_kind = forms.Select("What kind of agency?", choices=AgencyKind.choices, called="the kind of agency")
    whom = forms.Text("Who is asked there?", hint="Name and role, where you know them.", optional=True, limit=200)
    items = forms.Choices("What do we need to know from them?", called="what is asked", optional=True)
    question = forms.LongText(
        "Anything else?",
        hint="Only what they need in order to answer. It goes into the text you send, not onto the page behind a link.",
        rows=3,
        optional=True,
        limit=2_000,
    )
    how = forms.Choice(
        "How are they asked?",
        called="how they are asked",
        choices=AskedHow.choices,
        hints={AskedHow.LINK: "To the verified address of the agency. You send the text; the code goes by telephone."},
    )
    due_on = forms.Date("By which day should they answer?", called="the day")
    due_at = forms.Time("At what time?", called="the time")

    def prepare(self) -> None:
        """What is not known yet comes first; an answer is hoped for in a few hours."""
        self.offer_agencies()
        known = [item for each in known_about(self.contact.pk) for item in each.items]
        waiting = sorted(known, key=lambda each: (each.state in rules.SETTLED, not each.item.essential))
        self.fields["items"].choices = [  # type: ignore[attr-defined]
            (f"{each.item.concern}:{each.item.key}", words_for(each)) for each in waiting
        ]
        if not waiting:
            del self.fields["items"]
        due = rules.answer_hoped_for(in_london(timezone.now()))
        self.initial = {"due_on": due.date(), "due_at": f"{due:%H:%M}", **(self.initial or {})}

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        due = datetime.combine(said["due_on"], said["due_at"], tzinfo=LONDON)
        plain = {name: said[name] or "" for name in ("whom", "question", "how")}
        return self.the_agency() | plain | {"items": said.get("items") or [], "due_at": due}


def words_for(known: ItemKnown) -> str:
    """An item in the list of what an agency may be asked."""
    words = in_own_words(known.item.question)
    return f"{words} (essential)" if known.is_gap else words


class AnswerForm(When, AboutOneChild):
    """What somebody of an agency answered, typed in by whoever spoke with them."""

    form_code = "front_door.answer"
    title = "What they answered"
    past = ("on",)
    asks_day, asks_time = "on", "answered_at"

    given_by = forms.Text("Who answered?", called="who answered", hint="Name and role.", limit=200)
    on = forms.Date("On which day?", called="the day")
    answered_at = forms.Time("At what time?", called="the time")
    how = forms.Choice(
        "How did they answer?",
        called="how they answered",
        choices=[each for each in rules.AnsweredHow.choices if each[0] != rules.AnsweredHow.LINK],
    )
    outcome = forms.Choice("What became of it?", called="what became of it", choices=AnswerOutcome.choices)
    text = forms.LongText(
        "What did they say?", hint="In their words where it matters.", rows=5, optional=True, points_out=False
    )

    def __init__(self, request: HttpRequest, *, asked: Asked, **options: Any) -> None:
        super().__init__(request, **options)
        self.items = ask_items(self, items_asked(asked), "What is known because of it")

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        known = tuple(each for form in self.items if (each := form.said()))
        answered = Answered(said["how"], said["outcome"], said["given_by"], said["text"] or "", known)
        return {"on": said["on"], "at": self.moment(), "answered": answered}


def items_asked(asked: Asked) -> list[ItemKnown]:
    """The items that a check asks, as far as they are known."""
    return [
        known
        for each in known_about(asked.check.contact_id)
        for known in each.items
        if f"{known.item.concern}:{known.item.key}" in asked.check.items
    ]


class TakeInForm(AboutOneChild):
    """What is known because of what an agency sent."""

    form_code = "front_door.take_in"
    title = "Take in what they answered"
    past = ()

    def __init__(self, request: HttpRequest, *, asked: Asked, **options: Any) -> None:
        super().__init__(request, **options)
        self.items = ask_items(self, items_asked(asked), "What is known because of it")

    def given(self) -> dict[str, Any]:
        """What is said about each item."""
        return {"known": [said for form in self.items if (said := form.said())]}


class RenewLinkForm(AboutOneChild):
    """A new link in place of the one before."""

    form_code, title, past = "front_door.renew_link", "Make a new link", ()


class RevokeLinkForm(AboutOneChild):
    """The end of a link."""

    form_code, title, past = "front_door.revoke_link", "Revoke the link", ()


class AddressForm(AgencyQuestions, RecordingForm):
    """To which address links for an agency may go."""

    form_code = "front_door.address"
    title = "Verify the address of an agency"

    agency = which_agency()
    agency_name = forms.Text("Name of the agency", limit=200)
    agency_kind = forms.Select("What kind of agency?", choices=AgencyKind.choices, called="the kind of agency")
    email = forms.Email(
        "Their email address",
        called="the address",
        hint="An address of the organisation, never a private one.",
        autocomplete="off",
    )
    how_verified = forms.Text(
        "How did you make sure that it is theirs?",
        called="how you made sure",
        hint="For example: rang the switchboard and asked.",
    )

    def __init__(self, request: HttpRequest, **options: Any) -> None:
        super().__init__(request, **options)
        self.offer_agencies()

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return self.the_agency() | {"email": said["email"], "how_verified": said["how_verified"]}
