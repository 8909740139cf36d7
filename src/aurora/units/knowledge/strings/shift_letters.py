"""A text whose letters from a to z are moved along the alphabet, around its end, in their case."""

import string

from aurora.contracts.component import Example, component


@component(
    words="caesar cipher rot13 rotate alphabet encrypt decrypt shift",
    examples=[Example(("xyz Abc!", 3), "abc Def!"), Example(("bcd", -1), "abc"), Example(("", 5), "")],
    holds=lambda text, _places, ret: (
        len(ret) == len(text) and all(a == b or (a.isalpha() and a.isascii()) for a, b in zip(text, ret, strict=True))
    ),
)
def shift_letters(text: str, places: int) -> str:
    """A text whose letters from a to z are moved along the alphabet, around its end, in their case."""
    lower, upper, by = string.ascii_lowercase, string.ascii_uppercase, places % 26
    return text.translate(str.maketrans(lower + upper, lower[by:] + lower[:by] + upper[by:] + upper[:by]))
