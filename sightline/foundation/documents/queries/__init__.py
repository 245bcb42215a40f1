"""Named questions about drafts, passages and files."""

from sightline.foundation.documents.queries.drafts import drafts_of

__all__ = ["drafts_of"]
