"""What people without a sign-in are asked: plain forms, with no draft, and room for no more than is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.core import signing

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.documents.forms.repeating import Button, ButtonInput
from sightline.foundation.identifiers import new_id
from sightline.practice.front_door.presenters.titles import question_words
from sightline.practice.front_door.queries import LinkAsked
from sightline.practice.front_door.rules import LETTERS, LONGEST_AGE, AnswerOutcome
from sightline.ui import forms

LONGEST, LONG, SHORT = 150_000, 4_000, 200  # bytes of a whole post; characters of an answer; of a line
PAGE_LIVES = 12 * 60 * 60  # seconds for which a page may stay open before it is sent
MOST_CHILDREN = 12
ADD_CHILD = "add_child"  # the name of the button that asks about one child more
NOT_SAID = ("ticket", "children", "enter")  # what the page itself carries
SALT = "front_door.public_form"
TOO_OLD = "This page was open too long. Nothing was sent: look through it and send it again"


def reference_of(key: UUID) -> str:
    """The short reference of something sent, such as 7KQ4-2XM9."""
    number = int.from_bytes(hashlib.sha256(key.bytes).digest()[:8])
    letters = []
    for _ in range(8):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


class PublicForm(forms.QuestionForm):
    """A form with a ticket of its own: sent twice, it has one effect."""

    ticket = forms.Hidden("Ticket")

    def __init__(self, data: Any = None, *, about: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.about = about
        self.key = None if data is None else self.key_sent(str(data.get("ticket", "")))
        if self.key is None:
            self.new_ticket()

    def key_sent(self, ticket: str) -> UUID | None:
        """The key that the page carried; nothing where it is not ours or too old."""
        try:
            key, about = signing.loads(ticket, salt=SALT, max_age=PAGE_LIVES)
            return UUID(key) if about == self.about else None
        except (signing.BadSignature, ValueError, TypeError):
            return None

    def new_ticket(self) -> None:
        """Let the page carry a new key."""
        made = signing.dumps([str(new_id()), self.about], salt=SALT)
        self.fields["ticket"].initial = made
        if self.is_bound:
            sent: Any = self.data
            answers = sent.copy()
            answers["ticket"] = made
            self.data = answers

    def clean(self) -> dict[str, Any]:
        """The answers; refuses those of a page that is too old."""
        if self.is_bound and self.key is None:
            self.add_error(None, TOO_OLD)
        return self.cleaned_data

    def said(self) -> list[list[str]]:
        """Every question with its answer as people read it, for the sender's copy."""
        children = [pair for part in self.parts for pair in pairs(part.form, str(part.name))]
        return [*pairs(self), *children]


def pairs(form: Any, heading: str = "") -> Iterator[list[str]]:
    """The questions of a form that were answered, each with its answer in words."""
    for name, field in form.fields.items():
        answer = form.cleaned_data.get(name)
        if name not in NOT_SAID and answer not in (None, ""):
            words = dict(getattr(field, "choices", ())).get(answer, answer)
            yield [f"{heading}: {field.label}" if heading else str(field.label), shown(words)]


def shown(answer: Any) -> str:
    """An answer as people read it."""
    return f"{answer.day} {answer:%B %Y}" if hasattr(answer, "strftime") else str(answer)


class CodeForm(forms.QuestionForm):
    """The code that was told by telephone."""

    code = forms.Text(
        "The code we told you by telephone", called="the code", hint="Six digits.", width=10, limit=20,
        autocomplete="off",
    )  # fmt: skip


class ReplyForm(PublicForm):
    """What an agency answers with its link."""

    opened = forms.Hidden("Opened")
    given_by = forms.Text("Your name and role", called="your name and role", limit=SHORT)
    telephone = forms.Telephone("A number on which we can ring you back", called="the number", limit=30)
    outcome = forms.Choice(
        "What can you tell us?",
        called="what you can tell us",
        choices=[
            (AnswerOutcome.ANSWERED, "I answer below"),
            (AnswerOutcome.NOTHING, "We know nothing about it"),
            (AnswerOutcome.WILL_NOT, "We may not say"),
        ],
    )

    def __init__(self, data: Any = None, *, link: LinkAsked, **options: Any) -> None:
        super().__init__(data, about=str(link.link), **options)
        self.items = [f"item_{place}" for place, _ in enumerate(link.items)]
        for name, item in zip(self.items, link.items, strict=True):
            words = question_words(*item.split(":", 1))
            self.fields[name] = forms.LongText(words, rows=3, limit=LONG, optional=True)
        self.fields["text"] = forms.LongText("Anything else we should know?", rows=4, limit=LONG, optional=True)

    def payload(self) -> dict[str, Any]:
        """What is kept, as it was sent."""
        said = self.cleaned_data
        answers = [[str(self.fields[name].label), said[name]] for name in self.items if said[name]]
        text = "\n\n".join([*(f"{question}\n{answer}" for question, answer in answers), said["text"]]).strip()
        given = f"{said['given_by']} ({said['telephone']})"[:SHORT]
        return {"outcome": said["outcome"], "given_by": given, "text": text, "answers": answers}


