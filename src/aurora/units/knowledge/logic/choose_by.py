"""The first of two values when a condition is true, else the second."""

from aurora.contracts.component import Example, T, component


@component(
    words="ternary if else conditional choose select",
    examples=[Example((True, "a", "b"), "a"), Example((False, "a", "b"), "b")],
    holds=lambda condition, value, otherwise, ret: ret == [otherwise, value][condition],
)
def choose_by(condition: bool, value: T, otherwise: T) -> T:
    """The first of two values when a condition is true, else the second."""
    return value if condition else otherwise
