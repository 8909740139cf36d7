import ast
import random

from aurora.engines.testing.cases import Case, Maker, changed
from aurora.engines.testing.targets import Parameter, constructors, members, targets

TEXT = """
from enum import Enum
class Size(Enum):
    SMALL = 1
class Item:
    def __init__(self, price: int): ...
def f(a: int, b: str = "x"): ...
def g(item: Item, sizes: list[Size]): ...
def h(callback: Callable[[int], int], day: date): ...
"""


def made(name: str, count: int = 20) -> list[Case]:
    (target,) = targets(TEXT, name)
    return Maker(constructors(TEXT), members(TEXT), 0).cases(target, count)


def test_cases_are_different_and_follow_the_annotations() -> None:
    cases = made("f")
    assert len(set(cases)) == len(cases) > 10
    for case in cases:
        assert all(isinstance(ast.literal_eval(text.removeprefix("b=")), int | str) for text in case.arguments)


def test_objects_of_the_module_are_made_by_their_constructors() -> None:
    firsts = {case.arguments[0].partition("(")[0] for case in made("g")}
    assert firsts == {"Item"}
    assert "[Size.SMALL]" in {case.arguments[1] for case in made("g")}


def test_values_of_the_standard_library_are_made() -> None:
    assert {case.arguments[1].partition("(")[0] for case in made("h")} == {"date"}


def test_a_change_keeps_the_call_and_changes_a_literal() -> None:
    case = Case("f", ("3", "b='x'"), "Cart(2)", ("push(1)",))
    chance = random.Random(1)
    found = {changed(case, [90], chance) for _ in range(200)}
    assert {(each.target, each.receiver.partition("(")[0]) for each in found} == {("f", "Cart")}
    assert any(each.arguments[0] == "90" for each in found)
    assert any(each.before != case.before for each in found)
    assert any(each.receiver != case.receiver for each in found)


def test_the_same_chance_makes_the_same_change() -> None:
    case = Case("f", ("[1, 2]", "{'a': 1}", "True", "1.5", "(1, 2)"))
    assert [changed(case, [7], random.Random(3)) for _ in range(3)] == [changed(case, [7], random.Random(3))] * 3


def test_what_has_no_annotation_is_guessed() -> None:
    maker = Maker({}, {}, 0)
    (target,) = targets("def f(a, b=2): ...")
    kinds = {type(ast.literal_eval(case.arguments[0])) for case in maker.cases(target, 60)}
    assert {int, str, list} <= kinds
    assert Parameter("b", "", "2") in target.parameters


def test_a_parameter_that_is_named_like_a_class_is_one() -> None:
    maker = Maker(constructors("class LineItem:\n    def __init__(self, price: int): ...\n"), {}, 0)
    (target,) = targets("def f(line_item): ...")
    assert {case.arguments[0].partition("(")[0] for case in maker.cases(target, 20)} == {"LineItem"}
