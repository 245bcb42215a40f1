"""Taking a contact: what kind first, whether everybody is safe, then who it is about, what it is, and who told us."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms as django_forms

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm, When
from sightline.foundation.documents.forms.repeating import Button, ButtonInput
from sightline.foundation.recording.forms import choices_of
from sightline.practice.front_door.forms.somebody import AdultForm, ChildForm
from sightline.practice.front_door.rules import (
    Arrival,
    CameBy,
    ChildOfContact,
    ContactKind,
    Issue,
    Referrer,
    SafeNow,
)
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

AT_ONCE = "at_once_now"  # the name of the button that also asks for a strategy discussion
BY_HAND = [(each.value, each.label) for each in CameBy if each != CameBy.POLICE_FILE]
LOOK = {"text": "Look whether we know them", "sends": "add_another", "value": "look"}
HINTS: dict[str, Any] = {
    ContactKind.ABOUT_OPEN_CHILD: "Goes to the worker, the manager and duty today. No new referral begins.",
    ContactKind.INFORMATION_CHECK: "Recorded as a question and its answer. Nothing is decided.",
    ContactKind.ALLEGATION: "Not here: it goes to the designated officer, and is kept apart from children’s records.",
    ContactKind.HOMELESS: phrase("They may be a {cared_for_child} from today: assess with housing."),
}
TO_DESIGNATED_OFFICER = (
    "This is not recorded about a child. Ring the designated officer today, and keep what was said for them. "
    "If a child is at risk as well, choose a worry, and record that part here."
)


class StoryForm(forms.QuestionForm):
    """What it is about, in the words of whoever tells it, and of the child."""

    what_about = forms.LongText(
        "What are they worried about, or what do they ask?", called="what it is about", rows=5, points_out=False
    )
    worried = forms.Text("Who else is worried?", optional=True)
    life = forms.LongText("What is it like for the child?", optional=True, rows=2)
    own_words = forms.LongText(
        "What did the child say, in the child’s own words?", optional=True, rows=2, points_out=False
    )
    protects = forms.LongText("What protects the child?", optional=True, rows=2)
    not_known = forms.LongText("What do we not know?", optional=True, rows=2)


class WhoForm(forms.QuestionForm):
    """Who got in touch, and whether they must stay unnamed."""

    source = forms.Select("Who got in touch?", called="who got in touch")
    name = forms.Text("Their name", optional=True, limit=200, autocomplete="off")
    role = forms.Text("Their role", optional=True, limit=120, autocomplete="off")
    organisation = forms.Text("Their organisation", optional=True, limit=200, autocomplete="off")
    telephone = forms.Telephone("Telephone", optional=True, limit=30)
    email = forms.Email("Email", optional=True)
    asks_protection = forms.Confirm(
        "The family must not learn who it was (a member of the public is protected in any case)",
        optional=True,
        says_optional=False,
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source"].choices = choices_of("cin-referral-source", today)  # type: ignore[attr-defined]


class UrgentButton(forms.QuestionForm):
    """The button that records and asks for a strategy discussion in one step."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = str(phrase("Record, and ask for {strategy_discussion:article} now"))
        shown = ButtonInput(text, AT_ONCE, "yes", classes="govuk-button--warning", preventDoubleClick=True)
        self.fields["button"] = django_forms.Field(required=False, widget=shown)


class IntakeForm(When, RecordingForm):
    """Somebody gets in touch about one child or several."""

    form_code = "front_door.intake"
    title = "A contact"
    asks_day, asks_time = "received_on", "received_at"

    kind = forms.Choice(
        "What kind of contact is it?",
        choices=ContactKind.choices,
        hints=HINTS,
        reveals={ContactKind.INFORMATION_CHECK: "answered"},
        called="what kind of contact it is",
    )
    answered = forms.LongText("What did you answer?", called="what you answered", rows=2)
    safe_now = forms.Choice(
        "Is every child safe now?",
        choices=SafeNow.choices,
        reveals={SafeNow.NO: "done_now"},
        called="whether every child is safe now",
    )
    done_now = forms.Text("What is being done this minute?", called="what is being done", limit=500, optional=True)
    came_by = forms.Choice("How did they get in touch?", choices=BY_HAND, called="how they got in touch", small=True)
    received_on = forms.Date("On which day?", called="the day", hint="The day they did, not the day it was opened.")
    received_at = forms.Time("At what time?", optional=True)

    def __init__(self, request: RecordRequest, *, known: Sequence[Named] = (), now: datetime, today: date) -> None:
        self.known, self.now, self.today = known, now, today
        super().__init__(request, subjects=[each.key for each in known], initial={"received_on": today})
        self.fields["received_on"].latest = today  # type: ignore[attr-defined]
        self.children = self.repeat("children", ChildForm, heading="Child", most=12, today=today)
        self.related = self.add_part("", RelatedForm, prefix="related")
        self.adults = self.repeat("adults", AdultForm, heading="Adult", most=12)
        self.add_part("", Button, prefix="look", **LOOK)
        self.story = self.add_part("What it is about", StoryForm, prefix="story")
        self.who = self.add_part("Who got in touch", WhoForm, prefix="who", today=today)
        self.add_part("", UrgentButton, prefix="urgent")

    def unplaced(self) -> list[tuple[str, str]]:
        """Text that no question claims any more; which button was pressed is none."""
        return [(code, text) for code, text in super().unplaced() if code != AT_ONCE]

    def clean(self) -> dict[str, Any]:
        """A time that has come; an allegation about a professional is told elsewhere."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        if cleaned.get("kind") == ContactKind.ALLEGATION:
            self.add_error("kind", TO_DESIGNATED_OFFICER)
        return cleaned

    def is_final(self) -> bool:
        """Whether it is to be recorded, every answer can be taken, and somebody is named whom it is about."""
        if not super().is_final():
            return False
        if not self.known and all(row.is_left() for row in self.children):
            self.children[0].add_error("known_as", "Enter a name, or how to tell the child apart")
            return False
        return True

    def at_once(self) -> bool:
        """Whether a strategy discussion is asked for in the same step."""
        return AT_ONCE in self.request.POST

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said, story, who = self.cleaned_data, self.story.cleaned_data, self.who.cleaned_data
        place = {str(each): story[each.value] for each in Issue if each != Issue.ABOUT_WHAT and story[each.value]}
        arrival = Arrival(
            **{name: said[name] or "" for name in ("kind", "came_by", "safe_now", "done_now", "answered")},
            received_on=said["received_on"],
            what_about=story["what_about"],
            issues=place,
        )
        return {
            "arrival": arrival,
            "referrer": Referrer(**who),
            "children": [*(ChildOfContact(child=each.key) for each in self.known), *told(self.children)],
            "adults": told(self.adults),
            "brothers_and_sisters": bool(self.related.cleaned_data["brothers_and_sisters"]),
            "received_at": self.moment(),
            "at_once": self.at_once(),
        }


class RelatedForm(forms.QuestionForm):
    """Whether the children belong together."""

    brothers_and_sisters = forms.Confirm(
        "The children are brothers and sisters of each other", optional=True, says_optional=False
    )


def told(rows: Sequence[Any]) -> list[Any]:
    """Those of the rows in which somebody was named."""
    return [row.told() for row in rows if not row.is_left()]
