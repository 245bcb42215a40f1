"""What the pages of the workforce area show, as plain data."""

from sightline.foundation.workforce.presenters.account import own_sessions, sign_ins

__all__ = ["own_sessions", "sign_ins"]
