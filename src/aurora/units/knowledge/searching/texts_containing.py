"""The texts that contain a part, in their order."""

from aurora.contracts.component import Example, component


@component(
    words="filter strings substring search matching grep",
    examples=[
        Example((["cat", "dog", "cart"], "ca"), ["cat", "cart"]),
        Example((["a"], "x"), []),
        Example(([], "x"), []),
    ],
    holds=lambda texts, part, ret: all(part in text and text in texts for text in ret),
)
def texts_containing(texts: list[str], part: str) -> list[str]:
    """The texts that contain a part, in their order."""
    return [text for text in texts if part in text]
