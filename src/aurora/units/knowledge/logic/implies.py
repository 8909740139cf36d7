"""Whether the second condition is true, or the first is not."""

from aurora.contracts.component import Example, component


@component(
    words="implication if then conditional consequence",
    examples=[Example((True, False), False), Example((True, True), True), Example((False, False), True)],
    holds=lambda a, b, ret: ret == (not (a and not b)),
)
def implies(a: bool, b: bool) -> bool:
    """Whether the second condition is true, or the first is not."""
    return not a or b
