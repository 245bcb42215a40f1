"""Questions about plans for children in need: when one was agreed, what a review found, and how it ended."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.child_in_need.rules import EndReason
from sightline.ui import forms
from sightline.ui.vocabulary import in_own_words, phrase


class BeginForm(AboutOneChild):
    """A plan was agreed with the family."""

    form_code = "child_in_need.begin"
    title = phrase("{child_in_need_plan:capital}")

    on = forms.Date("On which day was it agreed with the family?", called="the day")


class ReviewForm(AboutOneChild):
    """What a review found, and whether the plan goes on."""

    form_code = "child_in_need.review"
    title = "Review of the plan"

    on = forms.Date("On which day was the review held?", called="the day")
    what_changed = forms.LongText("What has changed for the child?", called="what has changed", rows=5)
    continues = forms.YesNo("Does the plan go on?", called="whether the plan goes on", reveals={"no": "end_reason"})
    end_reason = forms.Choice("Why does it end?", called="why it ends")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        offer_reasons(self)


class EndForm(AboutOneChild):
    """A plan ended outside a review."""

    form_code = "child_in_need.end"
    title = "The plan ended"

    on = forms.Date("On which day did it end?", called="the day")
    end_reason = forms.Choice("Why did it end?", called="why it ended")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        offer_reasons(self)


def offer_reasons(form: AboutOneChild) -> None:
    """Offer why a plan ends, in the authority's own words."""
    reasons = [(reason.value, in_own_words(str(reason.label))) for reason in EndReason]
    form.fields["end_reason"].choices = reasons  # type: ignore[attr-defined]
