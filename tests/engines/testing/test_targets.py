import pytest

from aurora.engines.testing.targets import Kind, Parameter, constructors, members, targets

TEXT = """
import enum
from dataclasses import dataclass
class Size(enum.Enum):
    SMALL = 1
    LARGE = 2
@dataclass
class Item:
    name: str
    price: float = 0.0
class Stack(Base):
    def push(self, item): ...
class Cart:
    def __init__(self, limit: int = 3): ...
    def add(self, item: "Item") -> int: ...
    @property
    def full(self) -> bool: ...
    @classmethod
    def empty(cls): ...
    def _hidden(self): ...
class WrongError(ValueError):
    def words(self): ...
def f(a, *, b: int = 2): yield a
async def g(): ...
def _private(): ...
"""


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(SyntaxError):
        targets("def f(:")


def test_private_names_and_objects_that_cannot_be_made_are_left_out() -> None:
    assert [each.name for each in targets(TEXT)] == ["Cart.add", "Cart.full", "Cart.empty", "f", "g"]


def test_a_private_function_can_be_asked_for() -> None:
    assert [each.name for each in targets(TEXT, "_private")] == ["_private"]
    assert [each.short for each in targets(TEXT, "Cart")] == ["add", "full", "empty", "_hidden"]


def test_a_target_says_how_it_is_called() -> None:
    add, full, empty, f, g = targets(TEXT)
    assert (add.kind, full.kind, empty.kind, f.kind) == (Kind.METHOD, Kind.PROPERTY, Kind.STATIC, Kind.FUNCTION)
    assert add.parameters == (Parameter("item", "Item"),)
    assert add.makes == (Parameter("limit", "int", "3"),)
    assert f.parameters == (Parameter("a"), Parameter("b", "int", "2", keyword=True))
    assert (f.generator, g.coroutine, add.owner, f.owner, full.returns) == (True, True, "Cart", "", "bool")


def test_constructors_and_members() -> None:
    assert constructors(TEXT) == {
        "Item": (Parameter("name", "str"), Parameter("price", "float", "0.0")),
        "Cart": (Parameter("limit", "int", "3"),),
    }
    assert members(TEXT) == {"Size": ("Size.SMALL", "Size.LARGE")}
