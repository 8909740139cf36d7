"""The records in which a key has a given value."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="filter list of dictionaries by field equals search select rows",
    examples=[
        Example(([{"n": 1}, {"n": 2}], "n", 2), [{"n": 2}]),
        Example(([{"m": 1}], "n", 1), []),
        Example(([], "n", 1), []),
    ],
    holds=lambda records, key, value, ret: all(record[key] == value for record in ret) and len(ret) <= len(records),
)
def records_where(records: list[dict[K, V]], key: K, value: V) -> list[dict[K, V]]:
    """The records in which a key has a given value."""
    return [record for record in records if key in record and record[key] == value]
