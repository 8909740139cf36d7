"""Nested dictionaries with the value at a path of keys set; dictionaries that are missing on the way are made."""

from typing import Any

from aurora.contracts.component import Example, K, component


@component(
    words="deep update path of keys assign nested dictionary",
    examples=[
        Example(({"a": {"b": 1}}, ["a", "c"], 2), {"a": {"b": 1, "c": 2}}),
        Example(({}, ["x", "y"], 1), {"x": {"y": 1}}),
        Example(({"a": 1}, ["a"], 2), {"a": 2}),
    ],
    holds=lambda mapping, path, _value, ret: path[0] in ret and set(mapping) <= set(ret),
)
def nested_set(mapping: dict[K, Any], path: list[K], value: Any) -> dict[K, Any]:
    """Nested dictionaries with the value at a path of keys set; dictionaries that are missing on the way are made.

    Raises ValueError for an empty path.
    """
    if not path:
        raise ValueError("the path must have at least one key")
    changed = dict(mapping)
    level = changed
    for key in path[:-1]:
        inner = level.get(key)
        level[key] = dict(inner) if isinstance(inner, dict) else {}
        level = level[key]
    level[path[-1]] = value
    return changed
