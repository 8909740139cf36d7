"""The items of a dictionary whose key is among the wanted ones, in the order of the wanted ones."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="select subset only these keys extract fields project",
    examples=[
        Example(({"a": 1, "b": 2, "c": 3}, ["c", "a"]), {"c": 3, "a": 1}),
        Example(({"a": 1}, ["x"]), {}),
        Example(({}, ["x"]), {}),
    ],
    holds=lambda mapping, keys, ret: (
        all(key in keys and mapping[key] == value for key, value in ret.items())
        and len(ret) == len(set(mapping) & set(keys))
    ),
)
def pick(mapping: dict[K, V], keys: list[K]) -> dict[K, V]:
    """The items of a dictionary whose key is among the wanted ones, in the order of the wanted ones."""
    return {key: mapping[key] for key in keys if key in mapping}
