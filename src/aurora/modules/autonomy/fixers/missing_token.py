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
_TYPES = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple"})
_WORDS = ((" and ", 1.8), (" or ", 1.9), (" if ", 2.0), (" else ", 1.6), (" not ", 2.2), (" is ", 2.2), (" - ", 2.0))


@fixer(
    examples=[
        Example(Broken("for x y:\n    pass\n"), [f"for x{new}y:\n    pass\n" for new, _ in (*_BETWEEN, *_WORDS)]),
        Example(Broken("x = {\n    1: 'a'\n    2: 'b',\n}\n"), ["x = {\n    1: 'a',\n    2: 'b',\n}\n"]),
        Example(Broken("x = 1\n"), []),
    ]
)
def missing_token(broken: Broken) -> Iterator[Fix]:
    """Something put between neighbouring operands near the error."""
    place = place_of(broken.text)
    if place is None:
        return
    for left, right in itertools.pairwise(place.near(after=1)):
        glued = left.kind is Kind.NUMBER and left.end == right.start
        if glued or not (_operand_ends(left) and _operand_begins(right)):
            continue
        if left.line != right.line:
            yield from _item(place, left, right)
        elif left.line <= place.fault.line:
            yield from _between(place, left, right)


def _item(place: Place, left: Token, right: Token) -> Iterator[Fix]:
    """A comma at the end of a line within brackets."""
    if place.rows[right.line - 1].depth:
        yield place.change(left.end, left.end, ",", 0.4, "A `,` is missing at the end of this line.")


def _between(place: Place, left: Token, right: Token) -> Iterator[Fix]:
    yield from _annotation(place, left, right)
    for new, cost in (*_BETWEEN, *_WORDS):
        what = new.strip()
        yield place.change(left.end, right.start, new, cost, f"A `{what}` is missing here.")


def _annotation(place: Place, left: Token, right: Token) -> Iterator[Fix]:
    """The colon between a parameter and its type."""
    first = place.rows[left.line - 1].first
    typed = right.text in _TYPES or right.text[:1].isupper()
    if first is not None and first.text in ("def", "async") and left.kind is right.kind is Kind.NAME and typed:
        yield place.change(left.end, right.start, ": ", 0.6, "A `:` is missing before this type.")


def _operand_ends(token: Token) -> bool:
    return token.kind in OPERANDS or token.text in {")", "]", "}", "None", "True", "False"}


def _operand_begins(token: Token) -> bool:
    return token.kind in OPERANDS or token.text in {"None", "True", "False"} or token.kind is Kind.ERROR
