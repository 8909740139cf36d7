"""Whether a dictionary has every one of the keys."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="contains required fields present check keys exist",
    examples=[
        Example(({"a": 1, "b": 2}, ["a", "b"]), True),
        Example(({"a": 1}, ["a", "c"]), False),
        Example(({}, []), True),
    ],
    holds=lambda mapping, keys, ret: ret == (set(keys) <= set(mapping)),
)
def has_all_keys(mapping: dict[K, V], keys: list[K]) -> bool:
    """Whether a dictionary has every one of the keys."""
    return all(key in mapping for key in keys)
