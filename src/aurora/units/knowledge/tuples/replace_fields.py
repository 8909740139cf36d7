"""A record with the values of some fields replaced; raises KeyError for a field that it does not have."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="update record named tuple replace change fields immutable copy",
    examples=[Example(({"x": 1, "y": 2}, {"y": 5}), {"x": 1, "y": 5}), Example(({"x": 1}, {}), {"x": 1})],
    holds=lambda record, changes, ret: list(ret) == list(record) and changes.items() <= ret.items(),
)
def replace_fields(record: dict[K, V], changes: dict[K, V]) -> dict[K, V]:
    """A record with the values of some fields replaced; raises KeyError for a field that it does not have."""
    unknown = [field for field in changes if field not in record]
    if unknown:
        raise KeyError(unknown[0])
    return record | changes
