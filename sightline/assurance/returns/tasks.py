"""Background work on returns: imports of files that were sent to the page."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from sightline.assurance.returns.importing.joining import join
from sightline.assurance.returns.importing.sent import take_to_its_end
from sightline.foundation.calendar.instants import london_today

IMPORT = "returns.import"


@app.task(name=IMPORT)
def import_sent(batch: str) -> None:
    """Do an import; one that was interrupted goes on where it was."""
    take_to_its_end(UUID(batch), today=london_today())


@app.task(name="returns.join")
def join_children(pair: str) -> None:
    """Bring together what returns said of a child under two numbers, after a person said that it is one child."""
    join(UUID(pair))


@app.periodic(cron="* * * * *")
@app.task(name="returns.go_on", queueing_lock="returns.go_on", pass_context=True)
async def go_on_with_interrupted(context: JobContext, timestamp: int) -> None:
    """Let imports go on whose worker ended in the middle: nothing that they wrote is lost or written twice."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(task_name=IMPORT):
        await jobs.retry_job(job, retry_at=timezone.now())
