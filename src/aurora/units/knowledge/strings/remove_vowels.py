"""A text without its vowels (a, e, i, o, u), in either case."""

from aurora.contracts.component import Example, component


@component(
    words="drop delete vowels disemvowel strip aeiou",
    examples=[Example(("Education",), "dctn"), Example(("rhythm",), "rhythm"), Example(("aeiou",), "")],
    holds=lambda text, ret: not set(ret) & set("aeiouAEIOU") and len(ret) <= len(text),
)
def remove_vowels(text: str) -> str:
    """A text without its vowels (a, e, i, o, u), in either case."""
    return "".join(char for char in text if char not in "aeiouAEIOU")
