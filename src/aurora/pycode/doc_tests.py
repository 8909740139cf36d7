"""The examples of docstrings as pytest files, for code that has no other tests."""

import ast
import doctest
from collections.abc import Iterator, Mapping
from contextlib import suppress

from aurora.pycode.trees import tree_of
from aurora.pycode.verdict import parse_tree

_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_LOOSE = ("...", "<BLANKLINE>")  # what stands for something else in what an example prints


def doc_tests(files: Mapping[str, str]) -> dict[str, str]:
    """A test file beside each of these modules that has examples, by path; a test for each docstring.

    A docstring that does not say exactly what each of its examples gives is left out.
    """
    found: dict[str, str] = {}
    for path, text in files.items():
        name = path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        if ">>>" in text and path.endswith(".py") and all(part.isidentifier() for part in name.split(".")):
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                if tests := _tests(name, parse_tree(text)):
                    found[f"test_{name.replace('.', '_')}_examples.py"] = tests
    return found


def _tests(module: str, tree: ast.Module) -> str:
    docs = [ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)]
    bodies = [body for doc in docs if (body := _body(doc))]
    if not bodies:
        return ""
    names = ", ".join(dict.fromkeys(_bound(tree.body)))
    head = f"import pytest\n{f'from {module} import {names}' if names else f'import {module}'}\n"
    return head + "".join(f"\n\ndef test_{number}():\n{body}" for number, body in enumerate(bodies, start=1))


def _body(doc: str) -> str:
    """The examples of one docstring as statements of a test."""
    lines: list[str] = []
    for example in doctest.DocTestParser().get_examples(doc):
        said = _statement(example)
        loose = example.exc_msg is None and any(each in example.want for each in _LOOSE)
        if example.options or loose or not said:
            return ""
        lines += [f"    {line}\n" for line in said.splitlines()]
    return "".join(lines) if any(line.lstrip().startswith(("assert ", "with pytest")) for line in lines) else ""


def _statement(example: doctest.Example) -> str:
    """What an example says; empty when it is not known how to say it."""
    body = tree_of(example.source).body
    node, want = body[0] if len(body) == 1 else ast.Pass(), example.want.removesuffix("\n")
    if example.exc_msg is not None:
        kind = example.exc_msg.partition(":")[0].strip().rpartition(".")[2]
        return f"with pytest.raises({kind}):\n    {ast.unparse(node)}" if kind.isidentifier() else ""
    if not want:
        return "\n".join(map(ast.unparse, body))
    if not isinstance(node, ast.Expr):
        return ""
    match node.value:
        case ast.Call(func=ast.Name(id="print"), args=[ast.expr() as shown], keywords=[]):
            return f"assert str({ast.unparse(shown)}) == {want!r}"
        case ast.Call(func=ast.Name(id="print")):
            return ""
    try:
        ast.literal_eval(want)
    except (SyntaxError, ValueError):
        return f"assert repr({ast.unparse(node)}) == {want!r}"
    return f"assert {ast.unparse(node)} == {want}"


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    """The names that the statements of a module bind."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for each in targets if isinstance(each, ast.Name))
        elif isinstance(node, ast.Import):
            yield from (each.asname or each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            yield from (each.asname or each.name for each in node.names if each.name != "*")
