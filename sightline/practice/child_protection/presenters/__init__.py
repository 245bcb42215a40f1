"""What the pages of child protection show, as plain data."""

from sightline.practice.child_protection.presenters.discussion import page_of_discussion
from sightline.practice.child_protection.presenters.enquiries import ending_shown, overview
from sightline.practice.child_protection.presenters.protection import protection

__all__ = ["ending_shown", "overview", "page_of_discussion", "protection"]
