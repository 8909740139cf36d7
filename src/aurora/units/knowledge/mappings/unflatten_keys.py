"""A flat dictionary whose keys are paths, joined by a separator, as nested dictionaries."""

from typing import Any

from aurora.contracts.component import Example, T, component


@component(
    words="expand dotted keys nested dictionary split path",
    examples=[
        Example(({"a.b": 1, "a.c": 2, "e": 3}, "."), {"a": {"b": 1, "c": 2}, "e": 3}),
        Example(({"a": 1}, "."), {"a": 1}),
        Example(({}, "."), {}),
    ],
    holds=lambda mapping, separator, ret: {key.split(separator)[0] for key in mapping} == set(ret),
)
def unflatten_keys(mapping: dict[str, T], separator: str) -> dict[str, Any]:
    """A flat dictionary whose keys are paths, joined by a separator, as nested dictionaries.

    Raises ValueError for an empty separator, or when one path goes through the value of another.
    """
    if any(path.startswith(way + separator) for way in mapping for path in mapping):
        raise ValueError("one path goes through the value of another")
    nested: dict[str, Any] = {}
    for path, value in mapping.items():
        *way, last = path.split(separator)
        level = nested
        for key in way:
            level = level.setdefault(key, {})
        level[last] = value
    return nested
