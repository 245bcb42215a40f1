"""Named questions about assessments, and their clocks."""

from sightline.practice.assessment.models import AssessmentWork
from sightline.practice.assessment.queries.clocks import (
    allocation_clocks,
    assessment_clocks,
    before_birth_clocks,
)
from sightline.practice.assessment.queries.findings import Findings, findings_of
from sightline.practice.assessment.queries.needs import (
    goal_of_need,
    steps_of_needs,
    waiting_goals,
    words_behind_steps,
)
from sightline.practice.assessment.queries.standing import (
    assessment_under_way,
    goes_to_a_manager,
    has_stopped,
    is_under_way,
    is_written,
    why_assessment_bars,
)
from sightline.practice.assessment.queries.work import (
    Row,
    adults_around,
    children_under_way,
    not_of_each,
    passages_of,
    rows_of,
    saved_of,
    state_from,
    state_of_work,
    submission_of,
    submissions_of,
    version_of_section,
    work_of,
    work_under_way,
    works_about,
    written_sections,
)

__all__ = [
    "AssessmentWork",
    "Findings",
    "Row",
    "adults_around",
    "allocation_clocks",
    "assessment_clocks",
    "assessment_under_way",
    "before_birth_clocks",
    "children_under_way",
    "findings_of",
    "goal_of_need",
    "goes_to_a_manager",
    "has_stopped",
    "is_under_way",
    "is_written",
    "not_of_each",
    "passages_of",
    "rows_of",
    "saved_of",
    "state_from",
    "state_of_work",
    "steps_of_needs",
    "submission_of",
    "submissions_of",
    "version_of_section",
    "waiting_goals",
    "why_assessment_bars",
    "words_behind_steps",
    "work_of",
    "work_under_way",
    "works_about",
    "written_sections",
]
