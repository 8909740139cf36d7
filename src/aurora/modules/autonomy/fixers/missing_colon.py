"""A colon behind the head of a block.

`if x` needs one at its end, `else return 1` before the statement; what people type for it (`;`, `{`, `then`) goes.
"""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import BLOCK_WORDS, Place, lines_near, place_of
from aurora.pycode.tokens import Token

_INSTEAD = frozenset({";", "{", ",", ".", "=", "then", "do", "=>", "->"})


@fixer(
    examples=[
        Example(Broken("if x\n    y = 1\n"), ["if x:\n    y = 1\n"]),
        Example(Broken("while x then\n    y()\n"), ["while x:\n    y()\n", "while x then:\n    y()\n"]),
        Example(Broken("x = 1\n"), []),
    ]
)
def missing_colon(broken: Broken) -> Iterator[Fix]:
    """Heads of blocks near the error that lack their colon."""
    place = place_of(broken.text)
    if place is None:
        return
    seen: set[str] = set()
    for fix in (*_heads(place), *_where_expected(place)):
        if fix.text not in seen:
            seen.add(fix.text)
            yield fix


def _heads(place: Place) -> Iterator[Fix]:
    for line in lines_near(place):
        if line[0].text not in BLOCK_WORDS or line[-1].text == ":":
            continue
        if line[-1].text in _INSTEAD and len(line) > 1:
            yield place.change(line[-2].end, line[-1].end, ":", 0.1, "A block's head ends with a colon.")
        yield place.change(line[-1].end, line[-1].end, ":", 0.2, "A block's head ends with a colon.")
        yield from _inner(place, line)


def _inner(place: Place, line: tuple[Token, ...]) -> Iterator[Fix]:
    """`else return 1`: the colon belongs before the statement on the same line."""
    for token in line[1:]:
        if token.text in {"return", "break", "continue", "pass", "raise", "yield"}:
            yield place.change(token.start, token.start, ": ", 0.6, "A block's head ends with a colon.")


def _where_expected(place: Place) -> Iterator[Fix]:
    if "expected ':'" in place.fault.message:
        at = place.fault.start
        yield place.change(at, at, ":", 0.4, "A colon is expected here.")
        wrong = [token for token in place.near(0) if token.start == at and not token.text.isidentifier()]
        for token in wrong:
            yield place.change(token.start, token.end, ":", 0.5, "A colon is expected here.")
