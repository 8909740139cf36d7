from collections.abc import Iterator
from contextlib import closing

import pytest

from aurora.adapters.store.database import Database
from aurora.model.job import JobRequest
from tests.adapters.store.desk import Desk


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    with closing(Database(database_url)) as database:
        made = Desk(database)
        yield made
        made.events.close()


def test_many_jobs_are_handed_over_with_the_rows_that_one_alone_gets(desk: Desk) -> None:
    wishes = JobRequest("work", {"größer": [1]}, priority=2, timeout=3.0)
    alone = desk.row(desk.jobs.submit(wishes, id="alone").id)
    (many,) = desk.jobs.submit_all([wishes])
    together = desk.row(many.id)
    own = {"workflow_uuid", "created_at", "updated_at", "creator_xid", "retention_timestamp"}
    assert {name: together[name] for name in together if name not in own} == {
        name: alone[name] for name in alone if name not in own
    }
