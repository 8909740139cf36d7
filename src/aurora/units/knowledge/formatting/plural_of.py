"""The English plural of a regular noun."""

import re

from aurora.contracts.component import Example, Word, component


@component(
    words="pluralise noun add s es ies plural form",
    examples=[
        Example(("cat",), "cats"),
        Example(("box",), "boxes"),
        Example(("city",), "cities"),
        Example(("day",), "days"),
    ],
    holds=lambda noun, ret: ret.endswith("s") and ret[: len(noun) - 1] == noun[:-1],
)
def plural_of(noun: Word) -> str:
    """The English plural of a regular noun."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")
