"""The records as a dictionary by the value of one key; of records with the same value the last counts."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="lookup table by id index list of dictionaries key by field",
    examples=[
        Example(([{"id": 1, "n": "a"}, {"id": 2, "n": "b"}], "id"), {1: {"id": 1, "n": "a"}, 2: {"id": 2, "n": "b"}}),
        Example(([], "id"), {}),
    ],
    holds=lambda records, key, ret: all(record[key] in ret for record in records),
)
def index_records(records: list[dict[K, V]], key: K) -> dict[V, dict[K, V]]:
    """The records as a dictionary by the value of one key; of records with the same value the last counts.

    Raises KeyError when a record has no such key.
    """
    return {record[key]: record for record in records}
