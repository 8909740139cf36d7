"""Strings that are not closed.

The quote goes to the end of the line, before closing brackets and colons there, or the stray quote goes. An open triple
quote is closed at its line, before the next line of code, or removed.
"""

import itertools
import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import Place, place_of
from aurora.pycode.binding import IMPLICIT_NAMES
from aurora.pycode.tokens import Kind, Token, code_tokens

_TAIL = ")]}:,; \t"
_CLOSING = ")]}:; \t"
_LONGEST = 200  # characters of a string in which it is asked where code begins
_GOES_ON = re.compile(r",| % (?=\()|(?=\.(?:format|join)\()")
_OTHER = {"'": '"', '"': "'"}


@fixer(
    examples=[
        Example(Broken("f('a)\n"), ["f('a')\n", "f('a)'\n", "f(a)\n"]),
        Example(Broken("x = 'a' '\n"), ["x = 'a' ''\n", "x = 'a' \n"]),
        Example(Broken('"""Say\nx = 1\n'), ['"""Say"""\nx = 1\n', "Say\nx = 1\n", '"""Say\nx = 1\n"""']),
        Example(Broken("f(x == 'a\")\n"), ['f(x == "a")\n', "f(x == 'a\"')\n", "f(x == 'a\")'\n", 'f(x == a")\n']),
        Example(
            Broken("def f(n, m):\n    p('a, b: %d, n, m)\n"),
            [
                f"def f(n, m):\n    p({text}\n"
                for text in ("'a, b: %d', n, m)", "'a, b: %d, n, m')", "'a, b: %d, n, m)'", "a, b: %d, n, m)")
            ],
        ),
        Example(Broken("x = 'a'\n"), []),
    ]
)
def string_quotes(broken: Broken) -> Iterator[Fix]:
    """Texts in which an open string is closed or is none."""
    place = place_of(broken.text)
    if place is None:
        return
    for token in [token for token in place.tokens if token.kind is Kind.STRING and token.unterminated][:2]:
        yield from _triple(place, token) if len(token.quote) == 3 else _single(place, token)


def _single(place: Place, token: Token) -> Iterator[Fix]:
    why = f"This {token.quote} opens a string that nothing closes."
    body = token.text.rstrip()
    start = token.start + len(token.prefix)
    other = _OTHER[token.quote]
    if body.count(other) == 1:
        yield Fix(place.text[:start] + other + place.text[start + 1 :], 0.2, "A string ends as it begins.")
    yield from _before_arguments(place, token, why)
    inner = body.rstrip(_TAIL)
    ends = [inner, body.rstrip(_CLOSING)]
    for end in dict.fromkeys(end for end in ends if end != body and len(end) > len(token.prefix) + 1):
        yield _put(place, token.start + len(end), token.quote, 0.3, why)
    yield _put(place, token.start + len(body), token.quote, 0.5, why)
    cost = 0.2 if not body[len(token.prefix) + 1 :] or _code(place, body[len(token.prefix) + 1 :]) else 1.0
    yield Fix(place.text[:start] + place.text[start + 1 :], cost, why)


def _before_arguments(place: Place, token: Token, why: str) -> Iterator[Fix]:
    """The string ends where code goes on: `f("%s took %d, name, count)`, `f("%s of %s % (one, two))`."""
    for found in _GOES_ON.finditer(token.text[:_LONGEST]):
        if _code(place, token.text[found.end() :]):
            yield _put(place, token.start + found.start(), token.quote, 0.25, why)
            return


def _code(place: Place, body: str) -> bool:
    """Whether this is rather code than words: names in it are used elsewhere in the text, as names."""
    tokens = code_tokens(body)
    names = {
        token.text
        for before, token in itertools.pairwise((None, *tokens))
        if token is not None and token.kind is Kind.NAME and not (before and before.text == ".")
    }
    names -= {name.text for name, sign in itertools.pairwise(tokens) if sign.text == "="}  # of arguments
    known = {token.text for token in place.tokens if token.kind is Kind.NAME}
    return bool(names) and names <= known | IMPLICIT_NAMES and not names <= IMPLICIT_NAMES


def _triple(place: Place, token: Token) -> Iterator[Fix]:
    why = "These quotes open a text that nothing closes."
    rows = token.text.split("\n")
    first = rows[0].rstrip()
    written = len(first) - len(first.rstrip(token.quote[0])) if len(first) > 3 + len(token.prefix) else 0
    if 0 < written < len(token.quote):
        yield _put(place, token.start + len(first), token.quote[written:], 0.3, why)
    yield _put(place, token.start + len(first), token.quote, 0.8, why)
    start = token.start + len(token.prefix)
    yield Fix(place.text[:start] + place.text[start + 3 :], 0.9, why)
    at = token.start
    for number, row in enumerate(rows[:40]):
        at += len(row) + 1
        if number and not row.strip():
            yield _put(place, at - 1, token.quote, 1.2 + 0.1 * number, why)
    if rows[-1]:
        yield _put(place, len(place.text), token.quote, 3.0, why)


def _put(place: Place, at: int, quote: str, cost: float, why: str) -> Fix:
    return Fix(place.text[:at] + quote + place.text[at:], cost, why)
