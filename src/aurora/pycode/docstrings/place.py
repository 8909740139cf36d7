"""Puts docstrings into a module; nothing else of it changes."""

import ast
import textwrap
from collections.abc import Iterator, Mapping

from aurora.model.answer import Edit
from aurora.pycode.edit import apply
from aurora.pycode.parse import Function, Source, parse
from aurora.pycode.spans import newline_of


def documented(text: str, docstrings: Mapping[str, str]) -> str:
    """The module with these docstrings, by the name of a definition at its top ("f") or in a class of it ("C.f").

    Names that are not there, or have one already, are left out. Raises `UnparsableError` for what is no Python, and
    ValueError should the module differ in more than docstrings afterwards.
    """
    source = parse(text)
    edits = [_edit(source, node, docstrings[name]) for name, node in _definitions(source.tree) if name in docstrings]
    made = apply(text, edits)
    if _bare(parse(made).tree) != _bare(source.tree):
        raise ValueError("more than docstrings would change")
    return made


def _definitions(tree: ast.Module) -> Iterator[tuple[str, ast.ClassDef | Function]]:
    pending: list[ast.stmt] = list(tree.body)
    while pending:
        node = pending.pop(0)
        if isinstance(node, ast.If | ast.Try):
            pending += node.body
        if isinstance(node, Function):
            yield from _one(node.name, node)
        elif isinstance(node, ast.ClassDef):
            yield from _one(node.name, node)
            for each in node.body:
                if isinstance(each, Function) and not _is_overload(each):
                    yield from _one(f"{node.name}.{each.name}", each)


def _one(name: str, node: ast.ClassDef | Function) -> Iterator[tuple[str, ast.ClassDef | Function]]:
    if ast.get_docstring(node) is None and not _is_overload(node):
        yield name, node


def _is_overload(node: ast.ClassDef | Function) -> bool:
    return any(
        ast.unparse(each).rpartition(".")[2] in ("overload", "setter", "deleter") for each in node.decorator_list
    )


def _edit(source: Source, node: ast.ClassDef | Function, docstring: str) -> Edit:
    first, text, newline = node.body[0], source.text, newline_of(source.text)
    start = source.whole(first).start
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():  # the body is on the line of the head
        outer = text[text.rfind("\n", 0, source.span(node).start) + 1 : source.span(node).start]
        indent = (outer if not outer.strip() else "") + "    "
        head = text[:start].rstrip(" \t")
        return Edit("", len(head), start, newline + indent + _quoted(docstring, indent, newline) + newline + indent)
    indent = text[line:start]
    return Edit("", start, start, _quoted(docstring, indent, newline) + newline + indent)


def _quoted(docstring: str, indent: str, newline: str) -> str:
    raw = "r" if "\\" in docstring else ""
    body = textwrap.indent(docstring, indent).lstrip()
    end = "\n" + indent if "\n" in docstring else ""
    return f'{raw}"""{body}{end}"""'.replace("\n", newline)


def _bare(tree: ast.Module) -> str:
    """The tree without docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return ast.dump(tree)
