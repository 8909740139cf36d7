"""The names of the checks that a value does not pass, in their order."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="validate arguments rules validation errors which conditions fail",
    examples=[
        Example((-3, {"positive": lambda n: n > 0, "odd": lambda n: n % 2 == 1}), ["positive"]),
        Example((5, {}), []),
    ],
    holds=lambda value, checks, ret: all(not checks[name](value) for name in ret) and len(ret) <= len(checks),
)
def failed_checks(value: T, checks: dict[str, Callable[[T], bool]]) -> list[str]:
    """The names of the checks that a value does not pass, in their order."""
    return [name for name, check in checks.items() if not check(value)]
