"""The depth of nested lists: 1 for a list of what is no list, 1 more for each list inside."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="depth of nested lists maximum nesting level tree",
    examples=[Example(([1, [2, [3]]],), 3), Example(([],), 1), Example(([1],), 1)],
    holds=lambda nested, ret: ret >= 1 and (ret > 1) == any(isinstance(item, list) for item in nested),
)
def nested_depth(nested: list[Any]) -> int:
    """The depth of nested lists: 1 for a list of what is no list, 1 more for each list inside."""
    depth = 0
    level = [nested]
    while level:
        depth += 1
        level = [item for group in level for item in group if isinstance(item, list)]
    return depth
