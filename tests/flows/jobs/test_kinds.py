from pathlib import Path

import pytest

from aurora.flows.jobs.kinds import KINDS, handlers, request
from aurora.model.errors import BadInputError
from tests.doubles import tools_with


@pytest.mark.parametrize(
    ("name", "words"), [("cook", "analyze, backup, batch, enhance, fix"), ("fix", "path is missing")]
)
def test_a_bad_request_is_refused_before_it_is_handed_over(name: str, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        request(name, {})


def test_wishes_go_with_the_request() -> None:
    asked = request("fix", {"path": "/shop"}, priority=2, key="shop")
    assert (asked.kind, asked.payload, asked.priority, asked.key) == ("fix", {"path": "/shop"}, 2, "shop")


def test_there_is_a_handler_for_every_kind(tmp_path: Path) -> None:
    assert set(handlers(tools_with(tmp_path))) == set(KINDS)
