from aurora.modules.autonomy.syntax.context import Context
from aurora.pycode.parse import parse


def context(text: str) -> Context:
    return Context(parse(text))


def test_a_name_that_is_only_stored_is_not_read() -> None:
    assert context("x = 1\ny = z\n").reads == {"z": 1}


def test_uses_say_what_is_done_with_a_name() -> None:
    uses = context("f(x)\na[i]\nb.c\nfor t in d:\n    pass\ne + 1\ng < 2\n").uses
    assert uses["f"] == {"called"}
    assert uses["a"] == {"subscripted"}
    assert uses["i"] == {"number"}
    assert uses["b"] == {"attribute"}
    assert uses["d"] == {"iterated"}
    assert uses["e"] == {"number"}
    assert uses["g"] == {"compared"}
    assert uses["x"] == frozenset()


def test_a_name_seen_in_the_same_surroundings_is_likelier() -> None:
    text = "def f(a, b):\n    a -= 1\n    c -= 1\n"
    start = {text.index("c -=")}
    assert context(text).likeness(start, "a") > context(text).likeness(start, "b")
