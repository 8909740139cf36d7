"""Hand work over as a job, once for each id."""

from collections.abc import Mapping

from aurora.flows.jobs.kinds import request
from aurora.flows.tools import Tools
from aurora.model.errors import FullQueueError, NotFoundError
from aurora.model.execution import Json
from aurora.model.job import Job


def hand_over(tools: Tools, kind: str, payload: Mapping[str, Json], *, id: str = "", **wishes: object) -> Job:
    """The job of this id, handed over if it is not there yet; without an id always a new one.

    Raises `BadInputError` that names the kind or field, and `FullQueueError`.
    """
    queue = tools.work().queue
    asked = request(kind, payload, **wishes)
    if not id:
        return queue.submit(asked)
    try:
        return queue.status(id)
    except NotFoundError:
        traffic = queue.traffic()
        if traffic.waiting >= traffic.limit:
            raise FullQueueError(traffic.waiting, traffic.wait) from None
        return queue.submit(asked, id=id)
