"""The element of a list that is the first to come a second time; None when there is none."""

from aurora.contracts.component import Example, K, component


@component(
    words="first duplicate repeated element recurring",
    examples=[Example(([1, 2, 3, 2, 1],), 2), Example(([1, 2],), None), Example(([],), None)],
    holds=lambda values, ret: len(set(values)) == len(values) if ret is None else values.count(ret) > 1,
)
def first_repeated(values: list[K]) -> K | None:
    """The element of a list that is the first to come a second time; None when there is none."""
    seen: set[K] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None
