"""What the function of the first case whose condition a value meets gives for it, or a default."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="dispatch switch case pattern rules cond multiple branches",
    examples=[
        Example((-4, [(lambda n: n < 0, abs), (lambda n: n > 9, str)], 0), 4),
        Example((5, [(lambda n: n < 0, abs)], 0), 0),
    ],
    holds=lambda value, cases, default, ret: any(condition(value) for condition, _ in cases) or ret == default,
)
def dispatch_on(value: T, cases: list[tuple[Callable[[T], bool], Callable[[T], U]]], default: U) -> U:
    """What the function of the first case whose condition a value meets gives for it, or a default."""
    return next((f(value) for condition, f in cases if condition(value)), default)
