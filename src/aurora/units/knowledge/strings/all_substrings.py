"""Every part of a text that is not empty, by its start and then its length."""

from aurora.contracts.component import Example, component


@component(
    words="substrings contiguous parts list all",
    examples=[
        Example(("abc",), ["a", "ab", "abc", "b", "bc", "c"]),
        Example(("aa",), ["a", "aa", "a"]),
        Example(("",), []),
    ],
    holds=lambda text, ret: len(ret) == len(text) * (len(text) + 1) // 2 and all(part in text for part in ret),
)
def all_substrings(text: str) -> list[str]:
    """Every part of a text that is not empty, by its start and then its length."""
    return [text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
