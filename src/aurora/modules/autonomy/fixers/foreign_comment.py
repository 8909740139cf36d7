"""Comments of other languages, `//` and `/* */` and `--`, and words that should be a comment, get their `#`."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import Place, place_of

_LINE = re.compile(r"^(.*?)(?<!:)//+\s?(.*)$")
_BLOCK = re.compile(r"/\*+(.*?)\*+/", re.DOTALL)
_DASHES = re.compile(r"^(\s*)--+\s*(.*)$")


@fixer(
    examples=[
        Example(Broken("x = 1 // the first one\n"), ["x = 1 # the first one\n"]),
        Example(Broken("/* two\n words */\nx = 1\n"), ["# two\n# words \nx = 1\n"]),
        Example(Broken("count the words\nx = 1\n"), ["# count the words\nx = 1\n"]),
        Example(Broken("x = 7 // 2\n"), []),
    ]
)
def foreign_comment(broken: Broken) -> Iterator[Fix]:
    """The comment near the error as Python writes it."""
    place = place_of(broken.text)
    if place is None:
        return
    why = "A comment begins with #."
    block = _BLOCK.search(place.text)
    if block is not None:
        lines = block[1].split("\n")
        yield Fix(_cut(place, block.start(), block.end(), "\n".join(f"#{line}" for line in lines)), 0.3, why)
        return
    row = place.row
    line = place.text[row.span.start : row.span.end].rstrip("\r\n")
    end = row.span.start + len(line)
    for pattern, new in ((_LINE, r"\1# \2"), (_DASHES, r"\1# \2")):
        changed = pattern.sub(new, line)
        if changed != line:
            yield Fix(_cut(place, row.span.start, end, changed), 0.5, why)
            return
    if _prose(line):
        yield Fix(_cut(place, row.span.start, end, f"{row.indent}# {line.strip()}"), 1.2, why)


def _prose(line: str) -> bool:
    """Three words or more in a row and nothing that only code has."""
    return re.search(r"[A-Za-z']+ [A-Za-z']+ [A-Za-z']+", line) is not None and not re.search(
        r"[=()\[\]{}]|:\s*$", line
    )


def _cut(place: Place, start: int, end: int, new: str) -> str:
    return place.text[:start] + new + place.text[end:]
