import ast

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.asserts import read_asserts
from aurora.pycode.parse import parse
from aurora.pycode.signature import (
    Parameter,
    ParameterKind,
    Signature,
    infer_signature,
    parse_signature,
    render,
    result_type,
    signature_of,
)
from aurora.pycode.types import INT, NEVER, Type
from tests.pycode.library import LIBRARY


@pytest.mark.parametrize(
    "text",
    ["", "def", "f", "def f(a", "lambda a: b", "def f(a): pass\nx = 1", "def f(): x\nif y", "f(): x = 1; y = '\0'"],
)
def test_what_is_not_the_head_of_a_function_is_refused(text: str) -> None:
    with pytest.raises(UnparsableError, match="is not the head of"):
        parse_signature(text)


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("def f(a: int, b=2) -> str", "def f(a: int, b=2) -> str"),
        ("f(a,b)", "def f(a, b)"),
        (" def f(a): ", "def f(a)"),
        ("def f(a) -> int: ...", "def f(a) -> int"),
        ("f() : pass", "def f()"),
        ("async def f(*, a)", "async def f(*, a)"),
        ("def f(a, /, b, *c, d: int = 3, **e)", "def f(a, /, b, *c, d: int = 3, **e)"),
        ("def f(a, b=1, /)", "def f(a, b=1, /)"),
        ("def f(a, /, *, b)", "def f(a, /, *, b)"),
        ("def f(x: 'A[int]' = None)", "def f(x: 'A[int]' = None)"),
    ],
)
def test_signatures_are_read_and_written(text: str, rendered: str) -> None:
    assert render(parse_signature(text)) == rendered


def test_the_parts_of_a_signature() -> None:
    found = parse_signature("def f(a: list[int], /, b=(1, 2), *c, d, **e) -> int")
    assert found == Signature(
        "f",
        (
            Parameter("a", "list[int]", "", ParameterKind.POSITIONAL_ONLY),
            Parameter("b", "", "(1, 2)"),
            Parameter("c", kind=ParameterKind.VARIADIC),
            Parameter("d", kind=ParameterKind.KEYWORD_ONLY),
            Parameter("e", kind=ParameterKind.KEYWORDS),
        ),
        "int",
    )
    assert found.names == ("a", "b", "c", "d", "e")
    assert found.result == INT
    assert found.parameters[0].type == Type("list", (INT,))


def test_signatures_of_the_standard_library_are_read_back() -> None:
    for text in LIBRARY:
        for node in parse(text).nodes(ast.FunctionDef):
            signature = signature_of(node)
            assert parse_signature(render(signature)) == signature


@pytest.mark.parametrize(
    ("asserts", "rendered"),
    [
        ([], "def f()"),
        (["f(x) == 1"], "def f()"),
        (["f(1) == 'a'", "f(2) == 'b'"], "def f(n: int) -> str"),
        (["f([1], 'a', 'b')"], "def f(items: list[int], text1: str, text2: str) -> bool"),
        (["f([]) == []", "f([1.5]) == [2]"], "def f(items: list[float]) -> list[int]"),
        (["f(1) is None", "f(None) == 2"], "def f(value: int | None) -> int | None"),
        (["f(1) == 1", "f(1, True) == 1"], "def f(n: int, flag: bool) -> int"),
        (["f(k={1: 2}) == 1", "f(2, k={}) == 1"], "def f(n: int, k: dict[int, int]) -> int"),
        (["set(f(b'')) == {1}"], "def f(data: bytes)"),
    ],
)
def test_signatures_are_inferred_from_examples(asserts: list[str], rendered: str) -> None:
    examples = read_asserts("\n".join(f"assert {text}" for text in asserts))
    assert render(infer_signature("f", examples)) == rendered


def test_relations_that_say_nothing_of_the_result() -> None:
    assert result_type(read_asserts("assert f(1) != 2")[0]) == NEVER
