"""A dictionary with the keys that are in the renaming replaced by their new names."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="change key names alias old new relabel",
    examples=[
        Example(({"a": 1, "b": 2}, {"a": "x"}), {"x": 1, "b": 2}),
        Example(({"a": 1}, {}), {"a": 1}),
        Example(({}, {"a": "b"}), {}),
    ],
    holds=lambda mapping, renaming, ret: all(renaming.get(key, key) in ret for key in mapping),
)
def rename_keys(mapping: dict[K, V], renaming: dict[K, K]) -> dict[K, V]:
    """A dictionary with the keys that are in the renaming replaced by their new names."""
    return {renaming.get(key, key): value for key, value in mapping.items()}
