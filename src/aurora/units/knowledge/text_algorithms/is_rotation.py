"""Whether one text is another, turned: its end moved to its start."""

from aurora.contracts.component import Example, component


@component(
    words="rotation of another string check circular shift rotated",
    examples=[Example(("abcd", "cdab"), True), Example(("abcd", "acbd"), False), Example(("", ""), True)],
    holds=lambda first, second, ret: not ret or sorted(first) == sorted(second),
)
def is_rotation(first: str, second: str) -> bool:
    """Whether one text is another, turned: its end moved to its start."""
    return len(first) == len(second) and second in first + first
