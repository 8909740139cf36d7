"""The beginnings of a text from its first character to the whole."""

from aurora.contracts.component import Example, component


@component(
    words="all prefixes growing starts cumulative",
    examples=[Example(("abc",), ["a", "ab", "abc"]), Example(("x",), ["x"]), Example(("",), [])],
    holds=lambda text, ret: len(ret) == len(text) and all(text.startswith(part) for part in ret),
)
def text_prefixes(text: str) -> list[str]:
    """The beginnings of a text from its first character to the whole."""
    return [text[: end + 1] for end in range(len(text))]
