"""What part of a log somebody wants to see."""

from typing import Any
from uuid import UUID

from sightline.foundation.audit_trail.queries import Asked
from sightline.ui import forms


class LogForm(forms.QuestionForm):
    """Whose entries, and from when to when."""

    who = forms.Select("Who?", choices=[], optional=True, says_optional=False)
    earliest = forms.Date("From", called="the first day", optional=True, says_optional=False)
    latest = forms.Date("To", called="the last day", optional=True, says_optional=False)

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody = ("", "Everybody")
        self.fields["who"].choices = [everybody, *((str(key), name) for key, name in people)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A period that does not end before it begins."""
        cleaned = self.cleaned_data
        first, last = cleaned.get("earliest"), cleaned.get("latest")
        if first and last and last < first:
            self.add_error("latest", "The last day must not be before the first")
        return cleaned

    def wanted(self, *, older_than: int | None, everything: bool) -> Asked:
        """What is asked for; everything where the answers cannot be taken."""
        answers = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Asked(
            practitioner=UUID(answers["who"]) if answers.get("who") else None,
            earliest=answers.get("earliest"),
            latest=answers.get("latest"),
            older_than=older_than,
            everything=everything,
        )
