from pathlib import Path

import pytest

from aurora.flows.hand_over import hand_over
from aurora.model.errors import BadInputError, FullQueueError
from tests.entrypoints.http.conftest import house_tools

PAYLOAD = {"code": "x = 1\n"}


def test_the_job_of_an_id_is_handed_over_once(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    first, second = (hand_over(tools, "repair", PAYLOAD, id="own") for _ in range(2))
    assert (first.id, second.id) == ("own", "own")
    assert hand_over(tools, "repair", PAYLOAD).id != hand_over(tools, "repair", PAYLOAD).id
    assert tools.work().queue.traffic().waiting == 3
    tools.close()


def test_what_no_kind_takes_is_refused(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    with pytest.raises(BadInputError, match="code is missing"):
        hand_over(tools, "repair", {})
    tools.close()


def test_a_full_queue_takes_no_new_id_but_knows_the_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = house_tools(tmp_path)
    hand_over(tools, "repair", PAYLOAD, id="own")
    monkeypatch.setattr(tools.work().queue, "_limit", 1)
    assert hand_over(tools, "repair", PAYLOAD, id="own").id == "own"
    with pytest.raises(FullQueueError):
        hand_over(tools, "repair", PAYLOAD, id="other")
    tools.close()
