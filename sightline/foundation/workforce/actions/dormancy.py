"""What becomes of accounts that nobody signs in to."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Work, action, changes
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.rules.dormancy import Dormancy
from sightline.foundation.workforce.sign_in.ending import end_sessions
from sightline.foundation.workforce.sign_in.second_factor import forget_ways_in


@action(permission=Permission.MANAGE_WORKFORCE, says="suspended an account that was not used for 30 days")
def suspend_unused(*, practitioner_id: UUID, version: int, at_moment: datetime, by: Acting) -> Work:
    """Stop an account from being used; its password and second steps stay, for when it is opened again."""
    account = queries.practitioner(practitioner_id)
    yield changes(account, version=version, suspended_at=at_moment, dormancy=Dormancy.SUSPENDED)
    end_sessions(practitioner_id, by, why="not used for 30 days")
    return account


@action(permission=Permission.MANAGE_WORKFORCE, says="disabled an account that was not used for 90 days")
def disable_unused(*, practitioner_id: UUID, version: int, at_moment: datetime, by: Acting) -> Work:
    """Take password and second steps away: whoever comes back begins with a new link."""
    account = queries.practitioner(practitioner_id)
    since = account.suspended_at or at_moment
    values = {"suspended_at": since, "dormancy": Dormancy.DISABLED, "password": make_password(None)}
    yield changes(account, version=version, **values)
    forget_ways_in(account)
    end_sessions(practitioner_id, by, why="not used for 90 days")
    return account
