"""The same questions for several people: answered once for all of them, except for those where it differs."""

from collections.abc import Mapping, Sequence
from typing import Any

from sightline.ui.forms.fields import Choices
from sightline.ui.forms.questions import Part, QuestionForm, Questions, chosen


class SameForAll(QuestionForm):
    """Questions asked once for everyone, with the exceptions ticked and answered apart; add it with `add_part`.

    `given` is what was answered before, by person: what most have in common stands for all, the rest as exceptions.
    """

    different = Choices(
        "Is it different for any of them?",
        hint="Tick each one who needs an answer of their own.",
        optional=True,
        says_optional=False,
    )

    parts_come_first = True

    def __init__(
        self,
        *args: Any,
        answers: type[Questions],
        subjects: Sequence[tuple[str, str]],
        asks: Any = "",
        form_options: dict[str, Any] | None = None,
        given: Mapping[str, dict[str, Any]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = dict(subjects)
        self.given = self.as_given(given or {})
        self.options = {"answers": answers, **(form_options or {})}
        self.for_all = self.form_for("all")
        self.apart = {key: self.form_for(key) for key in self.names} if len(self.names) > 1 else {}
        self.parts = [Part("", self.for_all)]
        self.offer_exceptions(asks)

    def form_for(self, prefix: str) -> Questions:
        """The questions once more, under a prefix."""
        options = dict(self.options)
        answers: type[Questions] = options.pop("answers")
        data, files = (self.data, self.files) if self.is_bound else (None, None)
        options["initial"] = self.given.get(prefix, {})
        return answers(data, files, prefix=self.add_prefix(prefix), restored=self.restored, **options)

    def as_given(self, given: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """What was answered before: for all what most have in common, and of each who differs their own."""
        found = [given[key] for key in self.names if key in given]
        if not found:
            return {}
        common = max(found, key=found.count)
        apart = {key: given[key] for key in self.names if key in given and given[key] != common}
        self.initial["different"] = list(apart)
        return {"all": common} | apart

    def offer_exceptions(self, asks: Any) -> None:
        """Put each person's own questions under their box; one person alone needs no exceptions."""
        if not self.apart:
            del self.fields["different"]
            return
        different: Any = self.fields["different"]
        different.label, different.choices = asks or different.label, list(self.names.items())
        different.reveals = {key: [form] for key, form in self.apart.items()}
        self.for_all.asked = self.exceptions() != set(self.names)
        for key, form in self.apart.items():
            form.asked = key in self.exceptions()

    def exceptions(self) -> set[str]:
        """Those answered apart."""
        return chosen(self["different"]) & set(self.names) if self.apart else set()

    def inner(self) -> list[Part]:
        """The answers for all, and those of each exception under their name."""
        apart = [Part("", form, self.names[key]) for key, form in self.apart.items() if form.asked]
        return [*(self.parts if self.for_all.asked else []), *apart]

    def for_each(self) -> dict[str, dict[str, Any]]:
        """The answers for every person, by key; only after `is_valid`."""
        forms = {key: self.apart[key] if key in self.exceptions() else self.for_all for key in self.names}
        return {key: form.cleaned_data for key, form in forms.items()}
