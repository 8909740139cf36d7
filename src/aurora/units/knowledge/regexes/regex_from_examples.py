"""A pattern of character classes that matches all of the texts; "" for texts of different structure.

Runs of digits, capital letters, small letters and blanks become classes, with their lengths when all are equal.
"""

import itertools
import re

from aurora.contracts.component import Example, NonEmpty, Pattern, component


@component(
    words="regex from examples infer learn pattern generalise",
    examples=[
        Example((["ab-12", "cd-34"],), r"[a-z]{2}\-\d{2}"),
        Example((["a1", "bb2"],), r"[a-z]+\d{1}"),
        Example((["a", "1"],), ""),
    ],
    holds=lambda texts, ret: ret == "" or all(re.fullmatch(ret, text) for text in texts),
)
def regex_from_examples(texts: NonEmpty[str]) -> Pattern:
    """A pattern of character classes that matches all of the texts; "" for texts of different structure."""

    def kind(char: str) -> str:
        classes = ((r"\d", "0123456789"), ("[a-z]", "abcdefghijklmnopqrstuvwxyz"))
        plain = next((name for name, members in classes if char in members), "")
        capital = "[A-Z]" if char.isascii() and char.isupper() else ""
        return plain or capital or (r"\s" if char.isspace() else re.escape(char))

    runs = [[(name, len(list(run))) for name, run in itertools.groupby(text, kind)] for text in texts]
    if len({tuple(name for name, _ in row) for row in runs}) != 1:
        return ""
    pattern = ""
    for column in zip(*runs, strict=True):
        lengths = {length for _, length in column}
        name = column[0][0]
        if len(lengths) > 1:
            pattern += f"(?:{name})+" if len(name) > 5 else f"{name}+"
        else:
            pattern += (
                f"{name}{{{lengths.pop()}}}" if name[0] == "[" or name in (r"\d", r"\s") else name * lengths.pop()
            )
    return pattern
