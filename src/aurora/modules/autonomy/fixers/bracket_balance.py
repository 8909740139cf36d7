"""Brackets that are not closed, not opened, or of different shapes.

A closer goes to the end of the line, or between any two tokens behind its opener; or the opener goes.
"""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.model.answer import Edit
from aurora.modules.autonomy.syntax.place import BLOCK_WORDS, Place, line_tokens, lines_near, place_of
from aurora.pycode.edit import apply
from aurora.pycode.layout import CLOSER, OPENER, Brackets, match_brackets
from aurora.pycode.spans import newline_of
from aurora.pycode.tokens import Token

_NEAREST = 3  # brackets of one kind of trouble that are tried
_MOST_PLACES = 24


@fixer(
    examples=[
        Example(Broken("f(x\n"), ["f(x)\n", "f()x\n", "fx\n"]),
        Example(Broken("x = a)\n"), ["x = a\n", "x = (a)\n", "x (= a)\n", "(x = a)\n"]),
        Example(Broken("x = (a]\n"), ["x = (a)\n", "x = [a]\n"]),
        Example(
            Broken("f(\n    a,\n    {\n        1: 2\n    b,\n)\n"),
            [
                "f(\n    a,\n    {\n        1: 2\n    b,\n}\n",
                "f(\n    a,\n    {}\n        1: 2\n    b,\n)\n",
                "f(\n    a,\n    {\n        1: 2\n    },\n    b,\n)\n",
                "f(\n    a,\n    \n        1: 2\n    b,\n)\n",
            ],
        ),
        Example(Broken("f(x)\n"), []),
    ]
)
def bracket_balance(broken: Broken) -> Iterator[Fix]:
    """Texts in which one more bracket has its partner."""
    place = place_of(broken.text)
    if place is None:
        return
    brackets = match_brackets(place.tokens)
    seen: set[str] = set()
    for fix in sorted(_fixes(place, brackets), key=lambda fix: fix.cost):
        if fix.text not in seen:
            seen.add(fix.text)
            yield fix


def _fixes(place: Place, brackets: Brackets) -> Iterator[Fix]:
    for opener, closer in _nearest(place, brackets.mismatched):
        yield place.change(closer.start, closer.end, CLOSER[opener.text], 0.2, "A bracket closes with its own shape.")
        yield place.change(opener.start, opener.end, OPENER[closer.text], 0.8, "A bracket opens with its own shape.")
    yield from _crossed(place)
    yield from _heads(place)
    for token in brackets.unclosed[-_NEAREST:]:
        yield from _close(place, token)
    if brackets.unopened:
        for token in [each for each in place.near(0) if each.text in OPENER and each not in brackets.unopened]:
            yield place.change(token.start, token.end, "", 0.5, f"This {token.text!r} is one too many.")
    for token in brackets.unopened[:_NEAREST]:
        yield place.change(token.start, token.end, "", 0.3, f"Nothing opens this {token.text!r}.")
        yield from _open(place, token)


def _crossed(place: Place) -> Iterator[Fix]:
    """The first closer of another shape than what is open, though it fits something further out."""
    stack: list[Token] = []
    for token in place.tokens:
        if token.text in CLOSER:
            stack.append(token)
        elif token.text in OPENER and stack:
            opener = stack.pop()
            if CLOSER[opener.text] != token.text:
                why = "A bracket closes with its own shape."
                yield place.change(token.start, token.end, CLOSER[opener.text], 0.3, why)
                return


def _heads(place: Place) -> Iterator[Fix]:
    """Every head of a block near the fault that is one line, balanced by itself: `range(n:` and `if f(x)):`."""
    edits: list[Edit] = []
    for line in lines_near(place, 2, 2):
        if line[0].text in BLOCK_WORDS and line[-1].text == ":":
            odd = match_brackets(line)
            closers = "".join(CLOSER[token.text] for token in reversed(odd.unclosed))
            edits += [Edit("", line[-1].start, line[-1].start, closers)] if closers else []
            edits += [Edit("", token.start, token.end, "") for token in odd.unopened]
    if edits:
        yield Fix(apply(place.text, edits), 0.3, "The head of a block closes its own brackets.")


def _nearest(place: Place, pairs: tuple[tuple[Token, Token], ...]) -> list[tuple[Token, Token]]:
    return sorted(pairs, key=lambda pair: place.distance(pair[1].start))[:_NEAREST]


def _close(place: Place, opener: Token) -> Iterator[Fix]:
    why = f"This {opener.text!r} is not closed."
    line = [token for token in line_tokens(place, opener.line) if token.start > opener.start]
    end = line[-1] if line else opener
    last = end.start if end.text in {":", ","} else end.end
    yield Fix(_with(place, last, CLOSER[opener.text]), 0.3, why)
    yield from _below(place, opener, why)
    gaps = {token.end for token in (opener, *line)} - {last}
    for number, at in enumerate(sorted(gaps, reverse=True)[:_MOST_PLACES]):
        yield Fix(_with(place, at, CLOSER[opener.text]), 0.9 + 0.08 * number, why)
    yield Fix(place.text[: opener.start] + place.text[opener.end :], 1.8, why)


def _below(place: Place, opener: Token, why: str) -> Iterator[Fix]:
    """What is opened at the end of a line closes on a line of its own, where the lines are no deeper any more."""
    head = place.rows[opener.line - 1]
    if line_tokens(place, opener.line)[-1] is not opener:
        return
    for row in place.rows[opener.line :]:
        if row.first is None or row.in_string or row.width > head.width:
            continue
        comma = "," if head.depth and row.first.text not in OPENER else ""
        new = f"{head.indent}{CLOSER[opener.text]}{comma}{newline_of(place.text)}"
        if row.number > opener.line + 1:
            yield Fix(_with(place, row.span.start, new), 0.5, why)
        return


def _open(place: Place, closer: Token) -> Iterator[Fix]:
    why = f"Nothing opens this {closer.text!r}."
    line = [token for token in line_tokens(place, closer.line) if token.start < closer.start]
    for number, token in enumerate(reversed(line[-_MOST_PLACES:])):
        yield Fix(_with(place, token.start, OPENER[closer.text]), 0.9 + 0.1 * number, why)


def _with(place: Place, at: int, new: str) -> str:
    return place.text[:at] + new + place.text[at:]
