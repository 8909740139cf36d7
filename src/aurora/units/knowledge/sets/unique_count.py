"""How many different values a list has."""

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="number of distinct unique elements cardinality",
    examples=[Example(([1, 2, 1],), 2), Example((["a"],), 1), Example(([],), 0)],
    holds=lambda values, ret: (
        0 <= ret <= len(values) and (ret == len(values)) == all(values.count(value) == 1 for value in values)
    ),
)
def unique_count(values: list[K]) -> Nat:
    """How many different values a list has."""
    return len(set(values))
