"""Whether the round, square and curly brackets of a text are closed in the right order."""

from aurora.contracts.component import Example, component


@component(
    words="balanced brackets parentheses matching valid nested check round square curly",
    examples=[Example(("{[()]}",), True), Example(("([)]",), False), Example(("no brackets",), True)],
    holds=lambda text, ret: not ret or all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}")),
)
def balanced_brackets(text: str) -> bool:
    """Whether the round, square and curly brackets of a text are closed in the right order."""
    openers = {")": "(", "]": "[", "}": "{"}
    stack: list[str] = []
    for char in text:
        if char in "([{":
            stack.append(char)
        elif char in ")]}" and (not stack or stack.pop() != openers[char]):
            return False
    return not stack
