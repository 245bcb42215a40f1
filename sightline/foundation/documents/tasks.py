"""Background work on files: every night, files and rows are compared."""

import logging
import time

from procrastinate.contrib.django import app

from sightline.foundation.documents import tidying

DAY = 86400  # seconds
log = logging.getLogger("sightline.documents")


@app.periodic(cron="41 2 * * *")
@app.task(name="documents.reconcile_files", queueing_lock="documents.reconcile_files")
def reconcile_files(timestamp: int) -> None:
    """Set aside files that no row names, and say in the log where a document has lost its file."""
    now = time.time()
    tidying.set_unnamed_aside(before=now - DAY)
    tidying.remove_unclaimed(before=now - 30 * DAY)
    tidying.forget_finished_drafts()
    lost = tidying.lost_files(read=False)
    if lost:
        log.error("documents have lost their files", extra={"rows": len(lost)})
