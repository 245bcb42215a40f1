"""The earliest and latest day that a date question takes, once today is known."""

from datetime import date

from sightline.ui import forms


def between(form: forms.Questions, name: str, *, earliest: date | None = None, latest: date | None = None) -> None:
    """Take only dates from `earliest` to `latest`, both included."""
    field = form.fields[name]
    assert isinstance(field, forms.Date)
    field.earliest, field.latest = earliest or field.earliest, latest or field.latest
