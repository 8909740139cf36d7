"""A dictionary of the keys with the values at the same places; what is left of the longer list is not used."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="zip two lists into dictionary combine keys and values pair up",
    examples=[
        Example((["a", "b"], [1, 2]), {"a": 1, "b": 2}),
        Example((["a", "b"], [1]), {"a": 1}),
        Example(([], [1]), {}),
    ],
    holds=lambda keys, values, ret: len(ret) == len(set(keys[: len(values)])),
)
def dict_from_lists(keys: list[K], values: list[V]) -> dict[K, V]:
    """A dictionary of the keys with the values at the same places; what is left of the longer list is not used."""
    return dict(zip(keys, values, strict=False))
