from collections.abc import Callable
from typing import Any

import pytest

from aurora.engines.repair.steps import HangError, Steps
from aurora.engines.repair.turns import Turns

CODE = '''"""Doc."""
from __future__ import annotations


def sign(n):
    if n < 0 and n != 9:
        return -1
    def inner():
        return 5
    return 1 if n else 0


def other(n):
    while n:
        n -= 1
    return n
'''


def told(text: str, *calls: tuple[str, int], functions: tuple[str, ...] = ("sign", "inner", "other")) -> object:
    steps, names = Steps(), dict[str, Any]()
    turns = Turns(steps, functions)
    exec(turns.compile(text, "m.py"), names)
    steps.restart()
    for name, argument in calls:
        names[name](argument)
    return turns.told()


@pytest.mark.parametrize(
    ("calls", "never", "alike"),
    [
        ((), 0, 0),
        ((("sign", -1),), 2, 3),
        ((("sign", -1), ("sign", 1)), 0, 2),
        ((("sign", -1), ("sign", 1), ("sign", 0)), 0, 1),
        ((("other", 0),), 1, 1),
        ((("other", 2),), 0, 0),
    ],
)
def test_what_never_ran_and_what_always_turned_out_alike_is_counted(
    calls: tuple[tuple[str, int], ...], never: int, alike: int
) -> None:
    assert told(CODE, *calls) == {"never": never, "alike": alike}


def test_only_the_named_functions_are_watched() -> None:
    assert told(CODE, ("sign", -1), functions=("other",)) == {"never": 0, "alike": 0}


def test_a_watched_function_gives_what_it_gave() -> None:
    steps, names = Steps(), dict[str, Callable[[int], int]]()
    exec(Turns(steps, ("sign",)).compile(CODE, "m.py"), names)
    steps.restart()
    assert [names["sign"](n) for n in (-2, 0, 2)] == [-1, 0, 1]


def test_statements_count_as_steps() -> None:
    steps, names = Steps(), dict[str, Any]()
    steps.limit = 20
    exec(Turns(steps, ("other",)).compile(CODE, "m.py"), names)
    steps.restart()
    assert names["other"](5) == 0
    with pytest.raises(HangError):
        names["other"](30)


def test_a_text_that_does_not_parse_raises() -> None:
    with pytest.raises(SyntaxError):
        told("def f(")
