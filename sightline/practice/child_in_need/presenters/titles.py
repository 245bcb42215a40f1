"""How facts of children in need read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.calendar.words import with_end
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview
from sightline.ui.vocabulary import in_own_words, said


def plan_title(plan: ChildInNeedPlan) -> str:
    """A plan as a line of a child's chronology."""
    return with_end(said("{child_in_need_plan:capital} began"), plan.ended)


def why_ended(plan: ChildInNeedPlan) -> str:
    """Why a plan ended."""
    return in_own_words(str(plan.get_end_reason_display()))


def review_title(review: ChildInNeedReview) -> str:
    """A review as a line of a child's chronology."""
    went_on: dict[bool | None, str] = {True: ": the plan goes on", False: ": the plan ends"}
    return said("{child_in_need_plan:capital} reviewed") + went_on.get(review.continues, "")


def what_changed(review: ChildInNeedReview) -> str:
    """What a review said has changed."""
    return review.what_changed
