"""`aurora route`."""

from collections.abc import Callable
from pathlib import Path

from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_no_words_and_files_that_are_not_there_are_refused(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("route").status == 2
    assert aurora("route", "fix it", "--code", str(tmp_path / "no.py")).status == 2
    assert aurora("route", "--jsonl", str(tmp_path / "no.jsonl")).status == 2
    assert aurora("route", "fix it", "--confirm", "M99").status == 2


def test_a_clear_request_is_routed_with_reasons(aurora: Aurora) -> None:
    ran = aurora("route", "find the file descriptors that leak")
    assert ran.status == 0
    assert "M14  Resource Analysis" in ran.out
    assert "because" in ran.out


def test_an_unclear_request_asks_back_and_is_no_success(aurora: Aurora) -> None:
    ran = aurora("route", "hmm zzzz")
    assert ran.status == 1
    assert "Do you mean" in ran.err
    assert aurora("route", "hmm zzzz", "--json").json["question"]


def test_code_that_comes_with_it_counts(aurora: Aurora, tmp_path: Path) -> None:
    code = tmp_path / "a.py"
    code.write_text("def f(x):\n" + "    if x: x += 1\n" * 20, "utf-8")
    plain, heavy = (
        aurora("route", "optimise it", "--json").json,
        aurora("route", "optimise it", "--code", str(code), "--json").json,
    )
    assert plain["complexity"] < heavy["complexity"]


def test_a_file_is_scored(aurora: Aurora, tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text(
        '{"text": "find the file descriptors that leak", "mode": 14}\n{"text": "rename the class", "mode": 1}\n'
    )
    told = aurora("route", "--jsonl", str(path), "--json").json
    assert (told["utterances"], told["top1"], told["bad_lines"]) == (2, 0.5, [])
    assert told["confusion"] == [{"meant": "M1", "taken": "M47", "times": 1}]
    path.write_text(path.read_text() + "nonsense\n")
    ran = aurora("route", "--jsonl", str(path))
    assert ran.status == 2
    assert "top-1 50.0%" in ran.out
    assert "line 3: this is no JSON" in " ".join(ran.err.split())


def test_what_is_confirmed_is_said(aurora: Aurora) -> None:
    assert aurora("route", "paint the shed", "--confirm", "M11", "--json").json == {
        "text": "paint the shed",
        "unit": "M11",
    }
