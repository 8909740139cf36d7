"""`aurora corpus`: the records."""

from collections.abc import Callable
from pathlib import Path

from aurora.adapters.corpus.lines import write_lines
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.records import record

Aurora = Callable[..., Ran]


def test_bad_input_is_refused_with_its_line(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{}\n")
    ran = aurora("corpus", "import", str(tmp_path / "bad.jsonl"))
    assert ran.status == 2
    assert "bad.jsonl:1: has no 'id'" in ran.err
    assert aurora("corpus", "merge", str(tmp_path / "none.jsonl")).status == 2
    assert aurora("corpus", "post").status == 2
    assert aurora("corpus", "top", "--after", "nonsense").status == 2


def test_an_empty_corpus_has_nothing_to_show(aurora: Aurora) -> None:
    assert aurora("corpus", "stats", "--json").json["records"] == 0
    assert aurora("corpus", "top").status == 1
    assert aurora("corpus", "top", "capitals", "--json").json == {"records": []}


def test_records_go_in_are_shown_page_by_page_and_come_out(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    path = tmp_path / "records.jsonl"
    write_lines(path, [record(f"f{n}") for n in range(3)])
    assert aurora("corpus", "import", str(path), "--json", tools=tools).json == {
        "added": 3, "known": 0, "conflicts": [],
    }  # fmt: skip
    write_lines(path, [record("f0", verdict="failed")])
    assert "1 conflict." in aurora("corpus", "merge", str(path), tools=tools).err
    first = aurora("corpus", "top", "--most", "3", "--json", tools=tools).json
    rest = aurora("corpus", "top", "--most", "3", "--after", first["next"], "--json", tools=tools).json
    assert (len(first["records"]), len(rest["records"]), rest["next"]) == (3, 1, "")
    assert "f1" in aurora("corpus", "top", "--most", "4", tools=tools).out
    assert "--after" in aurora("corpus", "top", "--most", "1", tools=tools).err
    assert "verified        3" in aurora("corpus", "stats", tools=tools).out
    ran = aurora("corpus", "export", str(tmp_path / "out.jsonl"), "--verdict", "failed", "--json", tools=tools)
    assert ran.json["records"] == 1


def test_the_most_similar_record_shows_the_parts_of_its_likeness(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    write_lines(tmp_path / "r.jsonl", [record("shout")])
    aurora("corpus", "import", str(tmp_path / "r.jsonl"), tools=tools)
    words = ("corpus", "top", "text in capitals", "--signature", "def f(a: str) -> str", "--json")
    (row,) = aurora(*words, tools=tools).json["records"]
    assert (row["name"], row["signature_likeness"], row["all_passed"]) == ("shout", 1.0, True)
