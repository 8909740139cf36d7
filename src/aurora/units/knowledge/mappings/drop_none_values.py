"""A dictionary without the items whose value is None."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="remove null missing empty entries clean compact",
    examples=[
        Example(({"a": 1, "b": None},), {"a": 1}),
        Example(({"a": 0, "b": ""},), {"a": 0, "b": ""}),
        Example(({},), {}),
    ],
    holds=lambda mapping, ret: (
        None not in ret.values() and len(ret) == len(mapping) - list(mapping.values()).count(None)
    ),
)
def drop_none_values(mapping: dict[K, V | None]) -> dict[K, V]:
    """A dictionary without the items whose value is None."""
    return {key: value for key, value in mapping.items() if value is not None}
