"""What every form about one detail of a person shares: since when, and, where it corrects one, why."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.children.forms.dates import between
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms

SOMEBODY_ELSE = "somebody_else"
NOBODY_YET = "Nobody is in the family and network yet. Add the person there first, then record this."


class DetailForm(RecordingForm):
    """A detail of a person: recorded new, or recorded again in place of one that was wrong."""

    began_label: ClassVar[Any] = "From when?"
    began_hint: ClassVar[Any] = "If you do not know, leave this empty: today is used"
    asks_who: ClassVar[str] = ""  # the question whose answers are the people around the child
    or_somebody_else: ClassVar[bool] = False

    began = forms.Date("From when?", called="the date it began", optional=True)
    correction_reason = forms.Text(
        "Why is it corrected?",
        hint="What was recorded before stays readable, marked as corrected",
        called="why it is corrected",
        limit=500,
    )

    def __init__(
        self,
        request: RecordRequest,
        *,
        subjects: Iterable[UUID],
        today: date,
        correcting: bool = False,
        people: Sequence[tuple[UUID, str]] = (),
        agencies: Sequence[tuple[UUID, str]] = (),
        **options: Any,
    ) -> None:
        self.today, self.correcting, self.people, self.agencies = today, correcting, people, agencies
        super().__init__(request, subjects=subjects, **options)
        self.fields["began"].label = self.began_label
        self.fields["began"].help_text = "" if correcting else self.began_hint
        between(self, "began", latest=today)
        self.prepare()
        if not correcting:
            del self.fields["correction_reason"]
        last = ("began", "correction_reason")
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def prepare(self) -> None:
        """Fill in the answers that depend on today and on the people around the child."""
        if self.asks_who:
            asked = [(str(key), name) for key, name in self.people]
            if self.or_somebody_else:
                asked.append((SOMEBODY_ELSE, "Somebody else"))
            self.fields[self.asks_who].choices = asked  # type: ignore[attr-defined]
            if not asked:
                self.fields[self.asks_who].help_text = NOBODY_YET

    def values(self) -> dict[str, Any]:
        """The answers by the names under which they are kept; only after `is_valid`."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "correction_reason"}
        values["began"] = values["began"] or self.initial.get("began") or self.today
        if self.asks_who:
            chosen = values.pop(self.asks_who)
            values["other_id"] = None if chosen in ("", SOMEBODY_ELSE) else UUID(chosen)
        return values
