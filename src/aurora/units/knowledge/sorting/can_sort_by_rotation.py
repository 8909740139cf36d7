"""Whether some rotation of a list is in ascending order."""

from aurora.contracts.component import C, Example, component


@component(
    words="rotated sorted circular shift check nearly sorted",
    examples=[Example(([3, 4, 1, 2],), True), Example(([3, 1, 4, 2],), False), Example(([],), True)],
    holds=lambda values, ret: (
        ret == any(values[at:] + values[:at] == sorted(values) for at in range(max(len(values), 1)))
    ),
)
def can_sort_by_rotation(values: list[C]) -> bool:
    """Whether some rotation of a list is in ascending order."""
    return sum(after < before for before, after in zip(values, values[1:] + values[:1], strict=True)) <= 1
