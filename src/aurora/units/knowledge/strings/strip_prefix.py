"""A text without the given beginning, when it has it."""

from aurora.contracts.component import Example, component


@component(
    words="remove prefix drop leading start chop beginning",
    examples=[Example(("unhappy", "un"), "happy"), Example(("happy", "un"), "happy"), Example(("un", "un"), "")],
    holds=lambda text, prefix, ret: ret == text or prefix + ret == text,
)
def strip_prefix(text: str, prefix: str) -> str:
    """A text without the given beginning, when it has it."""
    return text.removeprefix(prefix)
