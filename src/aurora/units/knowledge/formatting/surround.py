"""A text between a left and a right mark."""

from aurora.contracts.component import Example, component


@component(
    words="wrap enclose quote bracket parenthesize delimiters around",
    examples=[Example(("a", "(", ")"), "(a)"), Example(("", "<", ">"), "<>")],
    holds=lambda text, left, right, ret: (
        ret.startswith(left) and ret.endswith(right) and len(ret) == len(left) + len(text) + len(right)
    ),
)
def surround(text: str, left: str, right: str) -> str:
    """A text between a left and a right mark."""
    return f"{left}{text}{right}"
