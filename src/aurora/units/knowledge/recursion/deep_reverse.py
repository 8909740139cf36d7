"""Lists in lists with the order reversed at every level."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="nested reverse recursive mirror",
    examples=[Example(([1, [2, 3]],), [[3, 2], 1]), Example(([[]],), [[]]), Example(([],), [])],
    holds=lambda values, ret: (
        len(ret) == len(values)
        and all(a == b or isinstance(a, list) for a, b in zip(values, reversed(ret), strict=True))
    ),
)
def deep_reverse(values: list[Any]) -> list[Any]:
    """Lists in lists with the order reversed at every level."""

    def reverse(value: object) -> object:
        return [reverse(inner) for inner in reversed(value)] if isinstance(value, list) else value

    return [reverse(value) for value in reversed(values)]
