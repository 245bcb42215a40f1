"""What is asked when the work with a child is closed."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.code_sets import code_set
from sightline.foundation.oversight.rules import LeftToDo, Settled
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms.transfers import FamilyTold
from sightline.foundation.workforce.presenters.words import closure_words
from sightline.ui import forms


class LeftForm(forms.QuestionForm):
    """What becomes of one thing that somebody still has to do."""

    how = forms.Choice("What becomes of it?", choices=Settled.choices, called="what becomes of it")
    words = forms.LongText("How, or to whom?", called="how it was settled or to whom it is handed on", rows=2)


class CloseForm(FamilyTold):
    """Why the work ends, what changed for the child, what remains, and what becomes of everything still to do."""

    form_code = "workforce.close_work"
    title = "Close the work with a child"

    on = forms.Date("On which day does the work end?", called="the day the work ends")
    reason = forms.Select("Why does it end?", called="why it ends", hint="As the children in need census asks it.")
    what_changed = forms.LongText("What changed for the child?", called="what changed for the child", rows=5)
    what_remains = forms.LongText(
        "What remains?", called="what remains", hint="What is still hard or worrying, and who helps with it.", rows=4
    )
    goodbye = forms.LongText("How is goodbye said to the child?", called="how goodbye is said", rows=3)
    who_to_call = forms.LongText(
        "Whom can the family call from now on?", called="whom the family can call", hint="Name and number.", rows=3
    )

    def __init__(self, *args: Any, left: Sequence[tuple[UUID, str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        day: Any = self.fields["on"]
        day.latest, day.initial = today, today
        codes = code_set("cin-reason-for-closure").codes(today)
        choices.set_choices(self, "reason", [(code, closure_words(code, today)) for code in codes])
        asked = ("on", "reason", "what_changed", "what_remains", "goodbye", "who_to_call", "family_told")
        self.order_fields((*asked, "family_said", "why_not_told"))
        self.left = [
            (kind, fact, self.add_part(heading, LeftForm, prefix=f"left-{fact}", name=heading))
            for fact, kind, heading in left
        ]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        asked = ("on", "reason", "what_changed", "what_remains", "goodbye", "who_to_call")
        said = {name: self.cleaned_data[name] for name in asked}
        left = [LeftToDo(kind, fact, **form.cleaned_data) for kind, fact, form in self.left]
        return {**said, **self.told(), "left": left}
