"""Values of expressions: what is made of outside text is outside text; a comparison is not."""

import pytest

from tests.pycode.taint.following import lines


@pytest.mark.parametrize(
    "expression",
    [
        "f'{x}'",
        "'a' + x",
        "'%s' % x",
        "'{}'.format(x)",
        "[y for y in x][0]",
        "{'k': x}['k']",
        "x if flag else 'a'",
        "x or 'a'",
        "(y := x)",
        "' '.join([x])",
        "x[1:].strip()",
        "str(x)",
        "{k: v for k, v in x.items()}",
    ],
)
def test_outside_text_stays_outside_text(expression: str) -> None:
    assert lines(f"os.system({expression})") == [1]


@pytest.mark.parametrize(
    "expression", ["x == 'a'", "TABLE[x]", "len(x)", "int(x)", "x if x in ('a',) else 'b'", "TABLE.get(x, 'a')"]
)
def test_what_it_only_decides_is_no_outside_text(expression: str) -> None:
    assert lines(f"os.system({expression})", "TABLE = {'a': 'b'}\n") == []


def test_elements_attributes_and_headers_are_followed() -> None:
    assert lines("y = {}\ny['a'] = x\nos.system(y['b'])") == [3]
    assert lines("other.name = x\nos.system(other.name)") == [2]
    assert lines("other.headers['X'] = x") == [1]
    assert lines("os.system([y for y in x if y in ('a',)][0])") == []
