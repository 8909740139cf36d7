"""The greater of the elements at the same places of two lists, up to the end of the shorter one."""

from aurora.contracts.component import C, Example, component


@component(
    words="maximum of two lists element by element larger of each position",
    examples=[Example(([5, 2], [3, 4]), [5, 4]), Example(([1, 2], [1]), [1]), Example(([], []), [])],
    holds=lambda one, other, ret: all(
        c in (a, b) and not c < a and not c < b for a, b, c in zip(one, other, ret, strict=False)
    ),
)
def max_elementwise(one: list[C], other: list[C]) -> list[C]:
    """The greater of the elements at the same places of two lists, up to the end of the shorter one."""
    return [max(a, b) for a, b in zip(one, other, strict=False)]
