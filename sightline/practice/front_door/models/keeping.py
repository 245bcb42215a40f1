"""How facts of the front door are kept."""

from sightline.foundation.facts import Keeping, Retention

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        *("happened", "began", "ended", "contact_source", "referral_source", "outcome", "how"),
        *("kind", "came_by", "safe_now", "way", "risk", "answer", "as_what", "by_when", "follow_up_on", "known_at"),
        *("primary_need", "no_further_action", "reason_for_closure"),
        *("concern", "item", "items", "state", "basis", "until", "due_at", "expires_at", "revoked_at"),
    ),
)
