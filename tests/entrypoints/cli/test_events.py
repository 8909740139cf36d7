import json
from collections.abc import Callable
from pathlib import Path

from aurora.adapters.process.journal import Journal
from tests.entrypoints.cli.conftest import Ran
from tests.entrypoints.cli.test_jobs import _tools, house

__all__ = ["house"]


def test_events_are_told_one_a_line_and_mirrored_once(aurora: Callable[..., Ran], house: Path) -> None:
    assert aurora("events", tools=_tools(house)).out == ""
    aurora("jobs", "submit", "analyze", f"path={house / 'shop.py'}", tools=_tools(house))
    (line,) = aurora("events", "--type", "job.submitted", tools=_tools(house)).out.splitlines()
    seq = json.loads(line)["seq"]
    assert json.loads(line)["data"] == {"kind": "analyze"}
    assert aurora("events", "--since", str(seq), tools=_tools(house)).out == ""
    assert aurora("events", "--chain", str(seq), tools=_tools(house)).out.splitlines() == [line]
    for _ in range(2):
        assert aurora("events", "--mirror", str(house / "events.jsonl"), tools=_tools(house)).status == 0
    assert (house / "events.jsonl").read_text().splitlines() == [line]


def test_all_events_can_be_one_json_value_but_not_while_they_are_followed(
    aurora: Callable[..., Ran], house: Path
) -> None:
    assert aurora("events", "--json", tools=_tools(house)).json == []
    assert aurora("events", "--json", "--follow", tools=_tools(house)).status == 2


def test_what_luminar_told_is_among_them_without_a_server_and_only_once(
    aurora: Callable[..., Ran], house: Path
) -> None:
    journal = Journal(house / "state" / "luminar" / "events.jsonl")
    journal.append("service.failed", "web", {"why": "exited with status 3"})
    environment = {"AURORA_STATE": str(house / "state")}
    for _ in range(2):
        (line,) = aurora("events", tools=_tools(house), environment=environment).out.splitlines()
        assert (json.loads(line)["type"], json.loads(line)["data"]["why"]) == ("service.failed", "exited with status 3")
    journal.close()
