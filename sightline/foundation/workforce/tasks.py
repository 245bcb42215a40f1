"""Background work on accounts: every night, those that nobody signs in to are suspended, and later disabled."""

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Conflict
from sightline.foundation.facts import system
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.rules.dormancy import Dormancy

BY = system("dormant accounts")
WHAT_BECOMES = {Dormancy.SUSPENDED: actions.suspend_unused, Dormancy.DISABLED: actions.disable_unused}
log = logging.getLogger("sightline.workforce")


@app.periodic(cron="11 1 * * *")
@app.task(name="workforce.close_dormant_accounts", queueing_lock="workforce.close_dormant_accounts")
def close_dormant_accounts(timestamp: int) -> None:
    """Suspend and disable what was not used; an account that somebody changes at this moment waits for tomorrow."""
    closed = 0
    for account, found in list(queries.newly_dormant(london_today())):
        act = WHAT_BECOMES[Dormancy(found)]
        try:
            act(practitioner_id=account.pk, version=account.version, at_moment=timezone.now(), by=BY)
        except Conflict:
            continue
        closed += 1
    if closed:
        log.info("accounts that nobody used were closed", extra={"rows": closed})
