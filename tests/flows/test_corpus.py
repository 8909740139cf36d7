import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.corpus.lines import write_lines
from aurora.flows.corpus import best, export, merge, most_similar, post_due, statistics, take, take_text
from aurora.flows.experience import write_function
from aurora.flows.remember import memory_of
from aurora.flows.tools import Tools
from aurora.model.errors import AuroraError, BadInputError
from aurora.model.record import Record, Taken, Wanted, to_plain
from aurora.model.task import Budget, SynthesisTask
from tests.adapters.webhooks.answering import receiving
from tests.doubles import ScriptedEngines, tools_with
from tests.records import record


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path, ScriptedEngines({"f": "def f(): ..."}))
    yield joined
    joined.close()


def file(folder: Path, *records: Record) -> Path:
    write_lines(folder / "records.jsonl", records)
    return folder / "records.jsonl"


def kept(tools: Tools) -> set[str]:
    return {each.id for each in tools.store().corpus.all(Wanted())}


def test_a_bad_line_at_the_end_leaves_the_corpus_as_it_was(tools: Tools, tmp_path: Path) -> None:
    path = file(tmp_path, *(record(f"f{n}") for n in range(600)))
    path.write_bytes(path.read_bytes() + b'{"id": "x"}\n')
    with pytest.raises(BadInputError, match=r"records\.jsonl:601: has no"):
        take(tools, path)
    with pytest.raises(BadInputError, match=r"records\.jsonl:601: has no"):
        merge(tools, str(path))
    assert kept(tools) == set()


@pytest.mark.parametrize("other", ["none.db", "sqlite:////nowhere/none.db", "nonsense://x/y"])
def test_a_database_that_is_not_there_is_refused_and_none_is_made(tools: Tools, tmp_path: Path, other: str) -> None:
    with pytest.raises(AuroraError):
        merge(tools, other)
    assert not list(tmp_path.rglob("none.db"))


