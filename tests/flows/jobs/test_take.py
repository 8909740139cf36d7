from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.corpus.lines import write_lines
from aurora.flows.jobs.take import IMPORT
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.record import Wanted
from tests.doubles import tools_with
from tests.flows.jobs.journals import DiedError, PaperJournal
from tests.records import record


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


def test_a_bad_line_refuses_the_whole_file(tools: Tools, tmp_path: Path) -> None:
    write_lines(tmp_path / "records.jsonl", [record("one")])
    with (tmp_path / "records.jsonl").open("a") as file:
        file.write("no record\n")
    with pytest.raises(BadInputError, match=r"records\.jsonl:2"):
        IMPORT.do(tools, PaperJournal(), IMPORT.given({"path": str(tmp_path / "records.jsonl")}, "import"))
    assert list(tools.store().corpus.all(Wanted())) == []


def test_an_import_that_died_before_its_note_adds_nothing_twice(tools: Tools, tmp_path: Path) -> None:
    write_lines(tmp_path / "records.jsonl", [record("one"), record("two")])
    given = IMPORT.given({"path": str(tmp_path / "records.jsonl")}, "import")
    with pytest.raises(DiedError):
        IMPORT.do(tools, PaperJournal(dies_after="take"), given)
    assert IMPORT.do(tools, PaperJournal(), given) == {"added": 0, "known": 2, "conflicts": []}
    assert len(list(tools.store().corpus.all(Wanted()))) == 2


def test_a_merge_keeps_both_sides_of_a_conflict(tools: Tools, tmp_path: Path) -> None:
    for verdict in ("verified", "failed"):
        write_lines(tmp_path / "records.jsonl", [record("one", verdict=verdict)])
        given = IMPORT.given({"path": str(tmp_path / "records.jsonl"), "merge": True}, "import")
        done = IMPORT.do(tools, PaperJournal(), given)
    assert done == {"added": 1, "known": 0, "conflicts": [record("one").id]}
    assert len(list(tools.store().corpus.all(Wanted()))) == 2
