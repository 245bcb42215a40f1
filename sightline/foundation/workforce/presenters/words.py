"""Lengths of time and browsers as people say them."""

from datetime import date


def days(number: int) -> str:
    """A number of days, such as "today", "1 day" or "12 days"."""
    return "today" if number <= 0 else f"{number:,} day" if number == 1 else f"{number:,} days"


def for_days(since: date, today: date) -> str:
    """How long something has lasted, such as "since today" or "for 12 days"."""
    number = (today - since).days
    return "since today" if number <= 0 else f"for {days(number)}"


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
