"""What is asked about practitioners and their posts."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.models import Post, Practitioner
from sightline.foundation.workforce.presenters.words import qualification_words, role_words
from sightline.ui import forms

DETAILS = ("name", "email", "telephone", "qualification", "registration")


class DetailsQuestions(RecordingForm):
    """Who somebody is."""

    name = forms.Text("Full name", called="their full name", limit=120, autocomplete="off")
    email = forms.Email("Work email address", called="their email address", hint="They sign in with it.")
    telephone = forms.Telephone("Work telephone", limit=30, optional=True)
    qualification = forms.Select("Qualification", called="their qualification")
    registration = forms.Text(
        "Registration number", hint="For registered professionals, such as SW123456.", limit=20, width=10, optional=True
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        words = [(each.value, qualification_words(each)) for each in rules.Qualification]
        choices.set_choices(self, "qualification", words)


class PostQuestions(RecordingForm):
    """What somebody is employed as, where, and who manages them."""

    role = forms.Select("Role", called="a role")
    team = forms.Select("Team", called="a team")
    manager = forms.Select("Who manages them?", called="a manager", optional=True)

    def __init__(self, *args: Any, today: date, them: UUID | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        choices.set_choices(self, "role", [(role.value, role_words(role)) for role in rules.Role])
        choices.set_choices(self, "team", choices.teams())
        choices.set_choices(self, "manager", choices.people(today, without=[them]))


class AddForm(DetailsQuestions, PostQuestions):
    """A new colleague."""

    form_code = "workforce.add_practitioner"
    title = "Add a practitioner"
    sections = [
        forms.Section("Who they are", DETAILS),
        forms.Section("Their post", ("role", "team", "manager", "starts_on", "ends_on")),
    ]

    starts_on = forms.Date("First day", called="their first day")
    ends_on = forms.Date("Last day", called="their last day", hint="If it is already known.", optional=True)


class DetailsForm(DetailsQuestions):
    """What changed about a colleague."""

    form_code = "workforce.change_details"
    title = "Change a practitioner's details"

    def __init__(self, *args: Any, practitioner: Practitioner, **options: Any) -> None:
        known = {name: getattr(practitioner, name) for name in DETAILS}
        super().__init__(*args, changing=practitioner, initial=known, **options)


class PostForm(PostQuestions):
    """Another post."""

    form_code = "workforce.change_post"
    title = "Change a practitioner's post"

    on = forms.Date("First day in this post", called="the first day")

    def __init__(self, *args: Any, post: Post | None, today: date, **options: Any) -> None:
        held = {"role": post.role, "team": str(post.team_id), "manager": str(post.manager_id or "")} if post else {}
        super().__init__(*args, today=today, initial=held | {"on": today}, **options)


class LastDayForm(RecordingForm):
    """When somebody leaves."""

    form_code = "workforce.set_last_day"
    title = "Last day of a practitioner"

    ends_on = forms.Date(
        "Last day",
        called="the last day",
        hint="Leave it empty if they stay after all. Every session ends when it is over.",
        optional=True,
        says_optional=False,
    )

    def __init__(self, *args: Any, practitioner: Practitioner, **options: Any) -> None:
        super().__init__(*args, changing=practitioner, initial={"ends_on": practitioner.ends_on}, **options)


class TakeBackForm(RecordingForm):
    """Why somebody may sign in again."""

    form_code = "workforce.take_back"
    title = "Letting somebody sign in again"
    reason = forms.LongText("Why may they sign in again?", rows=2, limit=500, called="why they may sign in again")

    def __init__(self, *args: Any, practitioner: Practitioner, **options: Any) -> None:
        super().__init__(*args, changing=practitioner, **options)


class ConfirmForm(RecordingForm):
    """Something about an account that needs no answers, only to be meant."""

    form_code = "workforce.account"
    title = "Change of an account"

    def __init__(self, *args: Any, practitioner: Practitioner, **options: Any) -> None:
        super().__init__(*args, changing=practitioner, **options)
