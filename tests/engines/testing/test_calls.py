"""What a call did, as source text that makes it again; what cannot be told is not."""

from pathlib import Path
from typing import Any

import pytest

from aurora.engines.testing.calls import load, make
from aurora.engines.testing.cases import Case

TEXT = """
from dataclasses import dataclass
class Box:
    def __init__(self, items):
        self.items = items
    def put(self, item):
        if item is None:
            raise ValueError("nothing to put")
        self.items.append(item)
        return len(self.items)
@dataclass
class Point:
    x: int
def double(a): return a * 2
def point(x): return Point(x)
def sort(items): items.sort()
def count(n):
    for number in range(n):
        yield number
async def later(a): return a
def endless():
    while True: pass
def secret(): return object()
def leave(): raise SystemExit(3)
"""


@pytest.fixture(scope="module")
def space() -> dict[str, Any]:
    return load("boxes_under_test", "boxes_under_test.py", TEXT, [])


def did(space: dict[str, Any], target: str, *arguments: str, **more: Any) -> dict[str, Any]:
    return make(Case(target, arguments, **more), space)


@pytest.mark.parametrize(
    ("target", "arguments", "error"),
    [
        ("double", ("{}",), "TypeError"),
        ("double", ("nothing",), "NameError"),
        ("endless", (), "slow"),
        ("secret", (), "answer of object"),
        ("count", ("51",), "TypeError"),
    ],
)
def test_what_cannot_be_recorded_says_why(
    space: dict[str, Any], target: str, arguments: tuple[str, ...], error: str
) -> None:
    assert did(space, target, *arguments) == {"kind": "none", "error": error}


def test_an_answer_is_source_text(space: dict[str, Any]) -> None:
    assert did(space, "double", "'a'")["shown"] == "'aa'"
    assert did(space, "point", "x=3")["shown"] == "Point(x=3)"


def test_iterators_and_coroutines_are_read(space: dict[str, Any]) -> None:
    listed, awaited = did(space, "count", "3"), did(space, "later", "3")
    assert (listed["shown"], listed["form"]) == ("[0, 1, 2]", "list")
    assert (awaited["shown"], awaited["form"]) == ("3", "run")


def test_changed_arguments_and_attributes_are_told(space: dict[str, Any]) -> None:
    assert did(space, "sort", "[2, 1]")["changed"] == {"0": "[1, 2]"}
    done = did(space, "Box.put", "3", receiver="Box([])", before=("put(1)", "put(2)"))
    assert (done["shown"], done["state"]) == ("3", {"items": "[1, 2, 3]"})


def test_an_error_says_whether_the_code_raised_it(space: dict[str, Any]) -> None:
    own = did(space, "Box.put", "None", receiver="Box([])")
    assert (own["kind"], own["shown"], own["message"], own["explicit"]) == (
        "raised",
        "ValueError",
        "nothing to put",
        True,
    )
    assert did(space, "leave")["shown"] == "SystemExit"


def test_a_package_is_imported_by_its_path(tmp_path: Path) -> None:
    found = load("lonely", str(tmp_path / "__init__.py"), "X = __path__[0]\n", [str(tmp_path)])
    assert found["X"] == str(tmp_path)
