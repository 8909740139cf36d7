import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from aurora.engines.repair.live import Live
from aurora.engines.repair.memory import Memory
from aurora.engines.repair.steps import HangError

SHOP = '''"""A shop."""

from __future__ import annotations

RATE = 3


def price(n: int) -> int:
    return n * RATE


def early() -> int:
    return 7


START = early()


class Till:
    """Counts."""

    def total(self, sums):
        return sum(sums)

    @staticmethod
    def zero():
        return 0


def outer():
    def inner():
        return 1

    return inner


kept = outer()
'''
PATH = "shop_of_live.py"


@pytest.fixture
def memory() -> Iterator[Memory]:
    memory = Memory({PATH: SHOP}, [""], "/nowhere")
    sys.meta_path.insert(0, memory)
    yield memory
    memory.use({})
    sys.meta_path.remove(memory)


@pytest.fixture
def live(memory: Memory) -> Live:
    return Live(memory, shop)


def shop() -> Any:
    return import_module("shop_of_live")


def test_functions_and_methods_are_exchanged_in_place_and_put_back(live: Live) -> None:
    module = shop()
    price, till = module.price, module.Till()
    assert live.put({PATH: SHOP.replace("n * RATE", "n + RATE").replace("sum(sums)", "max(sums)")}) is False
    assert live.put({PATH: SHOP.replace("n * RATE", "n + RATE")})
    assert (price(5), till.total([1, 2])) == (8, 3)
    assert live.put({PATH: SHOP.replace("sum(sums)", "max(sums)").replace("return 0", "return -1")})
    assert (price(5), till.total([1, 2]), module.Till.zero()) == (15, 2, -1)
    live.back()
    assert (price(5), till.total([1, 2]), shop()) == (15, 3, module)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("RATE = 3", "RATE = 4"),  # a value of the module
        ("n: int", "n: int = 1"),  # a default
        ("return 7", "return 8"),  # ran while the module was imported
        ("return 1", "return 2"),  # a function that was made by another one lives on
        ("def zero", "def nought"),
        ("return n * RATE", "return (n"),
        ("\nSTART", "\n\nOPEN = 1\n\nSTART"),
    ],
)
def test_what_only_an_import_can_change_is_refused(live: Live, old: str, new: str) -> None:
    module = shop()
    assert live.put({PATH: SHOP.replace(old, new, 1)}) is False
    assert (module.price(5), module.kept(), module.START) == (15, 1, 7)


def test_lines_of_an_exchanged_function_are_those_of_the_text(live: Live) -> None:
    assert live.put({PATH: SHOP.replace("return n * RATE", "n = 0\n    return RATE / n")})
    with pytest.raises(ZeroDivisionError) as raised:
        shop().price(1)
    assert (raised.traceback[-1].lineno, str(raised.traceback[-1].path)[-len(PATH) :]) == (9, PATH)


def test_a_function_that_hangs_is_stopped_by_its_steps(memory: Memory, live: Live) -> None:
    memory.steps.limit = 5
    assert live.put({PATH: SHOP.replace("return n * RATE", "while True:\n        pass")})
    memory.steps.restart()
    with pytest.raises(HangError):
        shop().price(1)


@pytest.mark.parametrize("head", ["import math", "try:\n    import math\nexcept ImportError:\n    math = None"])
def test_a_function_that_calls_what_is_imported_is_exchanged(head: str) -> None:
    text = f"{head}\ndef f(x):\n    return math.floor(x)\n"
    memory = Memory({"floor_of_live.py": text}, [""], "/nowhere")
    sys.meta_path.insert(0, memory)
    try:
        live = Live(memory, lambda: import_module("floor_of_live"))
        assert live.put({"floor_of_live.py": text.replace("floor(x)", "ceil(x) + 1")})
        assert import_module("floor_of_live").f(1.5) == 3
    finally:
        memory.use({})
        sys.meta_path.remove(memory)


def test_a_function_that_nobody_holds_is_not_taken_for_exchanged() -> None:
    text = "def f():\n    return 1\nvalue = f\ndef f():\n    return value()\ndel value\n"
    memory = Memory({"lost_of_live.py": text}, [""], "/nowhere")
    sys.meta_path.insert(0, memory)
    try:
        assert not Live(memory, lambda: import_module("lost_of_live")).put({"lost_of_live.py": text.replace("1", "2")})
    finally:
        memory.use({})
        sys.meta_path.remove(memory)


@pytest.mark.parametrize(
    ("line", "settled"),
    [
        ("LIMITS = (1, 'a', None)", True),
        ("import re\nWORD = re.compile('a')", True),
        ("SEEN = iter('ab')", False),
        ("def f(x, seen=bytearray()):\n    pass", False),
        ("class A:\n    known = [iter('ab')]", False),
        ("class A:\n    known = 1\n    me: 'A'", True),
        ("class A:\n    pass\nA.self = A", True),
        ("class A:\n    __slots__ = ('x',)\na = A()", True),
        ("class A:\n    __slots__ = ('x',)\na = A()\na.x = iter('ab')", False),
        ("class A(list):\n    pass\na = A()", False),
    ],
)
def test_what_a_test_might_change_for_the_next_is_noticed(line: str, settled: bool) -> None:
    memory = Memory({"odd_of_live.py": line + "\n"}, [""], "/nowhere")
    sys.meta_path.insert(0, memory)
    try:
        assert Live(memory, lambda: import_module("odd_of_live")).settled(()) is settled
    finally:
        memory.use({})
        sys.meta_path.remove(memory)


def test_what_an_import_raises_leaves_it(memory: Memory) -> None:
    with pytest.raises(ModuleNotFoundError):
        Live(memory, lambda: import_module("nowhere_of_live"))
    assert sys.getprofile() is None