class OneChildForm(forms.QuestionForm):
    """One child whom a partner worries about; everything may be unknown."""

    name = forms.Text("Name", limit=SHORT, optional=True, autocomplete="off", hint="Leave it empty if you do not know.")
    born = forms.Date("Date of birth", optional=True, quick=False)
    age = forms.WholeNumber(
        "About how many years old, if you do not know?", optional=True, most=LONGEST_AGE, hint="0 for a baby."
    )
    school = forms.Text("School or nursery", limit=SHORT, optional=True)


class RequestForm(PublicForm):
    """What a partner worries about or asks for, in the order in which it is needed."""

    safe_now = forms.Choice(
        "Is the child safe now?",
        called="whether the child is safe now",
        choices=[("yes", "Yes, as far as I know"), ("no", "No"), ("not_known", "I do not know")],
        hint="If a child is in danger now, ring 999 first, then us. Do not wait for an answer to this form.",
    )
    done_now = forms.LongText("What have you done so far?", rows=3, limit=LONG, optional=True)
    your_name = forms.Text("Your name", called="your name", limit=SHORT, autocomplete="name")
    your_role = forms.Text("Your role", called="your role", limit=SHORT, autocomplete="organization-title")
    organisation = forms.Text("Your organisation", called="your organisation", limit=SHORT, autocomplete="organization")
    telephone = forms.Telephone("A number on which we can ring you back", called="the number", limit=30)
    email = forms.Email("Your work email", called="your email")
    parents_know = forms.Choice(
        "Do the parents know that you are telling us?",
        called="whether the parents know",
        choices=[
            ("agree", "Yes, and they agree"),
            ("know", "Yes, and they do not agree"),
            ("no", "No, I could not ask them"),
            ("unsafe", "No, asking would raise the risk"),
        ],
    )
    worried = forms.LongText("What worries you?", called="what worries you", rows=5, limit=LONG, points_out=False)
    own_words = forms.LongText(
        "What did the child say, in the child's words?", rows=3, limit=LONG, optional=True, points_out=False
    )
    life = forms.LongText("What is it like for this child, day to day?", rows=3, limit=LONG, optional=True)
    protects = forms.LongText("Who or what protects the child?", rows=3, limit=LONG, optional=True)
    not_known = forms.LongText("What do you not know?", rows=2, limit=LONG, optional=True)
    address = forms.Text("Where does the child live?", limit=SHORT, optional=True, autocomplete="off")
    others = forms.LongText("Who else lives there, adults and children?", rows=3, limit=LONG, optional=True)

    def __init__(self, data: Any = None, **options: Any) -> None:
        adds = data is not None and ADD_CHILD in data
        super().__init__(data, about="request", restored=adds, **options)
        number = children_asked(data)
        self.send_on_enter(number)
        self.children = [
            self.add_part(f"Child {place}", OneChildForm, prefix=f"child-{place}", name=f"Child {place}")
            for place in range(1, number + 1)
        ]
        if number < MOST_CHILDREN:
            asked = {"text": "Add another child", "sends": ADD_CHILD, "goes_to": f"id_child-{number + 1}-name"}
            self.add_part("", Button, prefix="more", value="yes", **asked)

    def unplaced(self) -> list[tuple[str, str]]:
        """Text that no question claims; which button was pressed is none."""
        return [(code, text) for code, text in super().unplaced() if code not in (ADD_CHILD, "send")]

    def send_on_enter(self, number: int) -> None:
        """Let the page carry how many children it asks about, and the Enter key send it and not add one."""
        self.fields["children"] = forms.Hidden("Children", initial=str(number))
        if self.is_bound:
            sent: Any = self.data
            answers = sent.copy()
            answers["children"] = str(number)
            self.data = answers
        unseen: dict[str, Any] = {
            "classes": "govuk-visually-hidden",
            "attributes": {"tabindex": "-1", "aria-hidden": "true"},
        }
        self.fields["enter"] = django_forms.Field(required=False, widget=ButtonInput("Send", "send", "1", **unseen))

    def payload(self) -> dict[str, Any]:
        """What is kept, as it was sent: by question for the intake, and as the sender's copy reads."""
        said = {name: answer or "" for name, answer in self.cleaned_data.items() if name not in NOT_SAID}
        children = [plain(form.cleaned_data) for form in self.children]
        return said | {"children": [each for each in children if any(each.values())], "copy": self.said()}


def children_asked(sent: Mapping[str, str] | None) -> int:
    """About how many children the page asks: one, and one more whenever the button is pressed."""
    said = (sent or {}).get("children", "")
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 3 else 1
    return min(max(number, 1) + (ADD_CHILD in (sent or {})), MOST_CHILDREN)


def plain(answers: dict[str, Any]) -> dict[str, str]:
    """The answers about one child as text, the day of birth as a machine reads it."""
    days = {name: answer.isoformat() for name, answer in answers.items() if hasattr(answer, "isoformat")}
    return {name: "" if answer is None else str(answer) for name, answer in answers.items()} | days


class SetAsideForm(RecordingForm):
    """Why what a partner sent is not taken in."""

    form_code = "front_door.set_aside"
    title = "Set it aside"

    why = forms.LongText(
        "Why is it set aside?",
        called="why it is set aside",
        hint=("For example: sent twice, or meant for another authority."),
        rows=2,
        limit=500,
    )
