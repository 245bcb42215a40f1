"""Background work of the audit: the seal every five minutes, and months of the read log made ahead."""

import logging
from datetime import timedelta

from django.db import connection
from procrastinate.contrib.django import app

from sightline.foundation.audit_trail import queries, rules
from sightline.foundation.audit_trail import seal as sealing

log = logging.getLogger("sightline.audit_trail")


@app.periodic(cron="*/5 * * * *")
@app.task(name="audit_trail.seal", queueing_lock="audit_trail.seal", retry=False)
def seal(timestamp: int) -> None:
    """Seal what is finished; says so in the log when the seal is late all the same."""
    done = sealing.seal()
    lag = queries.seal_lag()
    if lag > rules.SEAL_LAG_ALARM:
        log.error("the seal of the audit is late", extra={"seconds": round(lag.total_seconds()), "rows": done.rows})


@app.periodic(cron="17 3 * * *")
@app.task(name="audit_trail.prepare_read_log", queueing_lock="audit_trail.prepare_read_log")
def prepare_read_log(timestamp: int) -> None:
    """Make the months that the read log will need, well before they begin."""
    prepare_months(rules.READ_LOG_DAYS_AHEAD)


def prepare_months(ahead: timedelta) -> None:
    """Make every month from this one to the day that lies so far ahead."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ensure_read_log_month(month::date) FROM generate_series(date_trunc('month', now()),"
            " now() + make_interval(secs => %s), interval '1 month') AS month",
            [ahead.total_seconds()],
        )
