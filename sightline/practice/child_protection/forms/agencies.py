"""Which agencies took part, who for each, and where each places the children."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sightline.foundation.children.queries.siblings import Named
from sightline.practice.child_protection.rules import SCALE, Agency, Scale, TookPart
from sightline.ui import forms

SCALE_HINT = "0: so worried that protection is needed at once. 10: safe enough to close."


class WhoForm(forms.QuestionForm):
    """Who took part for one agency."""

    who = forms.Text("Who took part?", hint="Names and roles.", optional=True)


class AgencyForm(WhoForm):
    """Who took part for one agency, and where it places the children; no two agencies share a number."""

    scale = forms.WholeNumber("Where do they place {name}, from 0 to 10?", hint=SCALE_HINT, optional=True, width=2)
    why = forms.Text("What do they base that on?", optional=True, limit=500)

    def __init__(self, *args: Any, children: Sequence[Named], agency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children, self.agency = children, agency
        everyone = children[0].name if len(children) == 1 else "the children"
        self.fields["scale"].label = f"Where do they place {everyone}, from 0 to 10?"
        apart = {different(child): question(child) for child in children} if len(children) > 1 else {}
        why = self.fields.pop("why")
        self.fields |= apart | {"why": why}
        for name in ("scale", *apart):
            wrong = "Enter a whole number from 0 to 10"
            self.fields[name].error_messages |= {"required": wrong, "invalid": wrong}

    def number_for(self, child: UUID) -> int | None:
        """Where the agency places one child, if it said."""
        own: int | None = self.cleaned_data.get(f"scale_{child}")
        for_all: int | None = self.cleaned_data["scale"]
        return for_all if own is None else own

    def clean(self) -> dict[str, Any]:
        """Numbers from 0 to 10."""
        for name in [name for name in self.fields if name.startswith("scale")]:
            number = self.cleaned_data.get(name)
            if number is not None and number not in SCALE:
                self.add_error(name, "Enter a whole number from 0 to 10")
        return self.cleaned_data


def different(child: Named) -> str:
    """The code of the question for one child apart."""
    return f"scale_{child.key}"


def question(child: Named) -> forms.WholeNumber:
    """Where an agency places one child, if not where it places the others."""
    return forms.WholeNumber(f"{child.name}, if different", optional=True, says_optional=False, width=2)


class AgenciesAsked:
    """A form that asks which agencies took part, each with its own questions under its box; mix it in first."""

    fields: dict[str, Any]
    cleaned_data: dict[str, Any]

    def ask_agencies(self, questions: Mapping[str, forms.QuestionForm]) -> None:
        """Put each agency's questions under its box, asked only where the box is ticked."""
        self.of_agency = dict(questions)
        field = self.fields["agencies"]
        field.reveals = {agency: [form] for agency, form in self.of_agency.items()}
        ticked = set(self["agencies"].value() or ())  # type: ignore[index]
        for agency, form in self.of_agency.items():
            form.asked = agency in ticked

    def inner(self) -> list[forms.Part]:
        """The parts of the form, and the questions of the agencies that took part."""
        asked = [forms.Part("", form, Agency(agency).label) for agency, form in self.of_agency.items() if form.asked]
        return [*super().inner(), *asked]  # type: ignore[misc]

    def took_part(self) -> list[TookPart]:
        """The agencies that took part, and who for each."""
        return [
            TookPart(agency, self.of_agency[agency].cleaned_data["who"]) for agency in self.cleaned_data["agencies"]
        ]

    def scales_for(self, child: UUID) -> tuple[Scale, ...]:
        """Where each agency that said so places one child."""
        found = []
        for agency in self.cleaned_data["agencies"]:
            form = self.of_agency[agency]
            number = form.number_for(child) if isinstance(form, AgencyForm) else None
            if number is not None:
                found.append(Scale(agency, number, form.cleaned_data["why"]))
        return tuple(found)
