"""Greatest value of one field of all records."""

from aurora.contracts.component import C, Example, Index, component


@component(
    words="maximum of nth column field in tuple list",
    examples=[
        Example(
            (
                [(5, 6), (1, 9)],
                1,
            ),
            9,
        ),
        Example(
            (
                [(2,)],
                0,
            ),
            2,
        ),
        Example(
            (
                [(-1, 0), (-5, 0)],
                0,
            ),
            -1,
        ),
    ],
    holds=lambda records, field, ret: all(record[field] <= ret for record in records),
)
def field_maximum(records: list[tuple[C, ...]], field: Index) -> C:
    """Greatest value of one field of all records."""
    return max(record[field] for record in records)
