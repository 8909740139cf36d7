import sysconfig
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from radon.visitors import ComplexityVisitor

from aurora.pycode.metrics import FunctionMetrics, called_names, complexity, function_metrics

TEXT = """\
class A:
    async def m(self, a, /, b=1, *c, d, **e):
        if a and b or c:
            for x in [y for y in d if y]:
                def inner():
                    while True:
                        assert x
        return 1 if a else "\\d"


def flat(): pass
"""


@pytest.mark.parametrize("text", ["def f(:", "'\ud800'"])
def test_what_does_not_parse_has_no_complexity_and_no_calls(text: str) -> None:
    assert complexity(text) == 0
    assert called_names(text) == frozenset()


def test_functions_of_what_does_not_parse_are_refused() -> None:
    with pytest.raises(SyntaxError):
        function_metrics("def f(:")


def test_nested_functions_count_for_themselves() -> None:
    found = [replace(each, cognitive=0, maintainability=100.0) for each in function_metrics(TEXT)]
    assert found == [
        FunctionMetrics("A.m", line=2, lines=7, cyclomatic=8, nesting=2, parameters=4),
        FunctionMetrics("A.m.inner", line=5, lines=3, cyclomatic=3, nesting=1, parameters=0),
        FunctionMetrics("flat", line=11, lines=1, cyclomatic=1, nesting=0, parameters=0),
    ]
    assert complexity(TEXT) == 12
    assert complexity("x = 1") == 0


def test_called_names_are_plain_ones() -> None:
    assert called_names("f(g(1)); a.h(); (lambda: 0)()") == {"f", "g"}


def test_cyclomatic_complexity_agrees_with_radon_on_the_standard_library() -> None:
    """Radon looks into no assert and counts `case` otherwise; everywhere else the two are the same."""
    agreed, differ = 0, []
    for path in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))[:25]:
        text = path.read_text("utf-8", "replace")
        theirs = dict(_radon(ComplexityVisitor.from_code(text)))
        lines = text.splitlines()
        for each in function_metrics(text):
            body = "\n".join(lines[each.line - 1 : each.line + each.lines])
            if each.line in theirs and "assert" not in body and "match " not in body:
                agreed += theirs[each.line] == each.cyclomatic
                differ += [(path.name, each.name)] if theirs[each.line] != each.cyclomatic else []
    assert differ == []
    assert agreed > 400


def _radon(visitor: Any) -> Iterator[tuple[int, int]]:
    for each in visitor.functions:
        yield from _functions(each)
    for each in visitor.classes:
        yield from _methods(each)


def _methods(each: Any) -> Iterator[tuple[int, int]]:
    for method in each.methods:
        yield from _functions(method)
    for inner in each.inner_classes:
        yield from _methods(inner)


def _functions(each: Any) -> Iterator[tuple[int, int]]:
    yield each.lineno, each.complexity
    for inner in each.closures:
        yield from _functions(inner)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return 1", 0),
        ("if a:\n        pass", 1),
        ("if a:\n        pass\n    elif b:\n        pass\n    else:\n        pass", 3),
        ("for x in a:\n        if x:\n            pass", 3),
        ("if a and b and c or d:\n        pass", 3),
        ("try:\n        pass\n    except ValueError:\n        if a:\n            pass", 3),
        ("return [1 if x else 2 for x in a]", 1),
        ("def g():\n        if a:\n            pass", 2),
    ],
)
def test_cognitive_complexity_weighs_nesting(body: str, expected: int) -> None:
    (found, *_) = function_metrics(f"def f(a, b, c, d):\n    {body}\n")
    assert found.cognitive == expected


def test_the_maintainability_index_falls_with_size_and_stays_within_its_scale() -> None:
    short, long = (function_metrics("def f(a):\n" + "    a = a + 1\n" * count)[0] for count in (1, 400))
    assert 0 <= long.maintainability < short.maintainability <= 100
