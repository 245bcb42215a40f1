"""Roles, kinds of team and reasons to work with a child: the words; what they allow stands in permissions.csv."""

from datetime import date, timedelta

from django.db.models import TextChoices


class Role(TextChoices):
    """What somebody is employed as; one at a time, through their post (access-and-records; security goals, A2)."""

    SOCIAL_WORKER = "social_worker", "Social worker"
    ASSISTANT = "assistant", "Family support worker"
    TEAM_MANAGER = "team_manager", "Team manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    DIRECTOR = "director", "Director of children's services"
    DUTY = "duty", "Duty social worker"
    OUT_OF_HOURS = "out_of_hours", "Out-of-hours social worker"
    CHAIR = "chair", "Conference chair and reviewing officer"
    PERSONAL_ADVISER = "personal_adviser", "Personal adviser"
    VIRTUAL_SCHOOL = "virtual_school", "Virtual school officer"
    FOSTERING_AND_ADOPTION = "fostering_and_adoption", "Fostering and adoption social worker"
    AUDITOR = "auditor", "Quality assurance auditor"
    LEGAL = "legal", "Legal adviser"
    BUSINESS_SUPPORT = "business_support", "Business support officer"
    DATA_PROTECTION = "data_protection", "Data protection officer"
    USER_ADMINISTRATOR = "user_administrator", "User administrator"
    ANALYST = "analyst", "Performance analyst"
    INSPECTOR = "inspector", "Inspector"


class TeamKind(TextChoices):
    """What a group of practitioners is."""

    AUTHORITY = "authority", "Authority"
    SERVICE = "service", "Service"
    TEAM = "team", "Team"


class Qualification(TextChoices):
    """What the ladder of decisions asks about a practitioner besides their role."""

    REGISTERED = "registered", "Registered social worker"
    NEWLY_QUALIFIED = "newly_qualified", "Registered social worker in their assessed and supported year"
    PRACTICE_SUPERVISOR = "practice_supervisor", "Practice supervisor"
    LEAD_PRACTITIONER = "lead_practitioner", "Lead practitioner, not a registered social worker"
    OTHER = "other", "Another qualification, or none"


class InvolvementKind(TextChoices):
    """A recorded reason to work with a child (access-and-records, section 1, "Relationship")."""

    HOLDING_TEAM = "holding_team", "Team that holds the child"
    ALLOCATED_WORKER = "allocated_worker", "Allocated worker"
    CO_WORKER = "co_worker", "Co-worker"
    CONTACT_HOLDER = "contact_holder", "Holds a contact"
    CHAIR = "chair", "Conference chair"
    REVIEWING_OFFICER = "reviewing_officer", "Reviewing officer"
    LEGAL = "legal", "Legal adviser"
    FAMILY_TIME = "family_time", "Family time worker"
    VIRTUAL_SCHOOL = "virtual_school", "Virtual school"
    PERSONAL_ADVISER = "personal_adviser", "Personal adviser"
    FOSTERING = "fostering", "Fostering or adoption social worker"
    BUSINESS_SUPPORT = "business_support", "Business support"
    AUDIT_SAMPLE = "audit_sample", "In an audit sample"
    INSPECTION_SAMPLE = "inspection_sample", "In an inspection sample"
    REPORTED_WORKER = "reported_worker", "Worker named in a return"


class Priority(TextChoices):
    """How soon a waiting child must be allocated."""

    URGENT = "urgent", "Urgent"
    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"


class TransferOutcome(TextChoices):
    """How a request to take a child over was settled."""

    ACCEPTED = "accepted", "Taken over"
    KEPT = "kept", "Stays with the team that asked"
    WITHDRAWN = "withdrawn", "Withdrawn"


class TransferStep(TextChoices):
    """What happened to a request to take a child over."""

    ACCEPTED = "accepted", "Taken over"
    REFUSED = "refused", "Refused"
    UPHELD = "upheld", "To be taken over after all"
    KEPT = "kept", "Stays"
    WITHDRAWN = "withdrawn", "Withdrawn"


class CoverReason(TextChoices):
    """Why somebody else has a practitioner's work for a while."""

    LEAVE = "leave", "Leave"
    SICKNESS = "sickness", "Sickness"
    TRAINING = "training", "Training"
    OTHER = "other", "Another reason"


class SignIn(TextChoices):
    """What happened at the door of the system."""

    SIGNED_IN = "signed_in", "Signed in"
    REFUSED = "refused", "Sign-in refused"
    SIGNED_OUT = "signed_out", "Signed out"
    ENDED = "ended", "Session ended"
    LOCKED = "locked", "Screen locked"
    UNLOCKED = "unlocked", "Screen unlocked"
    CONFIRMED = "confirmed", "Confirmed who they are"


def may_work(on: date, *, starts_on: date, ends_on: date | None, suspended: bool) -> bool:
    """Whether an account works on a day: from its first day to its last, unless suspended."""
    return not suspended and starts_on <= on and (ends_on is None or on <= ends_on)


ABOVE_TEAMS = (Role.SERVICE_MANAGER, Role.DIRECTOR)  # they see teams through line of sight, and have none of their own
LONGEST_LINE = 20  # managers above one person; stops at a circle that an import might bring
LONGEST_SHIFT = timedelta(hours=24)
STANDS_IN = {  # what each kind of team may stand in; the authority stands in nothing
    TeamKind.AUTHORITY: ("",),
    TeamKind.SERVICE: (TeamKind.AUTHORITY,),
    TeamKind.TEAM: (TeamKind.SERVICE, TeamKind.AUTHORITY),
}
BY_OTHER_WAYS = (
    *(InvolvementKind.HOLDING_TEAM, InvolvementKind.ALLOCATED_WORKER),
    *(InvolvementKind.REPORTED_WORKER, InvolvementKind.CONTACT_HOLDER),
)
FURTHER_PARTS = tuple(kind for kind in InvolvementKind if kind not in BY_OTHER_WAYS)


REFUSAL_SEEN_WITHIN = 2  # working days in which a service manager decides (practice rules, endings)
NOT_OURS_TO_END = (  # samples are drawn, and returns say, whatever our work with the child
    InvolvementKind.AUDIT_SAMPLE,
    InvolvementKind.INSPECTION_SAMPLE,
    InvolvementKind.REPORTED_WORKER,
)


def waits_for_service_manager(last_step: str) -> bool:
    """Whether an open request waits for a service manager: it was refused, and nobody has decided since."""
    return last_step == TransferStep.REFUSED


def may_refuse(last_step: str) -> bool:
    """Whether the other team may refuse: once a service manager has decided that it takes the child, it may not."""
    return last_step == ""
