"""The values of some fields of each record, in the order of the fields, None for a missing one."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="select columns from records dictionaries to rows table",
    examples=[Example(([{"a": 1, "b": 2}, {"a": 3}], ["b", "a"]), [[2, 1], [None, 3]]), Example(([], ["a"]), [])],
    holds=lambda records, fields, ret: len(ret) == len(records) and all(len(row) == len(fields) for row in ret),
)
def project_fields(records: list[dict[K, V]], fields: list[K]) -> list[list[V | None]]:
    """The values of some fields of each record, in the order of the fields, None for a missing one."""
    return [[record.get(field) for field in fields] for record in records]
