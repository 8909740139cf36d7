"""`aurora recall`: what happened before."""

from collections.abc import Callable
from pathlib import Path

from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.records import entry, memory

Aurora = Callable[..., Ran]


def test_no_words_are_refused(aurora: Aurora) -> None:
    assert aurora("recall", " ").status == 2
    assert aurora("recall", "x", "--source", "dreams").status == 2
    assert aurora("recall", "x", "--most", "0").status == 2


def test_nothing_found_is_said_and_no_success(aurora: Aurora) -> None:
    ran = aurora("recall", "port conflict")
    assert (ran.status, ran.out) == (1, "")
    assert "Nothing that was remembered" in ran.err


def test_an_answer_has_source_time_outcome_and_link(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    tools.store().memories.add([entry(memory("1", "KeyError: [price]", "in stock.py"))])
    ran = aurora("recall", "missing key", tools=tools)
    assert ran.status == 0
    for told in ("succeeded", "fix", "2026-11-21T10:00", "KeyError: [price]", "fix 1"):
        assert told in ran.out
    (row,) = aurora("recall", "missing key", "--source", "fix", "--json", tools=tools).json
    assert (row["source"], row["id"], row["outcome"], row["link"]) == ("fix", "1", "succeeded", "fix 1")
    assert aurora("recall", "missing key", "--outcome", "failed", "--json", tools=tools).json == []
