"""The value that a path of keys leads to in nested dictionaries, or the default where the path breaks off."""

from typing import Any

from aurora.contracts.component import Example, K, component


@component(
    words="deep lookup path of keys get nested dictionary default",
    examples=[
        Example(({"a": {"b": 1}}, ["a", "b"], 0), 1),
        Example(({"a": {"b": 1}}, ["a", "x"], 0), 0),
        Example(({"a": 1}, [], 0), {"a": 1}),
    ],
    holds=lambda mapping, path, _default, ret: bool(path) or ret == mapping,
)
def nested_get(mapping: dict[K, Any], path: list[K], default: Any) -> Any:
    """The value that a path of keys leads to in nested dictionaries, or the default where the path breaks off."""
    found: Any = mapping
    for key in path:
        if not isinstance(found, dict) or key not in found:
            return default
        found = found[key]
    return found
