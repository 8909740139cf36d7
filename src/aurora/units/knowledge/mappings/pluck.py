"""The value of one key in each of the records that have it."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="extract field from list of dictionaries column values of key",
    examples=[Example(([{"n": 1}, {"n": 2}, {"m": 3}], "n"), [1, 2]), Example(([{}], "n"), []), Example(([], "n"), [])],
    holds=lambda records, key, ret: len(ret) == sum(key in record for record in records),
)
def pluck(records: list[dict[K, V]], key: K) -> list[V]:
    """The value of one key in each of the records that have it."""
    return [record[key] for record in records if key in record]
