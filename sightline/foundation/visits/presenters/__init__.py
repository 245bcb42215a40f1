"""What the pages about visits show."""

from sightline.foundation.visits.presenters.visit import page_of_visit
from sightline.foundation.visits.presenters.visits import visits_page

__all__ = ["page_of_visit", "visits_page"]
