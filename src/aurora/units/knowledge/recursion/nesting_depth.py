"""How deep lists are nested: 1 for a list without lists."""

from typing import Any

from aurora.contracts.component import Example, Positive, component


@component(
    words="depth of nested list levels maximum nesting",
    examples=[Example(([1, [2, [3]]],), 3), Example(([[]],), 2), Example(([],), 1)],
    holds=lambda values, ret: (ret == 1) == (not any(isinstance(value, list) for value in values)),
)
def nesting_depth(values: list[Any]) -> Positive:
    """How deep lists are nested: 1 for a list without lists."""
    depth, level = 0, [values]
    while level:
        depth += 1
        level = [inner for part in level for inner in part if isinstance(inner, list)]
    return depth
