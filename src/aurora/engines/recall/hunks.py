"""The code before and after each change of a unified diff, as far as it parses by itself."""

import ast
import re
import textwrap
from collections.abc import Iterator, Sequence

from aurora.pycode.verdict import parse_tree

_HUNK = re.compile(r"^@@ .*@@.*$", re.MULTILINE)
_ENDS = ("--- ", "+++ ")
_CONTINUES = re.compile(r"\s*(elif|else|except|finally)\b")
_MOST = 12  # hunks that are read


def changes(text: str) -> Iterator[tuple[list[ast.stmt], list[ast.stmt]]]:
    """The statements before and after each hunk of the diffs within a text; hunks that do not parse are left out."""
    for hunk in _HUNK.split(text)[1 : _MOST + 1]:
        lines = list(_body(hunk.splitlines()[1:]))
        old = _statements([line[1:] for line in lines if line[0] != "+"])
        new = _statements([line[1:] for line in lines if line[0] != "-"])
        if old is not None and new is not None:
            yield old, new


def _body(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if line[:1] not in ("-", "+", " ") or line.startswith(_ENDS):
            return
        yield line


def _statements(lines: Sequence[str]) -> list[ast.stmt] | None:
    """Lines cut out of a function as statements: what a block or a branch lacks to parse is added."""
    text = textwrap.dedent("\n".join(lines)).strip("\n")
    depth = min((len(line) - len(line.lstrip()) for line in text.splitlines() if line.strip()), default=0)
    if depth or not text.strip():  # the first line lies deeper than a later one
        return [] if not text.strip() else None
    if found := _CONTINUES.match(text):
        text = f"{'try' if found[1] in ('except', 'finally') else 'if True'}:\n    pass\n{text}"
    for whole in (text, f"{text}\n    pass", f"def _():\n{textwrap.indent(text, '    ')}"):
        try:
            return parse_tree(whole).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None
