"""Values through statements: branches join, loops turn twice, handlers keep what was before."""

import pytest

from tests.pycode.taint.following import lines


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x = 'a'\nos.system(x)", []),
        ("y = 'a'\ny += x\nos.system(y)", [3]),
        ("y: str = x\nos.system(y)", [2]),
        ("a, *b = x, 'c'\nos.system(a)", [2]),
        ("if flag:\n    x = 'a'\nelse:\n    return\nos.system(x)", []),
        ("for y in other:\n    os.system(y)\n    other = x", [2]),
        ("with open('a') as f:\n    f.write(x)\nos.system(f)", [3]),
        ("try:\n    x = 'a'\nexcept ValueError:\n    x = 'b'\nos.system(x)", []),
        ("try:\n    x = str(int(x))\nexcept ValueError:\n    pass\nos.system(x)", [5]),
        ("try:\n    int(x)\nexcept ValueError:\n    return\nos.system(x)", []),
        ("match x:\n    case [a, *b]:\n        os.system(b)\n    case _:\n        os.system(a)", [3]),
        ("global y\ny = x\nos.system(y)", [3]),
        ("del x\nraise ValueError(os.system(x))", [2]),
    ],
)
def test_a_value_is_followed(body: str, expected: list[int]) -> None:
    assert lines(body) == expected


def test_what_a_generator_yields_arrives() -> None:
    head = "def each(v):\n    yield v\n"
    assert lines("for y in each(x):\n    os.system(y)", head) == [2]
    assert lines("for y in each('a'):\n    os.system(y)", head) == []


def test_a_function_that_insists_makes_its_argument_safe() -> None:
    head = "def insist(v):\n    if not v.isalnum():\n        raise ValueError(v)\n"
    assert lines("insist(x)\nos.system(x)", head) == []
    assert lines("insist(other)\nos.system(x)", head) == [2]
