"""A comma, an operator or a small word is missing between two tokens."""

import itertools
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import OPERANDS, Place, place_of
from aurora.pycode.tokens import Kind, Token

_BETWEEN = (
    (", ", 0.8),
    (" in ", 1.0),
    (" = ", 1.2),
    (".", 1.4),
    (" == ", 1.6),
    (" + ", 1.7),
    (" * ", 1.8),
    (": ", 1.5),
)
_WORDS = ((" and ", 1.8), (" or ", 1.9), (" if ", 2.0), (" else ", 1.6), (" not ", 2.2), (" is ", 2.2), (" - ", 2.0))


@fixer(
    examples=[
        Example(Broken("for x y:\n    pass\n"), [f"for x{new}y:\n    pass\n" for new, _ in (*_BETWEEN, *_WORDS)]),
        Example(Broken("x = 1\n"), []),
    ]
)
def missing_token(broken: Broken) -> Iterator[Fix]:
    """Something put between neighbouring operands near the error."""
    place = place_of(broken.text)
    if place is None:
        return
    tokens = place.near()
    for left, right in itertools.pairwise(tokens):
        glued = left.kind is Kind.NUMBER and left.end == right.start
        if left.line == right.line and not glued and _operand_ends(left) and _operand_begins(right):
            yield from _between(place, left, right)


def _between(place: Place, left: Token, right: Token) -> Iterator[Fix]:
    for new, cost in (*_BETWEEN, *_WORDS):
        what = new.strip()
        yield place.change(left.end, right.start, new, cost, f"A `{what}` is missing here.")


def _operand_ends(token: Token) -> bool:
    return token.kind in OPERANDS or token.text in {")", "]", "}", "None", "True", "False"}


def _operand_begins(token: Token) -> bool:
    return token.kind in OPERANDS or token.text in {"None", "True", "False"} or token.kind is Kind.ERROR
