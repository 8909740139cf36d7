from types import ModuleType

import pytest

from aurora.engines.repair.settled import Settled

TEXT = """
import functools, inspect, reprlib, types

COUNT = 0
SEEN = []
NOTHING = object()
KINDS = {"a": [1]}


class Shop:
    open = True
    known = {}


shop = Shop()
shop.name = "here"


class Till:
    __slots__ = ("coins", "notes")


till = Till()
till.coins = [1]
shown = reprlib.Repr()
FIXED = types.MappingProxyType({"a": (inspect.signature(Till), [1])})


@functools.lru_cache
def cached(key):
    SEEN.append(key)
    return len(SEEN)


def noted(x, seen=set()):
    seen.add(x)
    return sorted(seen)


def change():
    global COUNT, shop
    COUNT += 1
    KINDS["a"].append(2)
    KINDS["b"] = 3
    shop.name, shop.more, Shop.open, Shop.closed = "there", 1, False, True
    Shop.known["x"] = 1
    FIXED["a"][1].append(2)
    till.coins.append(2)
    shown.maxlist = 1
    till.coins, till.notes = 3, 4
    shop = None
    globals()["extra"] = 1
    return cached("k"), noted(1)
"""


def module(text: str) -> ModuleType:
    made = ModuleType("shop_of_settled")
    exec(text, made.__dict__)
    return made


def settled() -> Settled:
    return Settled(frozenset({"shop_of_settled"}))


@pytest.mark.parametrize(
    "text",
    [
        "rest = iter('ab')",
        "lines = [(1, iter('ab'))]",
        "class A(list): pass\na = A()",
        "class A: __slots__ = ('x',)\na = A()\na.x = iter('ab')",
        "many = list(range(6000))",
        "import io\nread = io.StringIO().read",
    ],
)
def test_what_cannot_be_put_back_is_refused(text: str) -> None:
    assert not settled().of([module(text)])


def test_everything_that_was_changed_is_put_back() -> None:
    made, found = module(TEXT), settled()
    assert found.of([made])
    shop, before = made.shop, dict(vars(made))
    for _ in range(2):
        assert made.change() == (1, [1])
        found.restore()
        assert vars(made) == before
        assert (made.KINDS, made.SEEN, vars(shop), made.Shop.open) == ({"a": [1]}, [], {"name": "here"}, True)
        assert made.Shop.known == {}
        assert (made.till.coins, made.FIXED["a"][1]) == ([1], [1])
        assert not hasattr(made.till, "notes")
        assert made.shown.maxlist == 6
        assert not hasattr(made.Shop, "closed")
