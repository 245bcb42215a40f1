"""Lengths of time and browsers as people say them."""

from datetime import date

from sightline.foundation.code_sets import code_set
from sightline.foundation.workforce.rules import InvolvementKind, Qualification, Role
from sightline.ui.vocabulary import said


def days(number: int) -> str:
    """A number of days, such as "today", "1 day" or "12 days"."""
    return "today" if number <= 0 else f"{number:,} day" if number == 1 else f"{number:,} days"


def length(number: int) -> str:
    """A number of days as people say it: in days at first, then in weeks, then in years, such as "2 years"."""
    if number <= 60:
        return days(number)
    if number < 365:
        return f"{number // 7} weeks"
    return "1 year" if number < 730 else f"{number // 365} years"


def for_days(since: date, today: date) -> str:
    """How long something has lasted, such as "since today" or "for 12 days"."""
    number = (today - since).days
    return "since today" if number <= 0 else f"for {length(number)}"


BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def browser(agent: str) -> str:
    """A browser as its owner would name it, such as "Edge on Windows"."""
    name = next((name for mark, name in BROWSERS if mark in agent), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    return f"{name} on {system}" if system else name


ROLES = {  # roles and kinds of involvement whose names differ between authorities
    Role.SOCIAL_WORKER: "{social_worker:capital}",
    Role.TEAM_MANAGER: "{team_manager:capital}",
    Role.SERVICE_MANAGER: "{service_manager:capital}",
    Role.DIRECTOR: "{director:capital}",
    Role.DUTY: "Duty {social_worker}",
    Role.OUT_OF_HOURS: "Out-of-hours {social_worker}",
    Role.CHAIR: "Conference chair and {reviewing_officer}",
    Role.PERSONAL_ADVISER: "{personal_adviser:capital}",
    Role.VIRTUAL_SCHOOL: "{virtual_school:capital} officer",
    Role.FOSTERING_AND_ADOPTION: "Fostering and adoption {social_worker}",
}
QUALIFICATIONS = {
    Qualification.REGISTERED: "Registered {social_worker}",
    Qualification.NEWLY_QUALIFIED: "Registered {social_worker} in their assessed and supported year",
    Qualification.LEAD_PRACTITIONER: "Lead practitioner, not a registered {social_worker}",
}
PARTS = {
    InvolvementKind.REVIEWING_OFFICER: "{reviewing_officer:capital}",
    InvolvementKind.FAMILY_TIME: "{family_time:capital} worker",
    InvolvementKind.VIRTUAL_SCHOOL: "{virtual_school:capital}",
    InvolvementKind.PERSONAL_ADVISER: "{personal_adviser:capital}",
    InvolvementKind.FOSTERING: "Fostering or adoption {social_worker}",
}


CLOSURES = {"RC9": "Case closed after assessment, referred to {early_help}"}


def closure_words(code: str, on: date | None = None) -> str:
    """Why work ended, in the words of the census for that day and of this authority."""
    return said(CLOSURES[code]) if code in CLOSURES else code_set("cin-reason-for-closure").label(code, on)


def role_words(role: str) -> str:
    """What a role is called here."""
    return said(ROLES.get(Role(role), Role(role).label))


def qualification_words(qualification: str) -> str:
    """What a qualification is called here."""
    return said(QUALIFICATIONS.get(Qualification(qualification), Qualification(qualification).label))


def part_words(kind: str) -> str:
    """What a part in the work with a child is called here."""
    return said(PARTS.get(InvolvementKind(kind), InvolvementKind(kind).label))
