"""How often each character of a text occurs, in the order of first occurrence."""

from aurora.contracts.component import Example, component


@component(
    words="letter frequency histogram tally dictionary of characters",
    examples=[
        Example(("banana",), {"b": 1, "a": 3, "n": 2}),
        Example(("A a",), {"A": 1, " ": 1, "a": 1}),
        Example(("",), {}),
    ],
    holds=lambda text, ret: sum(ret.values()) == len(text) and set(ret) == set(text),
)
def char_counts(text: str) -> dict[str, int]:
    """How often each character of a text occurs, in the order of first occurrence."""
    return {char: text.count(char) for char in text}
