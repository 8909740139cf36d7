"""The words of a text in alphabetical order without regard to case, with single spaces between them."""

from aurora.contracts.component import Example, component


@component(
    words="alphabetize sort sentence words lexicographic",
    examples=[Example(("the Big ant",), "ant Big the"), Example(("a",), "a"), Example(("",), "")],
    holds=lambda text, ret: sorted(ret.split()) == sorted(text.split()),
)
def sort_words(text: str) -> str:
    """The words of a text in alphabetical order without regard to case, with single spaces between them."""
    return " ".join(sorted(text.split(), key=str.lower))
