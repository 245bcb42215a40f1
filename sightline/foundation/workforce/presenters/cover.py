"""Cover and duty as a page shows them."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.workforce.models import Cover, Duty
from sightline.ui.components import Column, Link, Table, Tag

DUTY_HAS_IT = "Nobody named: duty has the work"


def covers_table(covers: Iterable[Cover], today: date) -> Table:
    """Who is away, and who has their work."""
    headings = ("Who is away", "Why", "From", "To", "Who covers")
    rows = [
        (
            each.practitioner.name,
            each.get_reason_display(),
            format_date(each.began),
            format_date(each.until),
            each.covered_by.name if each.covered_by else DUTY_HAS_IT,
            Tag("Now", "green") if each.began <= today else Tag("To come", "blue"),
            Link("End", reverse("workforce:end_cover", args=[each.pk]), about=f"the cover for {each.practitioner}"),
        )
        for each in covers
    ]
    columns = [Column(heading) for heading in (*headings, "State")] + [Column("Actions", hidden_heading=True)]
    return Table("Away", columns, rows, empty="Nobody is away, as far as anybody said.")


def shifts_table(shifts: Iterable[Duty], now: datetime) -> Table:
    """Who is on duty, for which team, from when to when."""
    rows = [
        (
            each.team.name,
            each.practitioner.name,
            "Out of hours" if each.out_of_hours else "Day",
            format_moment(each.began_at) if each.began_at else "",
            format_moment(each.until),
            Tag("Now", "green") if each.began_at and each.began_at <= now else Tag("To come", "blue"),
            Link("End", reverse("workforce:take_off_duty", args=[each.pk]), about=f"the shift of {each.practitioner}"),
        )
        for each in shifts
    ]
    headings = ("Team", "Who", "Shift", "From", "To", "State")
    columns = [Column(heading) for heading in headings] + [Column("Actions", hidden_heading=True)]
    return Table("Duty", columns, rows, empty="Nobody is on duty. Put somebody on duty, so that calls are answered.")
