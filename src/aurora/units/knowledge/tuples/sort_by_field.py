"""Records in ascending order of one field; raises KeyError for a record without it."""

import itertools

from aurora.contracts.component import C, Example, K, component


@component(
    words="sort list of dictionaries by key field order records",
    examples=[Example(([{"n": 2}, {"n": 1}], "n"), [{"n": 1}, {"n": 2}]), Example(([], "n"), [])],
    holds=lambda records, field, ret: (
        len(ret) == len(records) and not any(b[field] < a[field] for a, b in itertools.pairwise(ret))
    ),
)
def sort_by_field(records: list[dict[K, C]], field: K) -> list[dict[K, C]]:
    """Records in ascending order of one field; raises KeyError for a record without it."""
    return sorted(records, key=lambda record: record[field])
