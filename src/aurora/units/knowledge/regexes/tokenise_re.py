"""The tokens of a text as (kind, text), kinds and patterns being tried in order; blanks between them are left out."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="tokenise tokenize lexer scanner regex kinds patterns",
    examples=[
        Example(({"n": r"\d+", "op": r"[+*]"}, "1 + 22"), [("n", "1"), ("op", "+"), ("n", "22")]),
        Example(({"a": r"x"}, ""), []),
        Example(({"w": r"\w+"}, "ab"), [("w", "ab")]),
    ],
    holds=lambda _kinds, text, ret: "".join("".join(token for _, token in ret).split()) == "".join(text.split()),
)
def tokenise_re(kinds: dict[str, Pattern], text: str) -> list[tuple[str, str]]:
    """The tokens of a text as (kind, text); raises `ValueError` where no kind fits."""
    tokens = []
    place = 0
    while place < len(text):
        found = ((kind, re.compile(pattern).match(text, place)) for kind, pattern in kinds.items())
        kind, match = next(((kind, match) for kind, match in found if match and match.group()), ("", None))
        if match:
            tokens.append((kind, match.group()))
            place = match.end()
        elif text[place].isspace():
            place += 1
        else:
            raise ValueError(f"no kind of token fits at {place}")
    return tokens