def test_a_merge_takes_another_database_by_path_and_by_url(tools: Tools, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(tools.open_store(f"sqlite:///{path}")) as other:
        other.corpus.add([(each, memory_of(each)) for each in (record("one", verdict="failed"), record("new"))])
    take(tools, file(tmp_path, record("one")))
    assert merge(tools, str(path)) == Taken(2, 0, (record("one").id,))
    assert merge(tools, f"sqlite:///{path}") == Taken(0, 1, (record("one").id,))
    assert len(kept(tools)) == 3


def test_an_import_is_idempotent(tools: Tools, tmp_path: Path) -> None:
    path = file(tmp_path, record("one"), record("two"), record("one"))
    assert take(tools, path) == Taken(2, 1)
    assert take(tools, path) == Taken(0, 3)
    assert tools.store().memories.count_sources() == {"corpus": 2}


def test_an_import_leaves_what_is_here_and_reports_the_conflict(tools: Tools, tmp_path: Path) -> None:
    take(tools, file(tmp_path, record("one")))
    other = record("one", verdict="failed")
    assert take(tools, file(tmp_path, other)) == Taken(0, 0, (other.id,))
    assert tools.store().corpus.with_ids([other.id]) == [record("one")]


def test_a_merge_keeps_both_sides_of_a_conflict_and_can_be_repeated(tools: Tools, tmp_path: Path) -> None:
    take(tools, file(tmp_path, record("one"), record("same")))
    path = file(tmp_path, record("one", verdict="failed"), record("same"), record("new"))
    assert merge(tools, str(path)) == Taken(2, 1, (record("one").id,))
    after = kept(tools)
    assert merge(tools, str(path)) == Taken(0, 2, (record("one").id,))
    assert kept(tools) == after
    assert len(after) == 4
    (twin,) = [each for each in tools.store().corpus.all(Wanted()) if each.verdict == "failed"]
    assert twin.provenance.endswith(f"another record {record('one').id}")


def test_merging_back_and_forth_ends(tools: Tools, tmp_path: Path) -> None:
    take(tools, file(tmp_path, record("one")))
    merge(tools, str(file(tmp_path, record("one", verdict="failed"))))
    whole = tmp_path / "whole.jsonl"
    export(tools, whole, Wanted())
    assert merge(tools, str(whole)) == Taken(0, 2)


def test_an_export_is_what_an_import_takes(tools: Tools, tmp_path: Path) -> None:
    take(tools, file(tmp_path, record("one"), record("two", verdict="consistent")))
    path = tmp_path / "out.jsonl"
    assert export(tools, path, Wanted(verdict="consistent")) == 1
    assert json.loads(path.read_text())["func_name"] == "two"
    other = tools_with(tmp_path / "other")
    assert take(other, path) == Taken(1, 0)
    other.close()


def test_the_most_similar_come_with_the_parts_of_their_likeness(tools: Tools, tmp_path: Path) -> None:
    assert most_similar(tools, "capitals", "") == ()
    vowels = record("vowels", "How many vowels.", func_signature="def vowels(text: str) -> int")
    take(tools, file(tmp_path, record("shout"), vowels))
    best, other = most_similar(tools, "put a text in capitals", "def f(x: str) -> str")
    assert (best.record.func_name, best.signature, best.all_passed) == ("shout", 1.0, True)
    assert best.score == pytest.approx(0.6 + 0.4 * best.words + 0.1)
    assert other.signature == 0.5


def test_statistics_count_what_is_there(tools: Tools, tmp_path: Path) -> None:
    take(tools, file(tmp_path, record("one"), record("two", verdict="consistent")))
    found = statistics(tools)
    assert (found["records"], found["verified"], found["memories"]) == (2, 1, {"corpus": 2})


def test_posting_without_an_address_is_refused(tools: Tools) -> None:
    with pytest.raises(BadInputError, match="AURORA_POST_URL"):
        post_due(tools)


def exporting(tools: Tools, url: str) -> Tools:
    settings = replace(tools.settings, export_enabled=1, post_url=url, api_key="k")
    return replace(tools, settings=settings)


def test_nothing_waits_when_export_is_off(tools: Tools) -> None:
    write_function(tools, SynthesisTask("add", "f"), Budget())
    assert tools.store().corpus.outbox() == {"waiting": 0, "dead": 0}


def test_a_new_record_is_posted_once(tools: Tools) -> None:
    with receiving() as receiver:
        sender = exporting(tools, receiver.url)
        _, made = write_function(sender, SynthesisTask("add", "f"), Budget())
        assert post_due(sender).arrived == 1
        assert post_due(sender).arrived == 0
    ((headers, body),) = receiver.got
    assert body["id"] == made.id == headers["Idempotency-Key"]
    assert headers["Authorization"] == "Bearer k"
    assert body == json.loads(json.dumps(to_plain(made)))


def test_what_does_not_arrive_waits_longer_each_time_and_is_given_up_at_last(
    tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = ["2030-01-01T00:00:00+00:00"]
    waits = list[float]()

    def moment(later: float = 0.0) -> str:
        waits.extend([later] if later else [])
        return now[0]

    monkeypatch.setattr("aurora.flows.corpus._moment", moment)
    with receiving(*[503] * 8) as receiver:
        sender = exporting(tools, receiver.url)
        write_function(sender, SynthesisTask("add", "f"), Budget())
        results = [post_due(sender) for _ in range(9)]
    assert [(each.later, each.given_up) for each in results] == [(1, 0)] * 7 + [(0, 1), (0, 0)]
    assert waits == [30.0 * 2**n for n in range(7)]
    assert len(receiver.got) == 8
    assert tools.store().corpus.outbox() == {"waiting": 0, "dead": 1}
    with receiving() as receiver:
        assert post_due(exporting(tools, receiver.url)).arrived == 0
        assert post_due(exporting(tools, receiver.url), again=True).arrived == 1
    assert tools.store().corpus.outbox() == {"waiting": 0, "dead": 0}


def test_lines_are_taken_whole_or_not_at_all(tools: Tools) -> None:
    line = json.dumps(to_plain(record("shout"))).encode()
    with pytest.raises(BadInputError, match="line 2"):
        take_text(tools, line + b"\n{\n")
    assert statistics(tools)["records"] == 0
    assert take_text(tools, line + b"\n\n") == Taken(1, 0, ())
    assert take_text(tools, line) == Taken(0, 1, ())


def test_the_best_are_the_highest_scores_then_the_simplest(tools: Tools) -> None:
    made = [record("a", complexity=3), record("b", complexity=1), record("c", score=0.5), record("d", score=0.9)]
    tools.store().corpus.add([(each, memory_of(each)) for each in made])
    assert [each.func_name for each in best(tools, Wanted(), 3)] == ["b", "a", "d"]
