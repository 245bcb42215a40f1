"""What the pages about meetings show."""

from sightline.foundation.meetings.presenters.lists import meetings_page
from sightline.foundation.meetings.presenters.meeting import page_of_arranged, page_of_meeting

__all__ = ["meetings_page", "page_of_arranged", "page_of_meeting"]
