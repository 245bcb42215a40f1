"""How long what is recorded of assessments is kept, and what a scrubbed copy may keep."""

from sightline.foundation.facts import Keeping, Retention

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        *("happened", "began", "ended", "kind", "internal_review_on", "child_seen", "requires_support", "outcome"),
        *("code", "factors", "short", "section", "number"),
        *("may_know", "why_not_asked", "seen", "starts_on", "how", "copy_given", "decision", "agreement"),
    ),
)
