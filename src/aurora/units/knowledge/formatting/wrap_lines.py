"""The words of a text in lines that are no wider than a width, as many words a line as fit."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="word wrap break text into lines fold width column",
    examples=[
        Example(("the quick brown fox", 10), ["the quick", "brown fox"]),
        Example(("abcdef gh", 3), ["abcdef", "gh"]),
        Example(("", 5), []),
    ],
    holds=lambda text, width, ret: (
        " ".join(ret).split() == text.split() and all(len(line) <= width or " " not in line for line in ret)
    ),
)
def wrap_lines(text: str, width: Positive) -> list[str]:
    """The words of a text in lines that are no wider than a width, as many words a line as fit.

    A word that is wider stands on a line of its own. Raises ValueError for a width below 1.
    """
    if width < 1:
        raise ValueError("the width must be at least 1")
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
