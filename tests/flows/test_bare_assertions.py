"""Bare assertions are judged as the script that they are."""

from collections.abc import Callable

import pytest

from aurora.flows.bare_assertions import as_tests
from aurora.model.errors import BadInputError
from aurora.pycode.parse import parse


class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []

    def push(self, item: int) -> None:
        self.items.append(item)

    def pop(self) -> int:
        return self.items.pop()


def made(text: str, **names: object) -> list[Callable[[], None]]:
    """The tests that a text becomes, ready to be called."""
    space: dict[str, object] = {"Stack": Stack, "square": lambda x: x * x, **names}
    exec(as_tests(parse(text), "code").replace("from code import *", ""), space)
    return [value for name, value in space.items() if name.startswith("test_")]  # type: ignore[misc]


def test_an_assertion_sees_the_value_that_its_name_has_at_that_line() -> None:
    tests = made("x = 2; assert square(x) == 4; x = 3; assert square(x) == 9\n")
    assert len(tests) == 2
    for test in reversed(tests):
        test()


def test_constants_of_other_assertions_are_left_out() -> None:
    assert as_tests(parse("a, b = -1, (2, 'c')\nassert f(3)\nassert f(b)\n"), "m") == (
        "from m import *\n\n\ndef test_1():\n    assert f(3)\n\n\n"
        "def test_2():\n    a, b = -1, (2, 'c')\n    assert f(b)\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "s = Stack()\ns.push(1)\ns.push(2)\nassert s.pop() == 2\nassert s.pop() == 1\n",
        "n = 0\nfor n in (1, 2):\n    assert square(n) > 0\nassert n == 2\n",
        "assert (y := square(3)) == 9\nassert y > 3\n",
        "n = 0\nfor i in (1, 2):\n    n += i\n    assert n\nfor i in (3, 4):\n    n += i\n    assert n in (6, 10)\n",
        "for n in (1, 2):\n    assert n\nassert (n := n + 1) == 3\n",
        "data = [3, 1]\nassert data.sort() is None\nassert data == [1, 3]\n",
    ],
)
def test_assertions_that_share_more_than_constants_are_one_test_in_their_order(text: str) -> None:
    (test,) = made(text)
    test()
    test()  # from the beginning each time


def test_a_text_over_several_lines_stays_as_it_is_however_deep_its_assertion_stands() -> None:
    text = 'for n in (1, 2):\n    text = """a\n  b\n"""\n    assert length(text) == 6, """not\nsix"""\n'
    (test,) = made(text, length=len)
    test()


def test_assertions_over_several_lines_and_in_blocks_are_tests() -> None:
    text = "try:\n    square('a')\nexcept TypeError:\n    pass\nelse:\n    assert False\nassert square(\n2) == (\n4)\n"
    tests = made(text)
    assert len(tests) == 2
    for test in tests:
        test()


@pytest.mark.parametrize(
    "text",
    [
        "square = square(3)\nassert square == 9\n",
        "limit += 1\nassert limit == 4\n",
        "n = 0\ndef more():\n    global n\n    n += 1\n    return n\nassert more() == 1\nassert n == 1\n",
        "global n\nn = 2\nassert square(n) == 4\n",
    ],
)
def test_a_name_may_mean_first_what_the_module_gives_and_then_something_else(text: str) -> None:
    (test,) = made(text, limit=3)
    test()
    test()


def test_loops_that_call_their_variable_alike_are_judged_by_themselves() -> None:
    assert len(made("for n in (1, 2):\n    assert square(n)\nfor n in (3, 4):\n    assert square(n)\n")) == 2


def test_imports_stand_before_all_tests_those_of_the_future_first() -> None:
    text = "import math\nassert square(2) == math.pow(2, 2)\nfrom __future__ import annotations\n".splitlines()
    written = as_tests(parse("\n".join((text[2], *text[:2]))), "m")
    assert written.startswith("from __future__ import annotations\nfrom m import *\nimport math\n\n\ndef test_1():\n")
    compile(written, "test_code.py", "exec")


def test_lines_may_end_in_any_way() -> None:
    (test,) = made('assert length("""a\r\nb""") == 3\r\n', length=len)
    test()


def test_functions_of_the_text_help_its_assertions() -> None:
    (test,) = made("def twice(x):\n    assert x\n    return square(square(x))\nassert twice(2) == 16\n")
    test()


@pytest.mark.parametrize(
    "text", ["", "x = 1\n", "'words'\n", "import math\n", "def check():\n    assert square(2) == 4\n"]
)
def test_what_asserts_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="no assertion"):
        as_tests(parse(text), "code")
