"""A text cut to a width, "..." standing for what is missing; raises ValueError for a width below 3."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="shorten abbreviate cut long text dots limit length",
    examples=[Example(("hello world", 8), "hello..."), Example(("hello", 5), "hello"), Example(("", 3), "")],
    holds=lambda text, width, ret: len(ret) <= width and (ret == text or ret.endswith("...")),
)
def truncate_ellipsis(text: str, width: Positive) -> str:
    """A text cut to a width, "..." standing for what is missing; raises ValueError for a width below 3."""
    if width < 3:
        raise ValueError("the width must be at least 3")
    return text if len(text) <= width else text[: width - 3] + "..."
