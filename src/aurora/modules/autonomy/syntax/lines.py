"""Edits of whole texts that several fixers make: an import line put in, a name replaced everywhere."""

import ast
import re
from collections.abc import Iterable
from functools import lru_cache

from aurora.model.answer import Edit
from aurora.model.errors import UnparsableError
from aurora.pycode.edit import apply
from aurora.pycode.parse import Source, parse
from aurora.pycode.spans import newline_of

_HEAD = re.compile(r"\ufeff?(?:#!.*\n)?(?:#.*coding[:=].*\n)?")
_DEFINES = re.compile(r"(?:async )?def |class |@")


@lru_cache(maxsize=4)
def parsed(text: str) -> Source | None:
    """The tree of a text; None when it has none."""
    try:
        return parse(text)
    except UnparsableError:
        return None


def with_import(source: Source, line: str) -> str:
    """The text with one more import line: behind the imports it begins with, else behind its docstring, else on top,
    with blank lines before a definition, behind what Python and the system read of a file's first comments."""
    imports = [node for node in source.tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    docstring = source.tree.body[:1] if ast.get_docstring(source.tree) is not None else []
    before = imports[-1:] or docstring
    end = newline_of(source.text)
    if not before:
        head = _HEAD.match(source.text)
        at = head.end() if head else 0
        gap = 2 * end if _DEFINES.match(source.text, at) else ""
        return f"{source.text[:at]}{line}{end}{gap}{source.text[at:]}"
    at = source.span(before[0]).end
    at = source.text.find("\n", at) + 1 or len(source.text)
    gap = "" if source.text[:at].endswith("\n") else end
    blank = "" if imports else end
    return f"{source.text[:at]}{gap}{blank}{line}{end}{source.text[at:]}"


def replaced(source: Source, nodes: Iterable[ast.AST], new: str) -> str:
    """The text with every one of the nodes written anew."""
    spans = {source.span(node) for node in nodes}
    return apply(source.text, [Edit("", span.start, span.end, new) for span in spans])
