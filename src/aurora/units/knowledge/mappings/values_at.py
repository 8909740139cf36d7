"""The values of the keys in the order of the keys, the default for those that are missing."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="lookup many keys get several values default",
    examples=[
        Example(({"a": 1, "b": 2}, ["b", "x"], 0), [2, 0]),
        Example(({}, ["a"], None), [None]),
        Example(({"a": 1}, [], 0), []),
    ],
    holds=lambda mapping, keys, default, ret: (
        len(ret) == len(keys) and all(mapping.get(key, default) == value for key, value in zip(keys, ret, strict=True))
    ),
)
def values_at(mapping: dict[K, V], keys: list[K], default: V) -> list[V]:
    """The values of the keys in the order of the keys, the default for those that are missing."""
    return [mapping.get(key, default) for key in keys]
