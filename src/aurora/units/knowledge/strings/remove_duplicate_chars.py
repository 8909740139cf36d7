"""The different characters of a text, each where it occurs first."""

from aurora.contracts.component import Example, component


@component(
    words="unique characters dedupe drop repeated letters keep first occurrence",
    examples=[Example(("banana",), "ban"), Example(("abc",), "abc"), Example(("",), "")],
    holds=lambda text, ret: len(ret) == len(set(ret)) and set(ret) == set(text),
)
def remove_duplicate_chars(text: str) -> str:
    """The different characters of a text, each where it occurs first."""
    return "".join(dict.fromkeys(text))
