"""Rules of care: choices, timescales, and what follows from where a child lives and by what right."""

from sightline.practice.care.rules.choices import Arrangement, OfficerContact, Step
from sightline.practice.care.rules.records import NewHome

__all__ = ["Arrangement", "NewHome", "OfficerContact", "Step"]
