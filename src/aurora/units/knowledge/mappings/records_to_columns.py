"""Records with the same keys as one dictionary of lists; raises KeyError when a record lacks a key of the first."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="transpose list of dictionaries to dictionary of lists columns table",
    examples=[
        Example(([{"a": 1, "b": 2}, {"a": 3, "b": 4}],), {"a": [1, 3], "b": [2, 4]}),
        Example(([{"a": 1}],), {"a": [1]}),
        Example(([],), {}),
    ],
    holds=lambda records, ret: all(len(column) == len(records) for column in ret.values()),
)
def records_to_columns(records: list[dict[K, V]]) -> dict[K, list[V]]:
    """Records with the same keys as one dictionary of lists; raises KeyError when a record lacks a key of the first."""
    return {key: [record[key] for record in records] for key in (records[0] if records else {})}
