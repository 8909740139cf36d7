"""How deep dictionaries are nested: 1 for a dictionary without dictionaries among its values."""

from typing import Any

from aurora.contracts.component import Example, K, Positive, component


@component(
    words="depth of nested dictionary levels",
    examples=[Example(({"a": {"b": 1}},), 2), Example(({"a": {}},), 2), Example(({},), 1)],
    holds=lambda mapping, ret: (ret == 1) == (not any(isinstance(value, dict) for value in mapping.values())),
)
def dict_depth(mapping: dict[K, Any]) -> Positive:
    """How deep dictionaries are nested: 1 for a dictionary without dictionaries among its values."""
    depth, level = 0, [mapping]
    while level:
        depth += 1
        level = [inner for part in level for inner in part.values() if isinstance(inner, dict)]
    return depth
