"""About which brothers and sisters something is recorded together."""

from collections.abc import Sequence
from typing import Any

from sightline.foundation.children.queries.siblings import Named
from sightline.ui import forms


class WhoElseForm(forms.QuestionForm):
    """Which brothers and sisters something was about as well."""

    also = forms.Choices("Who else was it about?", optional=True, says_optional=False)

    def __init__(self, *args: Any, child: str, others: Sequence[Named], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["also"].label = f"Who is it about, besides {child}?"
        self.fields["also"].help_text = "Tick all of them. Leave empty if it is about nobody else."
        self.fields["also"].choices = [(str(each.reference), each.name) for each in others]  # type: ignore[attr-defined]
