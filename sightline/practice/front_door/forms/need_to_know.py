"""Which concerns a contact is about, how far each item is known, and why it is held open."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.front_door import rules
from sightline.practice.front_door.actions import ItemSaid
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.queries import ItemKnown, known_about
from sightline.practice.front_door.rules import KnownState
from sightline.ui import forms
from sightline.ui.vocabulary import in_own_words

SHORT = 2_000  # characters about one item


class AboutContact(AboutOneChild):
    """A form about one contact of a child, on the day on which it is filled in."""

    past = ()

    def __init__(self, request: HttpRequest, *, contact: Contact, **options: Any) -> None:
        self.contact = contact
        super().__init__(request, **options)
        self.prepare()

    def prepare(self) -> None:
        """Ask what depends on the contact."""


class ConcernsForm(AboutContact):
    """Which kinds of concern a contact is about."""

    form_code = "front_door.concerns"
    title = "What kind of concern is it?"

    concerns = forms.Choices(
        "What is the worry about?",
        called="what the worry is about",
        hint="Choose all that fit. Each brings at most six things to find out, three of them essential.",
    )

    def prepare(self) -> None:
        """The kinds that are not named yet."""
        named = {each.concern.key for each in known_about(self.contact.pk)}
        offered = [(each.key, in_own_words(each.name)) for each in rules.concerns().values() if each.key not in named]
        self.fields["concerns"].choices = offered  # type: ignore[attr-defined]


class ItemForm(forms.QuestionForm):
    """How far one item is known."""

    state = forms.Choice(
        "How far is it known?",
        choices=KnownState.choices,
        optional=True,
        says_optional=False,
        small=True,
        reveals={
            KnownState.KNOWN: ["what", "known_from"],
            KnownState.ASKED: ["asked_of"],
            KnownState.NOT_AGREED: ["who_refused"],
            KnownState.NOT_NEEDED: ["why_not"],
        },
    )
    what = forms.LongText("What is known?", rows=2, limit=SHORT)
    known_from = forms.Text("From whom?", optional=True)
    asked_of = forms.Text("Who was asked?", optional=True)
    who_refused = forms.Text("Who did not agree?", optional=True)
    why_not = forms.LongText("Why is it not needed?", rows=2, limit=SHORT, optional=True)

    def __init__(self, *args: Any, known: ItemKnown, **kwargs: Any) -> None:
        super().__init__(*args, initial=initially(known), **kwargs)
        self.item = known.item
        self.fields["state"].label = in_own_words(known.item.question)
        usually = f"Usually known by: {in_own_words(known.item.usually_known_by)}."
        self.fields["state"].help_text = f"Essential. {usually}" if known.item.essential else usually
        self.fields["why_not"].required = known.item.essential
        self.fields["why_not"].error_messages["required"] = "Enter why it is not needed: it is essential"

    def said(self) -> ItemSaid | None:
        """What is said about the item; nothing where the question was left."""
        given = self.cleaned_data
        if not given.get("state"):
            return None
        whom = given["known_from"] or given["asked_of"] or given["who_refused"] or ""
        return ItemSaid(self.item.concern, self.item.key, given["state"], given["what"] or given["why_not"] or "", whom)


def initially(known: ItemKnown) -> dict[str, str]:
    """The newest word about an item, by question."""
    if known.said is None:
        return {}
    said = known.said
    words = {"what": said.what} if said.state == KnownState.KNOWN else {"why_not": said.what}
    return {
        "state": said.state, "known_from": said.known_from, "asked_of": said.known_from,
        "who_refused": said.known_from, **words,
    }  # fmt: skip


def ask_items(form: Any, known: list[ItemKnown], heading: str) -> list[ItemForm]:
    """Ask about some items as parts of a form, the first under a heading."""
    return [
        form.add_part(
            heading if place == 0 else "", ItemForm, prefix=f"{each.item.concern}-{each.item.key}",
            name=in_own_words(each.item.question), known=each,
        )
        for place, each in enumerate(known)
    ]  # fmt: skip


class KnownForm(AboutContact):
    """How far each item of the concerns of a contact is known."""

    form_code = "front_door.known"
    title = "What we know now"

    def prepare(self) -> None:
        """The items of every concern that is named."""
        self.items = [
            form
            for each in known_about(self.contact.pk)
            for form in ask_items(self, list(each.items), in_own_words(each.concern.name))
        ]

    def given(self) -> dict[str, Any]:
        """What is said about each item."""
        return {"said": [said for form in self.items if (said := form.said())]}


class HoldForm(AboutContact):
    """Why a contact is held open until the next working day."""

    form_code = "front_door.hold"
    title = "Keep the contact open to find out more"

    safe_now = forms.Choice(
        "Is the child safe now?",
        choices=rules.SafeNow.choices,
        called="whether the child is safe now",
        hint="Asked each time. A child who is not safe now is not kept waiting for information.",
    )
    reasons = forms.LongText(
        "What is still to be found out, and why can it wait?",
        called="why it is kept open",
        hint="Until the next working day. No clock stops: the decision stays due when it is due.",
        rows=3,
    )
    agreed_with = forms.Text(
        "Which manager agreed?",
        called="which manager agreed",
        hint="Name, and when they said so. A manager who fills this in leaves it empty.",
        limit=200,
        optional=True,
    )
