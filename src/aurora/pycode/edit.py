"""Edits of a text: apply them, find them between two texts, show them as a unified diff."""

import difflib
import re
from collections.abc import Iterable

from aurora.model.answer import Edit
from aurora.pycode.names import common_prefix
from aurora.pycode.tokens import tokenize

_ROW = re.compile(r"[^\n]*\n|[^\n]+")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, whose offsets are those of `text`; insertions at one place keep their order.

    Raises ValueError when two edits overlap or one lies outside of the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"the edit {edit.start}-{edit.end} lies outside of a text of {len(text)} characters")
        if edit.start < done:
            raise ValueError(f"the edit {edit.start}-{edit.end} overlaps one that ends at {done}")
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def between(before: str, after: str, path: str = "") -> tuple[Edit, ...]:
    """Small edits, by whole tokens, that turn `before` into `after`; none when they are the same."""
    old, new = [token.text for token in tokenize(before)], [token.text for token in tokenize(after)]
    head = common_prefix(old, new)
    tail = common_prefix(old[head:][::-1], new[head:][::-1])
    starts = [0]
    for text in old:
        starts.append(starts[-1] + len(text))
    matcher = difflib.SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    return tuple(
        Edit(path, starts[head + i1], starts[head + i2], "".join(new[head + j1 : head + j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    )


def unified(before: str, after: str, path: str, context: int = 3) -> str:
    """The change of one file as `diff -u` and `patch` know it; empty when there is none."""
    rows = difflib.unified_diff(
        _ROW.findall(before), _ROW.findall(after), f"a/{path}", f"b/{path}", n=context, lineterm="\n"
    )
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)
