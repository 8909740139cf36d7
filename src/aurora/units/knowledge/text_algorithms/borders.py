"""For each start of a text the length of its longest proper prefix that is also its suffix.

The failure function of Knuth, Morris and Pratt 1977.
"""

from aurora.contracts.component import Example, component


@component(
    words="prefix function failure border array kmp longest prefix suffix",
    examples=[Example(("ababaca",), [0, 0, 1, 2, 3, 0, 1]), Example(("aaa",), [0, 1, 2]), Example(("",), [])],
    holds=lambda text, ret: all(text[:length] == text[i + 1 - length : i + 1] for i, length in enumerate(ret)),
)
def borders(text: str) -> list[int]:
    """For each start of a text the length of its longest proper prefix that is also its suffix."""
    lengths: list[int] = []
    for letter in text:
        length = lengths[-1] if lengths else 0
        while length and text[length] != letter:
            length = lengths[length - 1]
        lengths.append(length + (bool(lengths) and text[length] == letter))
    return lengths
