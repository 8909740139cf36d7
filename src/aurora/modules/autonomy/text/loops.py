"""Loops over tokens: a text is cut, each token is changed or dropped, and the rest is joined again."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from aurora.modules.autonomy.text.expressions import FAILED, Expr, Values, lifted
from aurora.modules.autonomy.text.pieces import SHAPES

MAX_PAIRS = 12
PROBES = 3  # examples that are tried before the others

Made = tuple[str, float, Expr, Callable[[list[str]], Any]]
"""A list to be made: its text, its price, the list it is made of, and how."""

FILTERS: tuple[tuple[str, float, Callable[[str], bool]], ...] = (
    ("w", 1.0, bool),
    ("w.isdigit()", 2.0, str.isdigit),
    ("not w.isdigit()", 2.5, lambda w: not w.isdigit()),
    ("w.isalpha()", 2.0, str.isalpha),
    ("w.isalnum()", 2.0, str.isalnum),
    ("w.isupper()", 2.0, str.isupper),
    ("w.islower()", 2.0, str.islower),
    ("w[0].isupper()", 3.0, lambda w: w[0].isupper()),
    ("w.lower() in 'aeiou'", 5.0, lambda w: w.lower() in "aeiou"),
    ("w.lower() not in 'aeiou'", 5.0, lambda w: w.lower() not in "aeiou"),
    ("len(w) > 1", 4.0, lambda w: len(w) > 1),
    ("len(w) > 2", 4.5, lambda w: len(w) > 2),
    ("len(w) > 3", 5.0, lambda w: len(w) > 3),
)
"""Which tokens are kept: test, price, meaning."""

WHOLE: tuple[tuple[str, float, Callable[[list[str]], Any]], ...] = (
    ("reversed({})", 2.0, lambda words: words[::-1]),
    ("sorted({})", 2.0, sorted),
    ("sorted(set({}))", 3.5, lambda words: sorted(set(words))),
    ("dict.fromkeys({})", 3.0, lambda words: list(dict.fromkeys(words))),
    ("sorted({}, key=len)", 4.0, lambda words: sorted(words, key=len)),
    ("{}[1:]", 2.5, lambda words: words[1:]),
    ("{}[:-1]", 2.5, lambda words: words[:-1]),
    ("{}[:2]", 3.5, lambda words: words[:2]),
    ("{}[-2:]", 3.5, lambda words: words[-2:]),
    ("{}[::2]", 3.5, lambda words: words[::2]),
    ("{}[1::2]", 3.5, lambda words: words[1::2]),
)
"""What is done to a list of tokens as a whole."""


def lists(parts: Sequence[Expr], wanted: Sequence[str]) -> Iterator[Expr]:
    """Lists of texts made of lists of tokens: rearranged, filtered, each token shaped. Only those whose texts are all
    in the wanted text on one of the first examples are of use, and come."""
    for part in parts:
        if FAILED in part.values:
            continue
        rest = Expr(f"{part.operand}[1:]", part.cost + 2.5, lifted(lambda words: words[1:], part.values))
        for code, cost, source, function in (*_whole(part), *_filtered(part), *_shaped(part), *_shaped(rest)):
            if _promising(lifted(function, source.values[:PROBES]), wanted):
                yield Expr(code, cost, lifted(function, source.values))


def _whole(part: Expr) -> Iterator[Made]:
    yield part.code, part.cost, part, lambda words: words
    for template, price, function in WHOLE:
        yield template.format(part.operand), part.cost + price, part, function


def _filtered(part: Expr) -> Iterator[Made]:
    for test, price, keep in FILTERS:
        code = f"[w for w in {part.code} if {test}]"
        yield code, part.cost + price + 2.5, part, _keeping(keep)


def _shaped(source: Expr) -> Iterator[Made]:
    for template, price, function in SHAPES:
        code = f"[{template.format('w')} for w in {source.code}]"
        yield code, source.cost + price + 2.0, source, _mapping(function)


def _keeping(keep: Callable[[str], bool]) -> Callable[[list[str]], Any]:
    return lambda words: [word for word in words if word and keep(word)]


def _mapping(function: Callable[[str], Any]) -> Callable[[list[str]], Any]:
    return lambda words: [function(word) for word in words]


def _promising(values: Values, wanted: Sequence[str]) -> bool:
    rows = zip(values, wanted, strict=False)
    return any(words is not FAILED and words and all(word in text for word in words) for words, text in rows)


def joins(listed: Sequence[Expr], glues: Sequence[str]) -> Iterator[Expr]:
    """Texts made of lists of texts: joined by a glue, or each closed by it."""
    for items in listed:
        body = _generator(items.code)
        for glue in glues:
            price = 2.0 + 1.2 * len(glue)
            values = lifted(lambda words, g=glue: g.join(words), items.values)
            yield Expr(f"{glue!r}.join({body})", items.cost + price, values)
            if glue:
                closed = lifted(lambda words, g=glue: "".join(w + g for w in words), items.values)
                yield Expr(f"''.join({_suffixed(body, glue)})", items.cost + price + 1.5, closed)


def _generator(code: str) -> str:
    return code[1:-1] if code.startswith("[") and " for w in " in code else code


def _suffixed(body: str, glue: str) -> str:
    element, _, rest = body.partition(" for w in ")
    return f"{element} + {glue!r} for w in {rest}" if rest else f"w + {glue!r} for w in {body}"


def pairs(parts: Expr, wanted: Sequence[str], glue: str) -> list[tuple[str, str]] | None:
    """What each token must become when the outputs are the changed tokens joined by the glue; None when the numbers
    of tokens differ or one token would become two things."""
    found: dict[str, str] = {}
    for words, text in zip(parts.values, wanted, strict=True):
        pieces = list(text) if not glue else text.split(glue)
        if words is FAILED or len(words) != len(pieces):
            return None
        for word, piece in zip(words, pieces, strict=True):
            if found.setdefault(word, piece) != piece:
                return None
    return list(found.items())[:MAX_PAIRS] if len(found) > 1 else None


def mapped(parts: Expr, function: Expr, glue: str, size: int) -> Expr:
    """The text that joins what a learned expression over `w` makes of every token; its values are the wanted ones by
    construction, so they are left empty."""
    code = f"{glue!r}.join({function.code} for w in {parts.code})"
    return Expr(code, parts.cost + function.cost + 3.0 + 1.2 * len(glue), (None,) * size)
