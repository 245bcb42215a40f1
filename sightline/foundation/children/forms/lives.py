"""Questions about what happens once in a life: births, babies who are expected, deaths, pregnancies that end."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.children.forms.dates import between
from sightline.foundation.children.models.person import NAME_LENGTH
from sightline.foundation.children.rules import Sex
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms

NUMBERS = (("1", "One"), ("2", "Two"), ("3", "Three"), ("4", "Four"))


class DeathForm(RecordingForm):
    """That somebody died."""

    form_code, title = "children.death", "A death"

    on = forms.Date("When did they die?", called="the date")
    details = forms.LongText("Anything that must be known here", optional=True, limit=1000, rows=3)
    sure = forms.Confirm("I have checked that this is the right person")

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, **options)
        between(self, "on", latest=today)


class EndOfPregnancyForm(DeathForm):
    """That a pregnancy ended: the day, and what colleagues should know so that nobody says the wrong thing."""

    form_code, title = "children.pregnancy_ended", "The end of a pregnancy"

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, today=today, **options)
        self.fields["on"].label = "On which day did the pregnancy end?"
        self.fields["on"].help_text = "If you do not know the day, give the day on which you heard of it"
        self.fields["details"].label = "What should colleagues know before they speak with the parents?"
        self.fields["details"].help_text = "For example who knows of it, and how they wish to be spoken with"
        self.fields["sure"].label = "This is the right record: the name stands at the top of this page"


class BabyForm(forms.QuestionForm):
    """One child of a birth."""

    birth_date = forms.Date("Date of birth", called="the date of birth", quick=False)
    sex = forms.Choice("Sex", choices=Sex.choices, inline=True)
    given_names = forms.Text(
        "Given names", optional=True, limit=NAME_LENGTH, hint="Leave this empty if there is no name yet"
    )
    family_name = forms.Text("Family name", optional=True, limit=NAME_LENGTH)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        between(self, "birth_date", latest=today)


class BirthForm(RecordingForm):
    """A birth: one child, or several."""

    form_code, title = "children.birth", "A birth"

    how_many = forms.Choice(
        "How many children were born?",
        choices=NUMBERS,
        called="how many",
        hint="For more than one child, choose how many and record: the questions about each child then appear",
    )

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, **options)
        names = ("First child", "Second child", "Third child", "Fourth child")
        answered = self.data.get("how_many") if self.is_bound else None
        wanted = int(answered) if answered in dict(NUMBERS) else 1
        for number, name in enumerate(names[:wanted], start=1):
            self.add_part(name, BabyForm, prefix=f"baby{number}", name=name, today=today)

    def babies(self) -> list[dict[str, Any]]:
        """The answers for each child; only after `is_valid`."""
        return [part.form.cleaned_data for part in self.parts]


class ExpectingForm(RecordingForm):
    """That more babies of a pregnancy are expected than have a record."""

    form_code, title = "children.expecting", "More babies are expected"

    more = forms.Choice(
        "How many more babies are expected, besides those who have a record?",
        choices=NUMBERS[:3],
        called="how many more",
        hint="Each gets a record of their own, with the family and the workers of this one. The assessment, if there "
        "is one, is then about each of them. Until there are names they are called baby A, baby B and so on",
    )
