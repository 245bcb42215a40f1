"""How late the seal of the audit may be, and how far ahead the read log is prepared."""

from datetime import timedelta

SEAL_LAG_ALARM = timedelta(minutes=15)  # three runs of the job (security and reliability, 5.3)
READ_LOG_DAYS_AHEAD = timedelta(days=92)
EVENTS_A_PAGE = 50
