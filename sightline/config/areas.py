"""The areas of the product in the order of the child's journey; each declares what it contributes in its area.py."""

AREAS = [
    "sightline.foundation.children.area",
    "sightline.foundation.search.area",
    "sightline.foundation.access.area",
    "sightline.foundation.workforce.area",
    "sightline.foundation.documents.area",
    "sightline.foundation.visits.area",
    "sightline.foundation.chronology.area",
    "sightline.foundation.oversight.area",
    "sightline.foundation.audit_trail.area",
    "sightline.practice.front_door.area",
    "sightline.practice.early_help.area",
    "sightline.practice.assessment.area",
    "sightline.practice.child_in_need.area",
    "sightline.practice.child_protection.area",
    "sightline.practice.court.area",
    "sightline.practice.care.area",
    "sightline.practice.health.area",
    "sightline.practice.leaving_care.area",
    "sightline.practice.education.area",
    "sightline.practice.exploitation.area",
]
