"""A dictionary of lists as records, one for each place; what is longer than the shortest list is not used."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="transpose dictionary of lists to list of dictionaries rows table",
    examples=[
        Example(({"a": [1, 3], "b": [2, 4]},), [{"a": 1, "b": 2}, {"a": 3, "b": 4}]),
        Example(({"a": [1, 2], "b": [3]},), [{"a": 1, "b": 3}]),
        Example(({},), []),
    ],
    holds=lambda columns, ret: all(list(record) == list(columns) for record in ret),
)
def columns_to_records(columns: dict[K, list[V]]) -> list[dict[K, V]]:
    """A dictionary of lists as records, one for each place; what is longer than the shortest list is not used."""
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=False)]
