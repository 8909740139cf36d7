import ast

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.parse import Source, parse
from tests.pycode.library import LIBRARY


def name(source: Source, wanted: str) -> ast.Name:
    return next(node for node in source.nodes(ast.Name) if node.id == wanted)


@pytest.mark.parametrize("text", ["x = (", "x = '\0'", "'\ud800'", "-" * 100_000 + "1"])
def test_what_does_not_parse_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UnparsableError, match="this is not Python: ") as caught:
        parse(text, "a.py")
    assert caught.value.where == "a.py:1"


def test_the_line_of_the_fault_is_told() -> None:
    with pytest.raises(UnparsableError) as caught:
        parse("x\n\ny = ]")
    assert caught.value.line == 3


def test_nodes_without_characters_have_no_span() -> None:
    source = parse("def f(): pass\nx + y")
    with pytest.raises(ValueError, match="arguments has no characters"):
        source.span(next(source.nodes(ast.arguments)))


@pytest.mark.parametrize(
    "text",
    [
        "é = 'ü' + wanted",
        "é = (\r\n\t'ü' +\f wanted)\r\n",
        "\ufeffwanted",
        "if é:\r\twanted\r",
        "x = '''é\n''' + wanted",
    ],
)
def test_a_span_is_exact_in_characters(text: str) -> None:
    source = parse(text)
    assert source.segment(name(source, "wanted")) == "wanted"


def test_the_module_spans_the_text() -> None:
    source = parse("# only a comment\n")
    assert source.segment(source.tree) == "# only a comment\n"


def test_nodes_without_a_place_span_their_children() -> None:
    source = parse("[a for a in b if c]\ndef f(x, *y): pass")
    assert source.segment(next(source.nodes(ast.comprehension))) == "a in b if c"
    assert source.segment(next(source.nodes(ast.arguments))) == "x, *y"


def test_decorators_belong_to_the_whole_only() -> None:
    source = parse("x\n@ a.b\n@c(1)\ndef f(): pass\n")
    function = next(source.nodes(ast.FunctionDef))
    assert source.segment(function) == "def f(): pass"
    assert source.whole(function).of(source.text) == "@ a.b\n@c(1)\ndef f(): pass"
    assert source.whole(source.tree.body[0]).of(source.text) == "x"


def test_names_in_f_strings_have_their_place_and_text_parts_span_the_f_string() -> None:
    source = parse("x = f'é{a!r:>{w}} {b.c}'")
    assert source.segment(name(source, "a")) == "a"
    assert source.segment(name(source, "w")) == "w"
    assert source.segment(next(source.nodes(ast.Attribute))) == "b.c"
    part = next(node for node in source.nodes(ast.Constant) if node.value == "é")
    assert source.segment(part) == "f'é{a!r:>{w}} {b.c}'"


def test_a_place_in_an_f_string_that_does_not_parse_is_the_f_string() -> None:
    source = parse("f'{g(k=v)}'")
    assert source.segment(next(source.nodes(ast.keyword))) == "f'{g(k=v)}'"


def test_the_way_up() -> None:
    source = parse("class A:\n    def f(self):\n        async def g():\n            return x + 1\n")
    x = name(source, "x")
    statement = source.statement(x)
    assert isinstance(statement, ast.Return)
    assert source.statement(statement) is statement
    assert [type(node).__name__ for node in source.ancestors(x)] == [
        "BinOp", "Return", "AsyncFunctionDef", "FunctionDef", "ClassDef", "Module"
    ]  # fmt: skip
    function, class_ = source.function(x), source.class_(x)
    assert function is not None
    assert class_ is not None
    assert (function.name, class_.name) == ("g", "A")
    assert source.function(class_) is None
    assert source.statement(source.tree) is None


def test_the_innermost_node_at_an_offset() -> None:
    source = parse("f(a + bc)\n")
    found = source.node_at(7, ast.expr)
    assert isinstance(found, ast.Name)
    assert found.id == "bc"
    assert isinstance(source.node_at(5, ast.expr), ast.BinOp)
    assert source.node_at(0, ast.FunctionDef) is None
    assert source.node_at(3, ast.arguments) is None


def test_spans_of_the_standard_library_hold_the_text_of_their_nodes() -> None:
    for text in LIBRARY[::3]:
        source = parse(text)
        names = [node for node in source.nodes(ast.Name) if source.fstring(node) is None]
        assert all(source.segment(node) == node.id for node in names)
        for statement in source.nodes(ast.Return):
            assert ast.dump(ast.parse(f"def f():\n {source.segment(statement)}").body[0].body[0]) == ast.dump(statement)  # type: ignore[attr-defined]
