"""A text with all but its last characters replaced by a sign; raises ValueError for a negative number of them."""

from aurora.contracts.component import Char, Example, Nat, component


@component(
    words="hide mask credit card password show last digits censor",
    examples=[
        Example(("12345678", 4, "*"), "****5678"),
        Example(("abc", 5, "#"), "abc"),
        Example(("abc", 0, "x"), "xxx"),
    ],
    holds=lambda text, shown, sign, ret: len(ret) == len(text) + (len(sign) - 1) * max(len(text) - shown, 0),
)
def mask_text(text: str, shown: Nat, sign: Char) -> str:
    """A text with all but its last characters replaced by a sign; raises ValueError for a negative number of them."""
    if shown < 0:
        raise ValueError("the number of shown characters must not be negative")
    hidden = max(len(text) - shown, 0)
    return sign * hidden + text[hidden:]
