"""The sentences of a text, each with its closing mark."""

import re

from aurora.contracts.component import Example, component


@component(
    words="split sentences text punctuation full stop question exclamation",
    examples=[
        Example(("Hi there. Who? Me!",), ["Hi there.", "Who?", "Me!"]),
        Example(("",), []),
        Example(("no end",), ["no end"]),
    ],
    holds=lambda text, ret: "".join("".join(ret).split()) == "".join(text.split()),
)
def sentence_split(text: str) -> list[str]:
    """The sentences of a text, each with its closing mark."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]
