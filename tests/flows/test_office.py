from pathlib import Path
from typing import cast

import pytest

from aurora.contracts.events import EventLog
from aurora.contracts.jobs import JobQueue
from aurora.flows.office import Door, Office, closed_door
from aurora.model.errors import StoreError


def test_a_process_without_a_database_says_so() -> None:
    with pytest.raises(StoreError, match="no database"):
        closed_door()()
    with pytest.raises(StoreError, match="no database"):
        closed_door().restore(Path("x"), False)


def test_the_office_is_opened_once_and_closed_once() -> None:
    said: list[str] = []

    def opened() -> Office:
        said.append("open")
        return Office(
            cast("JobQueue", None),
            cast("EventLog", None),
            lambda _handlers, _slots: pytest.fail("nobody works here"),
            lambda _path: pytest.fail("nothing to back up"),
            lambda: said.append("close"),
        )

    door = Door(opened, lambda _path, _force: pytest.fail("nothing to restore"))
    door.close()
    assert door() is door()
    door.close()
    door.close()
    assert said == ["open", "close"]
