"""What bodies show, and what they do not."""

import ast

import pytest

from aurora.pycode.docstrings.body import Body, body_of, touches
from aurora.pycode.parse import Function

TRY = "def f(n):\n    try:\n        g()\n    "
MATCH = "def f(a):\n    match a:\n        case 1:\n"


def body(text: str, *parameters: str) -> Body:
    node = ast.parse(text).body[0]
    assert isinstance(node, Function)
    return body_of(node, parameters)


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    try:\n        raise ValueError\n    except ValueError:\n        pass\n",
        "def f(x):\n    try:\n        raise KeyError\n    except:\n        return 1\n",
        "def f(x):\n    try:\n        raise KeyError\n    except (OSError, Exception):\n        return 1\n",
        "def f(x):\n    def g():\n        raise ValueError\n    return g\n",
        "def f(x):\n    error = make()\n    raise error\n",
    ],
)
def test_an_error_that_is_handled_inner_or_unknown_is_not_listed(text: str) -> None:
    assert body(text).raises == ()


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        ("def f(n):\n    if n < 0:\n        raise ValueError('no')\n", "ValueError", "if `n < 0`"),
        ("def f(n):\n    raise shop.Bad\n", "shop.Bad", ""),
        ("def f(n):\n    if n:\n        pass\n    else:\n        raise ValueError\n", "ValueError", ""),
        ("def f(n):\n    m = n + 1\n    if m < 0:\n        raise ValueError\n", "ValueError", ""),
        ("def f(n):\n    if n:\n        if n > 1:\n            raise ValueError\n", "ValueError", ""),
        (
            "def f(n):\n    try:\n        g()\n    except OSError as e:\n        raise Bad from e\n",
            "Bad",
            "when `OSError` is raised inside",
        ),
        (f"{TRY}except OSError:\n        raise\n", "OSError", "when `OSError` is raised inside"),
        (f"{TRY}except OSError as e:\n        raise e\n", "OSError", "when `OSError` is raised inside"),
        (f"{TRY}except OSError:\n        pass\n    else:\n        raise OSError\n", "OSError", ""),
    ],
)  # fmt: skip
def test_a_raised_error_is_listed_with_the_one_condition_that_a_caller_can_read(
    text: str, kind: str, condition: str
) -> None:
    assert [(each.type, each.condition) for each in body(text).raises] == [(kind, condition)]


@pytest.mark.parametrize(
    ("text", "returns", "falls"),
    [
        ("def f(a, b):\n    return a + b\n", ("a + b",), False),
        ("def f(a):\n    if a:\n        return 1\n", ("1",), True),
        ("def f(a):\n    if a:\n        return 1\n    else:\n        return 2\n", ("1", "2"), False),
        ("def f(a):\n    if a:\n        return 1\n    return None\n", ("1",), True),
        ("def f(a):\n    if a:\n        return\n    return 2\n", ("2",), True),
        ("def f(a):\n    made = a * 2\n    return made\n", ("a * 2",), False),
        ("def f(a):\n    made = []\n    made.append(a)\n    return made\n", (), False),
        ("def f(a):\n    made = 1\n    made = 2\n    return made\n", (), False),
        ("def f(a):\n    t = g()\n    return a + t\n", (), False),
        ("def f(a):\n    return [x for x in a]\n", ("[x for x in a]",), False),
        ("def f(self):\n    return self\n", ("self",), False),
        ("def f(a):\n    while True:\n        if a:\n            return 3\n", ("3",), False),
        ("def f(a):\n    while True:\n        break\n", (), True),
        ("def f(a):\n    with a:\n        return 3\n", ("3",), False),
        ("def f(a):\n    try:\n        return 1\n    except OSError:\n        return 2\n", ("1", "2"), False),
        (f"{MATCH}            return 1\n        case _:\n            return 2\n", ("1", "2"), False),
        (f"{MATCH}            return 1\n", ("1",), True),
        (f"def f(a):\n    return {'a + ' * 30}a\n", (), False),
    ],
)  # fmt: skip
def test_results_are_told_when_a_caller_can_read_them(text: str, returns: tuple[str, ...], falls: bool) -> None:
    found = body(text)
    assert (found.returns, found.falls) == (returns, falls)


def test_what_is_changed_set_and_stood_for_is_told() -> None:
    text = (
        "def f(self, rows, more=None):\n    if more is None:\n        more = []\n    rows.sort()\n    self.total = 1\n"
    )
    found = body(text, "rows", "more")
    assert (found.changes, found.sets, found.stands) == (("rows",), ("total",), {"more": "[]"})


def test_output_and_globals_are_told() -> None:
    found = body("def f(a):\n    global total\n    print(a)\n    yield a\n", "a")
    assert (found.notes, found.generates, found.yields) == (("Sets the global `total`.", "Prints."), True, ("a",))


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("def f(a):\n    return -a + len(a) * 2\n", True),
        ("def f(a):\n    if a:\n        raise TypeError('x')\n    return a\n", True),
        ("def f(a: list[int]) -> dict[str, int]:\n    return a\n", True),
        ("def f(a):\n    return a / 2\n", False),
        ("def f(a):\n    return g(a)\n", False),
        ("def f(a):\n    return a[0]\n", False),
        ("def f(a):\n    return a.b\n", False),
    ],
)
def test_only_a_body_that_can_fail_in_no_other_way_is_quiet(text: str, quiet: bool) -> None:
    assert body(text).quiet is quiet


@pytest.mark.parametrize(
    ("text", "outside"),
    [("def f(a): return a", False), ("def f(a): return open(a)", True), ("def f(): return date.today()", True)],
)
def test_what_touches_the_outside_is_seen_by_its_names(text: str, outside: bool) -> None:
    assert touches(ast.parse(text)) is outside
