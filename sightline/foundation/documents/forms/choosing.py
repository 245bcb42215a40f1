"""Questions about a draft itself: which of two texts to keep, and whether to discard it."""

from collections.abc import Sequence
from typing import Any

from sightline.foundation.documents.presenters.conflict import Pair
from sightline.ui import forms


class ChooseTexts(forms.QuestionForm):
    """For every answer that two pages saved differently: which one to keep. Nothing is chosen beforehand."""

    def __init__(self, *args: Any, pairs: Sequence[Pair], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pairs = pairs
        for number, pair in enumerate(pairs):
            self.fields[f"keep-{number}"] = self.question(pair)

    def question(self, pair: Pair) -> forms.Choice:
        """One pair of texts to choose from."""
        asked = forms.Choice(
            f"“{pair.label}”: which text do you want to keep?",
            choices=[("theirs", "The text saved first"), ("yours", "The text saved second")],
        )
        asked.error_messages["required"] = f"Select which text to keep for “{pair.label}”"
        return asked

    def asked_pairs(self) -> list[tuple[Pair, Any]]:
        """Every pair with its question."""
        return [(pair, self[f"keep-{number}"]) for number, pair in enumerate(self.pairs)]

    def chosen(self) -> dict[str, list[str]]:
        """The answers to take from the second text, by code; only after `is_valid`."""
        taken: dict[str, list[str]] = {}
        for number, pair in enumerate(self.pairs):
            if self.cleaned_data[f"keep-{number}"] == "yours":
                taken |= pair.yours_by_code
        return taken


class DiscardForm(forms.QuestionForm):
    """Whether a draft is really to be thrown away."""

    sure = forms.Confirm("Yes, discard this draft. It cannot be brought back")
