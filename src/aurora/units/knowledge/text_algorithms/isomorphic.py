"""Whether the letters of one text can be renamed, each to one other, to give another text."""

from aurora.contracts.component import Example, component


@component(
    words="isomorphic strings pattern same structure one to one mapping letters",
    examples=[Example(("egg", "add"), True), Example(("foo", "bar"), False), Example(("", ""), True)],
    holds=lambda first, second, ret: not ret or len(set(first)) == len(set(second)),
)
def isomorphic(first: str, second: str) -> bool:
    """Whether the letters of one text can be renamed, each to one other, to give another text."""
    return len(first) == len(second) and len(set(zip(first, second, strict=True))) == len(set(first)) == len(
        set(second)
    )
