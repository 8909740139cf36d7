"""The lines of a text with their numbers from 1, without the blank ones."""

from aurora.contracts.component import Example, component


@component(
    words="line numbers enumerate lines skip empty",
    examples=[Example(("a\n\nb",), [(1, "a"), (3, "b")]), Example(("  ",), []), Example(("",), [])],
    holds=lambda text, ret: all(text.splitlines()[number - 1] == line and line.strip() for number, line in ret),
)
def numbered_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text with their numbers from 1, without the blank ones."""
    return [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
