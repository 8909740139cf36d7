"""The value of a key in the first of several dictionaries that has it, or the default."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="layered configuration fallback first match search in order",
    examples=[
        Example(([{"a": 1}, {"a": 2, "b": 3}], "a", 0), 1),
        Example(([{"a": 1}, {"b": 3}], "b", 0), 3),
        Example(([], "x", 0), 0),
    ],
    holds=lambda mappings, key, default, ret: (
        any(key in mapping and mapping[key] == ret for mapping in mappings) or ret == default
    ),
)
def chain_lookup(mappings: list[dict[K, V]], key: K, default: V) -> V:
    """The value of a key in the first of several dictionaries that has it, or the default."""
    return next((mapping[key] for mapping in mappings if key in mapping), default)
