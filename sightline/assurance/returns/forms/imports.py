"""What is asked before a return is imported."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from sightline.assurance.returns import receiving
from sightline.assurance.returns.reading.lines import NAMES, Kind
from sightline.foundation.identifiers import new_id
from sightline.ui import forms

TRIAL, IMPORT = "trial", "import"
KINDS = [(kind.value, NAMES[kind][0].upper() + NAMES[kind][1:]) for kind in Kind]
HINTS = "Every CSV file of an SSDA903 return together, or one XML file; a census in XML; or a workbook. 25 MB each"
EARLIEST, LATEST = 2010, 2100


class ImportForm(forms.QuestionForm):
    """Which return, its files, and whether to try it out first; files that arrived once need not be sent again."""

    kind = forms.Choice("Which return is it?", choices=KINDS, called="which return it is")
    kept = forms.Choices(
        "Files sent so far",
        hint="Take away the tick where a file should be left out",
        optional=True,
        says_optional=False,
        choices=[],
    )
    chosen = forms.Files("Choose the files", hint=HINTS, optional=True, says_optional=False, called="the files")
    year = forms.WholeNumber(
        "In which year did the collection year end?",
        hint="Only where the files do not say it themselves: 2024 for 1 April 2023 to 31 March 2024",
        optional=True,
        width=4,
        least=EARLIEST,
        most=LATEST,
        called="the year",
    )
    what = forms.Choice(
        "What should happen?",
        choices=[(TRIAL, "Try it out: tell me what would happen, and write nothing"), (IMPORT, "Import it")],
        called="what should happen",
    )
    key = forms.Hidden()

    def __init__(self, posted: QueryDict | None, uploads: list[UploadedFile], *, too_large: bool, author: UUID) -> None:
        self.sent: list[receiving.Sent] = []
        self.refused: list[str] = []
        data = None
        if posted is not None:
            arrived, self.refused = receiving.take_in(uploads)
            self.refused += ["A file is larger than 25 MB. Import it with the command."] if too_large else []
            self.sent = [*receiving.recalled(posted.getlist("kept"), author), *arrived]
            data = posted.copy()
            data.setlist("kept", [receiving.remembered(each, author) for each in self.sent])
        super().__init__(data, initial={"key": str(new_id())})
        self.offer(data)

    def offer(self, data: QueryDict | None) -> None:
        """Offer the files that arrived, each ticked, or nothing where none did."""
        if not self.sent or data is None:
            del self.fields["kept"]
            return
        names = zip(data.getlist("kept"), self.sent, strict=True)
        self.fields["kept"].choices = [(signed, str(each)) for signed, each in names]  # type: ignore[attr-defined]

    def clean_chosen(self) -> list[receiving.Sent]:
        """The files; raises ValidationError with a sentence where they are not a return of the chosen kind."""
        if self.refused:
            raise ValidationError(" ".join(self.refused))
        if not self.sent:
            raise ValidationError("Choose the files")
        kind = self.cleaned_data.get("kind")
        why = receiving.what_does_not_fit(Kind(kind), self.sent) if kind else ""
        if why:
            raise ValidationError(why)
        return self.sent

    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        answers = self.cleaned_data
        return {
            "kind": Kind(answers["kind"]),
            "name": ", ".join(each.name for each in self.sent),
            "year": answers["year"],
            "dry_run": answers["what"] == TRIAL,
            "uploads": [each.plain() for each in self.sent],
        }
