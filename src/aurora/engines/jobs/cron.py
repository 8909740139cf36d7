"""What happens when a schedule is due: its job is handed over, once for each moment."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from aurora.contracts.jobs import JobQueue
from aurora.engines.jobs.translate import request_of


def due(jobs: JobQueue) -> Callable[[datetime, Any], str]:
    """The workflow of a schedule: moment, and name and stored request, to the id of the job.

    The id follows from the schedule and its moment, so that a moment that is met twice gives one job.
    """

    def cron(moment: datetime, stored: Any) -> str:
        identity = uuid.uuid5(uuid.NAMESPACE_OID, f"{stored['name']} {moment.isoformat()}").hex[:16]
        return jobs.submit(request_of(stored["request"]), id=identity).id

    return cron
