"""The items of a dictionary as pairs of key and value."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="dictionary to list of tuples items",
    examples=[Example(({"a": 1, "b": 2},), [("a", 1), ("b", 2)]), Example(({},), [])],
    holds=lambda mapping, ret: dict(ret) == mapping,
)
def to_pairs(mapping: dict[K, V]) -> list[tuple[K, V]]:
    """The items of a dictionary as pairs of key and value."""
    return list(mapping.items())
