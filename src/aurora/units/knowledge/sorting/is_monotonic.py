"""Whether a list never falls or never rises."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="monotone entirely non increasing or non decreasing array",
    examples=[
        Example(([1, 2, 2],), True),
        Example(([3, 1, 1],), True),
        Example(([1, 3, 2],), False),
        Example(([],), True),
    ],
    holds=lambda values, ret: ret == (sorted(values) in (values, values[::-1])),
)
def is_monotonic(values: list[C]) -> bool:
    """Whether a list never falls or never rises."""
    pairs = list(itertools.pairwise(values))
    return not any(after < before for before, after in pairs) or not any(before < after for before, after in pairs)
