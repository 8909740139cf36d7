"""The multiple of a step that is nearest to an integer, the greater one when two are."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="nearest multiple of five ten round to nearest step",
    examples=[Example((13, 5), 15), Example((12, 5), 10), Example((-3, 2), -2)],
    holds=lambda number, step, ret: ret % step == 0 and 2 * abs(ret - number) <= step,
)
def round_to_multiple(number: int, step: Positive) -> int:
    """The multiple of a step that is nearest to an integer, the greater one when two are.

    Raises ValueError for a step below 1.
    """
    if step < 1:
        raise ValueError("the step must be at least 1")
    return (2 * number + step) // (2 * step) * step
