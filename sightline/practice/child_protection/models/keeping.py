"""What a scrubbed copy keeps of the facts of child protection, and how long they are kept."""

from sightline.foundation.facts import Keeping, Retention

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        *("happened", "began", "ended", "decision", "outcome", "agency", "number", "held_by", "required"),
        *("transfer_in", "plan_made", "initial_category", "category", "number_of_previous_plans", "other_authority"),
        *("due_on", "continues", "quorate", "participation", "end_reason", "conference_target", "kind"),
    ),
)
