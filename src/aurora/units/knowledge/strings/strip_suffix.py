"""A text without the given end, when it has it."""

from aurora.contracts.component import Example, component


@component(
    words="remove suffix drop trailing ending extension chop",
    examples=[Example(("main.py", ".py"), "main"), Example(("main.c", ".py"), "main.c"), Example(("", "x"), "")],
    holds=lambda text, suffix, ret: ret == text or ret + suffix == text,
)
def strip_suffix(text: str, suffix: str) -> str:
    """A text without the given end, when it has it."""
    return text.removesuffix(suffix)
