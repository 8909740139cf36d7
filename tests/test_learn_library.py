"""What solved programs have in common."""

import ast
import json
from pathlib import Path

import pytest
from bench.learn_library import (
    Terms,
    UnsupportedError,
    bodies,
    expanded,
    fits,
    main,
    parsed,
    programs,
    saved,
    steps,
    written,
)


def term(text: str) -> object:
    return Terms().term(ast.parse(text, mode="eval").body, ())


def test_a_construct_without_a_term_is_refused() -> None:
    with pytest.raises(UnsupportedError):
        term("{key: 1 for key in x}")


@pytest.mark.parametrize(
    "text", ["sum([(items * 2) for items in x if (items > k)])", "(a if x else x[1:])", "s.split(',')[0]"]
)
def test_an_expression_is_the_same_after_going_through_a_term(text: str) -> None:
    terms = Terms()
    tree = terms.term(ast.parse(text, mode="eval").body, ())
    again = terms.text(parsed(written(tree)))
    assert ast.dump(ast.parse(again)) == ast.dump(ast.parse(text.replace("items", "item")))


def test_without_stitch_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.jsonl"
    codes = [f"def f(x): return x + {number}" for number in range(40)]
    path.write_text("\n".join(json.dumps({"solved": True, "code": code}) for code in codes), encoding="utf8")
    monkeypatch.setattr("sys.argv", ["learn_library", str(path), "--out", str(tmp_path / "library.json")])
    monkeypatch.setattr("bench.learn_library.find_spec", lambda _name: None)
    assert main() == 1
    assert "aurora-engineer[library]" in capsys.readouterr().err


def test_programs_that_were_not_solved_teach_nothing(tmp_path: Path) -> None:
    rows = [
        {"solved": False, "code": "def f(x): return x"},
        {"solved": True, "code": "def f(x): return x + 1"},
        {"verdict": "verified", "snippet": "def g(x): return x"},
        {"verdict": "consistent", "snippet": "def h(x): return x"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    assert list(programs([path])) == ["def f(x): return x + 1", "def g(x): return x"]


def test_only_a_single_returned_expression_is_read() -> None:
    codes = ["def f(x):\n    y = x\n    return y\n", "def f(xs):\n    return len(xs)\n"]
    assert list(bodies(Terms(), codes)) == [("call:len", "name:argument0")]


def test_a_hole_stands_for_the_same_term_everywhere() -> None:
    assert fits(("+", "#0", "#0"), ("+", "a", "a"), {})
    assert not fits(("+", "#0", "#0"), ("+", "a", "b"), {})


def test_what_an_abstraction_saves_is_counted_in_leaves() -> None:
    pattern = ("call:sum", ("call:map", "#0", "call:str"))
    assert saved(pattern, ("+", ("call:sum", ("call:map", "x", "call:str")), "one")) == 2
    assert saved(pattern, ("+", "x", "y")) == 0


def test_earlier_abstractions_are_written_out() -> None:
    known = {"fn_0": ("+", "#0", "one")}
    assert expanded(("*", ("fn_0", "x"), "y"), known) == ("*", ("+", "x", "one"), "y")
    assert steps(("*", ("+", "x", "one"), "y")) == 2
