"""The file as people read it."""

from typing import Any

from aurora.engines.testing.cases import Case
from aurora.engines.testing.choose import Held, Recorded
from aurora.engines.testing.properties import Law
from aurora.engines.testing.render import render
from aurora.engines.testing.targets import targets

TEXT = """
class HttpBox:
    def put(self, item): ...
def f(a, b): ...
def sort(items): ...
def g(*, key): ...
"""
TARGETS = {each.name: each for each in targets(TEXT)}


def value(shown: str, **more: Any) -> dict[str, Any]:
    return {"kind": "value", "shown": shown, "form": "", "changed": {}, "state": {}, **more}


def recorded(target: str, done: dict[str, Any], *arguments: str, **more: Any) -> Recorded:
    return Recorded(Case(target, arguments, **more), done, frozenset(), frozenset())


def written(*cases: Recorded, laws: tuple[Held, ...] = (), without: frozenset[str] = frozenset(), **more: Any) -> str:
    text, _ = render("box", TARGETS, cases, laws, more.get("rows", {}), more.get("imports", {}), without)
    return text


def test_without_a_case_there_is_no_file() -> None:
    assert render("box", TARGETS, [], [], {}, {}) == ("", 0)
    assert written(recorded("f", value("1"), "1", "2"), without=frozenset({"test_f"})) == ""


def test_several_plain_cases_are_a_table() -> None:
    assert written(recorded("f", value("3"), "1", "2"), recorded("f", value("0.5"), "2", "'x'")) == (
        '"""Tests of `box`, written by Aurora: what it does now, recorded to notice changes."""\n\n'
        "import pytest\n\nfrom box import f\n\n\n"
        '@pytest.mark.parametrize(\n    ("a", "b", "expected"),\n    [\n'
        "        (1, 2, 3),\n        (2, 'x', pytest.approx(0.5)),\n    ],\n)\n"
        "def test_f(a, b, expected):\n    assert f(a, b) == expected\n"
    )


def test_truth_and_nothing_are_compared_by_identity() -> None:
    assert "assert g(key=1) is None" in written(recorded("g", value("None"), "key=1"))


def test_a_changed_argument_has_a_name() -> None:
    body = written(recorded("sort", value("None", changed={"0": "[1, 2]"}), "[2, 1]"))
    assert "def test_sort_changes_its_argument():\n    items = [2, 1]\n" in body
    assert "    assert sort(items) is None\n    assert items == [1, 2]\n" in body


def test_a_receiver_is_made_used_and_looked_at() -> None:
    done = value("2", state={"items": "[1, 3]"})
    body = written(recorded("HttpBox.put", done, "3", receiver="HttpBox()", before=("put(1)",)))
    assert "def test_http_box_put_sets_items():\n    box = HttpBox()\n    box.put(1)\n" in body
    assert "    assert box.put(3) == 2\n    assert box.items == [1, 3]\n" in body
    assert "from box import HttpBox\n" in body


def test_an_error_is_matched_only_where_the_code_says_it() -> None:
    done = {"kind": "raised", "shown": "ValueError", "message": "no (1)?", "explicit": True}
    assert 'with pytest.raises(ValueError, match=r"no \\(1\\)\\?"):' in written(recorded("f", done, "1", "2"))
    natural = {**done, "explicit": False}
    assert "with pytest.raises(ValueError):" in written(recorded("f", natural, "1", "2"))


def test_a_law_is_a_test_of_hypothesis_without_chance() -> None:
    law = Held(Law("sort", "is_idempotent", "sort(sort(items)) == sort(items)", ("items",)), frozenset({1}))
    body = written(laws=(law,), rows={"sort": [["[1]"], ["[]"]]})
    assert "@settings(derandomize=True, database=None, deadline=None, max_examples=60)\n" in body
    assert "@given(st.lists(st.integers(1, 1), max_size=8))\ndef test_sort_is_idempotent(items):" in body
    assert written(laws=(law,), rows={"sort": [["object()"]]}) == ""


def test_other_names_are_imported_from_where_they_are_defined() -> None:
    body = written(
        recorded("f", value("date(2024, 1, 1)"), "date(2024, 1, 2)", "math.pi"),
        imports={"date": "datetime", "math": "", "int": "builtins"},
    )
    assert "import math\n" in body
    assert "from datetime import date\n" in body
    assert "builtins" not in body
