import ast

import pytest

from aurora.pycode.folding import fixtures_of, steps_before


def last(body: str) -> tuple[ast.FunctionDef, ast.Assert]:
    (function,) = ast.parse("def test():\n" + "".join(f"    {line}\n" for line in body.splitlines())).body
    assert isinstance(function, ast.FunctionDef)
    return function, [node for node in ast.walk(function) if isinstance(node, ast.Assert)][-1]


def test_what_comes_before_an_assertion_becomes_expressions() -> None:
    found = steps_before(*last("box = Box(2)\nbox.add(1)\nassert box.size() == 1\nassert box.all() == [1]"))
    assert found == ["(box := Box(2))", "(box.add(1))", "(box.size() == 1)"]


@pytest.mark.parametrize(
    "body",
    [
        "assert f(1) == 2",
        "assert f(1) == 2\nassert f(2) == 3",
        "'a text'\nassert f(1) == 2",
        "for x in y:\n    x.go()\nassert f(1) == 2",
        "a.b = 1\nassert f(1) == 2",
        "a, b = 1, 2\nassert f(a) == 2",
        "import m\nassert m.f(1) == 2",
        "if x:\n    a = 1\n    assert f(a) == 2",
    ],
)
def test_an_assertion_that_needs_nothing_or_something_that_is_no_expression_has_none(body: str) -> None:
    assert steps_before(*last(body)) == []


FIXTURES = """
import pytest

@pytest.fixture
def size():
    return 2

@pytest.fixture(scope="module")
def box(size):
    made = Box(size)
    made.add(1)
    yield made

@pytest.fixture
def odd():
    with open("x") as file:
        yield file

@pytest.fixture
def itself(itself):
    return itself

def helper():
    return 3
"""


@pytest.mark.parametrize(
    ("parameters", "steps"),
    [
        ("size", ["(size := 2)"]),
        ("box", ["(size := 2)", "(made := Box(size))", "(made.add(1))", "(box := made)"]),
        ("odd", []),
        ("itself", []),
        ("helper", []),
        ("size, unknown", []),
    ],
)
def test_a_parameter_is_made_as_its_fixture_makes_it(parameters: str, steps: list[str]) -> None:
    fixtures = fixtures_of(ast.parse(FIXTURES))
    (function,) = ast.parse(f"def test({parameters}):\n    assert f() == 1").body
    assert isinstance(function, ast.FunctionDef)
    assert isinstance(node := function.body[0], ast.Assert)
    assert steps_before(function, node, fixtures) == steps
