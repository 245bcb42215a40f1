"""What the pages about people show, as plain data."""

from sightline.foundation.children.presenters.record import record_page

__all__ = ["record_page"]
