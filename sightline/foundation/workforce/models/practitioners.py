"""The people who work for the authority, their teams and posts, and how they sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import STANDS, Aggregate, Fact, Keeping, Lasted, Protection, Recorded, Retention
from sightline.foundation.identifiers import new_id
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.rules.dormancy import Dormancy

WORKFORCE = Keeping(Retention.WORKFORCE, scrubbed_keeps=("role", "began", "ended"))


class Team(Aggregate):
    """A group of practitioners; a team stands in a service, a service in the authority."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("name", "kind"))

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=rules.TeamKind.choices)
    within = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    telephone = models.CharField(max_length=30, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class PractitionerManager(BaseUserManager["Practitioner"]):
    """Finds practitioners by the e-mail address they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "Practitioner":
        return self.get(email__iexact=username)


class Practitioner(Recorded, AbstractBaseUser):
    """A person who works for the authority and signs in; has a start date and, once known, a last day."""

    protection = Protection.REFERENCE
    keeping = WORKFORCE
    beside_facts = ("id", "name")  # what is read of whoever recorded a fact, when facts are gathered
    last_login = None  # sign-ins are events of their own

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    telephone = models.CharField(max_length=30, blank=True)
    qualification = models.CharField(max_length=30, choices=rules.Qualification.choices)
    registration = models.CharField(max_length=20, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    suspended_at = models.DateTimeField(null=True, blank=True)
    dormancy = models.CharField(max_length=20, choices=Dormancy.choices, blank=True)
    unused_from = models.DateField(null=True, blank=True)  # no day before it counts as one without a sign-in
    reopened_because = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)  # of what is said here, not of the password

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = PractitionerManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dormancy="") | Q(suspended_at__isnull=False), name="a_dormant_account_is_suspended"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password; a hash is made anew only when a password is chosen, through the door."""
        return check_password(raw_password, self.password)

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether this person may sign in today: within their dates and not suspended."""
        return rules.may_work(
            london_today(), starts_on=self.starts_on, ends_on=self.ends_on, suspended=bool(self.suspended_at)
        )


class WorkforceSpell(Lasted, Fact):
    """Something that lasted in the workforce: a post, a cover, a duty shift."""

    protection = Protection.REFERENCE
    keeping = WORKFORCE

    class Meta:
        abstract = True


class Post(WorkforceSpell):
    """A practitioner's role in a team, and who manages them in it."""

    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="posts")
    team = models.ForeignKey(Team, models.PROTECT, related_name="posts")
    role = models.CharField(max_length=40, choices=rules.Role.choices)
    manager = models.ForeignKey(Practitioner, models.PROTECT, null=True, blank=True, related_name="manages")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner"], condition=STANDS & Q(ended=None), name="one_open_post_per_practitioner"
            )
        ]


class Cover(WorkforceSpell):
    """While one practitioner is away another gets their work, messages and alerts; with nobody named, duty does."""

    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="+")
    covered_by = models.ForeignKey(Practitioner, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=20, choices=rules.CoverReason.choices)
    until = models.DateField()


class Duty(WorkforceSpell):
    """A practitioner answers for a team's duty desk, in the day or out of hours."""

    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    until = models.DateTimeField()
    out_of_hours = models.BooleanField(default=False)


class KeptList(WorkforceSpell):
    """A list behind a number of a board, as one practitioner narrowed it, under a name; nobody else sees it."""

    protection = Protection.OWN
    subject_field = "practitioner"

    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    route = models.CharField(max_length=60)
    of = models.UUIDField()  # the team or the worker whose list it is
    query = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["practitioner"], condition=STANDS & Q(ended=None), name="kept_lists_of")]


class SignInEvent(models.Model):
    """A sign-in, a refused sign-in, a sign-out, or a session that was locked, unlocked or ended."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.AUDIT)
    set_once = ("details",)  # written with the row, so that in truth nothing of it can be changed afterwards

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    practitioner = models.ForeignKey(Practitioner, models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=20, choices=rules.SignIn.choices)
    session = models.CharField(max_length=64, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["practitioner", "-at"], name="sign_in_of_practitioner")]


class WorkSession(AbstractBaseSession):
    """One signed-in browser: whose it is, since when, and when somebody was last at it."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.UNTIL_FINISHED)

    practitioner = models.ForeignKey(Practitioner, models.CASCADE, null=True, related_name="sessions")
    name = models.CharField(max_length=64, blank=True)  # what the audit keeps: it cannot be used to sign in
    browser = models.CharField(max_length=200, blank=True)
    began_at = models.DateTimeField(null=True)
    active_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "session"

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that reads and writes these rows."""
        from sightline.foundation.workforce.sign_in.sessions import SessionStore

        return SessionStore
