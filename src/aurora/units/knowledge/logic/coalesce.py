"""The first of the values that is not None, or a default."""

from aurora.contracts.component import Example, T, component


@component(
    words="first non null not none fallback default value",
    examples=[Example(([None, 0, 5], 9), 0), Example(([None], 9), 9), Example(([], 9), 9)],
    holds=lambda values, default, ret: ret == default or ret in values,
)
def coalesce(values: list[T | None], default: T) -> T:
    """The first of the values that is not None, or a default."""
    return next((value for value in values if value is not None), default)
