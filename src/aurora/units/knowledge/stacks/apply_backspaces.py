"""The text that is left when each "#" deletes the character before it."""

from aurora.contracts.component import Example, component


@component(
    words="backspace string hash delete typed editor undo",
    examples=[Example(("ab#c",), "ac"), Example(("#a##",), ""), Example(("abc",), "abc")],
    holds=lambda text, ret: "#" not in ret and len(ret) >= len(text) - 2 * text.count("#"),
)
def apply_backspaces(text: str) -> str:
    """The text that is left when each "#" deletes the character before it."""
    stack: list[str] = []
    for char in text:
        if char != "#":
            stack.append(char)
        elif stack:
            stack.pop()
    return "".join(stack)
