"""A text with one space between its words and none around it."""

from aurora.contracts.component import Example, component


@component(
    words="normalise whitespace extra multiple spaces single trim squeeze",
    examples=[Example(("  a   b ",), "a b"), Example(("a\n\tb",), "a b"), Example(("",), "")],
    holds=lambda text, ret: "  " not in ret and ret == ret.strip() and ret.split() == text.split(),
)
def collapse_spaces(text: str) -> str:
    """A text with one space between its words and none around it."""
    return " ".join(text.split())
