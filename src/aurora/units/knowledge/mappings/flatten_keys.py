"""Nested dictionaries as a flat one whose keys are the paths, joined by a separator; empty ones stay as values."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="flatten nested dictionary dotted keys path join",
    examples=[
        Example(({"a": {"b": 1, "c": {"d": 2}}, "e": 3}, "."), {"a.b": 1, "a.c.d": 2, "e": 3}),
        Example(({"a": {}}, "."), {"a": {}}),
        Example(({}, "."), {}),
    ],
    holds=lambda mapping, _separator, ret: (
        not any(value and isinstance(value, dict) for value in ret.values()) and bool(ret) == bool(mapping)
    ),
)
def flatten_keys(mapping: dict[str, Any], separator: str) -> dict[str, Any]:
    """Nested dictionaries as a flat one whose keys are the paths, joined by a separator; empty ones stay as values."""
    flat = dict(mapping)
    while any(value and isinstance(value, dict) for value in flat.values()):
        opened: dict[str, Any] = {}
        for key, value in flat.items():
            if value and isinstance(value, dict):
                opened |= {f"{key}{separator}{inner}": deeper for inner, deeper in value.items()}
            else:
                opened[key] = value
        flat = opened
    return flat
