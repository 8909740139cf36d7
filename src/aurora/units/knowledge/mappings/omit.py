"""A dictionary without the items whose key is among the unwanted ones."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="remove drop delete exclude keys without fields",
    examples=[
        Example(({"a": 1, "b": 2}, ["a"]), {"b": 2}),
        Example(({"a": 1}, ["x"]), {"a": 1}),
        Example(({}, ["x"]), {}),
    ],
    holds=lambda mapping, keys, ret: set(ret) == set(mapping) - set(keys),
)
def omit(mapping: dict[K, V], keys: list[K]) -> dict[K, V]:
    """A dictionary without the items whose key is among the unwanted ones."""
    return {key: value for key, value in mapping.items() if key not in keys}
