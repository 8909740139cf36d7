"""Indented lines as a tree: (text, children) of each line, children being the deeper lines below it."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="indentation tree outline nested lines parse levels",
    examples=[
        Example((["a", "  b", "  c", "d"],), [("a", [("b", []), ("c", [])]), ("d", [])]),
        Example(([],), []),
        Example((["x"],), [("x", [])]),
    ],
    holds=lambda lines, ret: len(ret) <= len(lines),
)
def indent_tree(lines: list[str]) -> list[tuple[str, Any]]:
    """Indented lines as a tree: (text, children) of each line, children being the deeper lines below it."""
    root: list[tuple[str, Any]] = []
    stack: list[tuple[int, list[tuple[str, Any]]]] = [(-1, root)]
    for line in filter(str.strip, lines):
        depth = len(line) - len(line.lstrip())
        while stack[-1][0] >= depth:
            stack.pop()
        children: list[tuple[str, Any]] = []
        stack[-1][1].append((line.strip(), children))
        stack.append((depth, children))
    return root
