"""Named questions about drafts, passages and files."""

from sightline.foundation.documents.queries.drafts import drafts_of, drafts_of_reports
from sightline.foundation.documents.queries.passages import passages_a_child_may_hold, passages_for_occasion

__all__ = ["drafts_of", "drafts_of_reports", "passages_a_child_may_hold", "passages_for_occasion"]
