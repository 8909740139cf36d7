"""All ways to write the letters of a text in lower or upper case, lower case first."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="all case combinations permutations upper lower letters",
    examples=[Example(("a1b",), ["a1b", "a1B", "A1b", "A1B"]), Example(("1",), ["1"]), Example(("",), [""])],
    holds=lambda text, ret: (
        len(ret) == len(set(ret)) and (not text.isascii() or len(ret) == 2 ** sum(map(str.isalpha, text)))
    ),
    cost=2.0,
)
def letter_cases(text: str) -> list[str]:
    """All ways to write the letters of a text in lower or upper case, lower case first.

    Raises ValueError for more than 16 letters.
    """
    if sum(map(str.isalpha, text)) > 16:
        raise ValueError("more than 16 letters have too many cases")
    choices = (dict.fromkeys((char.lower(), char.upper())) for char in text)
    return ["".join(chosen) for chosen in itertools.product(*choices)]
