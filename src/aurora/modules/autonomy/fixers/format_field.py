"""Fields of an f-string that fail: `{x!r)`, `{len(x}`, `{d["a"]}` between double quotes, `f"{}".format(x)`."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import Place, place_of
from aurora.pycode.layout import CLOSER, OPENER
from aurora.pycode.tokens import Kind, Token, code_tokens
from aurora.pycode.verdict import judge

_MOST_PLACES = 60
_MOST = 3  # texts of one string
_BEGIN = re.compile(r"""(?<!\w)[rR]?[fF][rR]?(["'])(?!\1)""")
_GOES_ON = re.compile(r"[\w.(\[!:]")  # what stands behind a piece of a field that is not its end
_INSIDE = re.compile(r"[\w.)\]]$")  # what stands before a piece of a field that is not its begin
_OTHER = {"'": '"', '"': "'"}


@fixer(
    examples=[
        Example(Broken("x = f'{a!r) b'\n"), ["x = f'{a!r} b'\n", "x = f'{a!r}) b'\n", "x = f'a!r) b'\n"]),
        Example(Broken('x = f"{d["a"]} b"\n'), ['x = f"d["a"]} b"\n', "x = f\"{d['a']} b\"\n"]),
        Example(Broken("x = f'{len(a)} {len(b}'\n"), ["x = f'{len(a)} {len(b)}'\n", "x = f'{len(a)} {lenb}'\n"]),
        Example(
            Broken("x = f'{a.b:.2f kg'\n"), ["x = f'{a.b:.2f} kg'\n", "x = f'{a.b:.2f kg}'\n", "x = f'a.b:.2f kg'\n"]
        ),
        Example(Broken("x = f'a.b}'\n"), ["x = f'{a.b}'\n", "x = f'a.b'\n"]),
        Example(Broken("x = f'{}: {}'.format(a, b)\n"), ["x = '{}: {}'.format(a, b)\n"]),
        Example(Broken("x = f'{a}'\n"), []),
        Example(Broken("x = (\n"), []),
    ]
)
def format_field(broken: Broken) -> Iterator[Fix]:
    """Texts in which one more f-string near the error is one."""
    place = place_of(broken.text)
    if place is None:
        return
    for token in place.near():
        if token.kind is Kind.STRING and "f" in token.prefix.lower() and not token.unterminated and _wrong(token.text):
            yield from _mended(place, token)
    yield from _quoted(place)


def _wrong(string: str) -> bool:
    return not judge(f"({string})").ok


def _mended(place: Place, token: Token) -> Iterator[Fix]:
    found = 0
    for new, cost, why in _rewritten(token):
        if found < _MOST and not _wrong(new):
            yield Fix(place.text[: token.start] + new + place.text[token.end :], cost + 0.2 * found, why)
            found += 1


def _rewritten(token: Token) -> Iterator[tuple[str, float, str]]:
    """The string without its prefix when `format` fills it; with one bracket more; with one less."""
    prefix, quote, text = token.prefix, token.quote, token.text
    if "{}" in text:
        yield re.sub("[fF]", "", prefix) + text[len(prefix) :], 0.3, "The fields of this string are filled by `format`."
    head = len(prefix) + len(quote)
    inner = text[head : len(text) - len(quote)]
    for at, new in _mistaken(inner):
        yield text[: head + at] + new + text[head + at + 1 :], 0.2, f"This `{inner[at]}` closes a `{OPENER[new]}`."
    for bracket, gaps in _lacking(inner):
        for gap in gaps[:_MOST_PLACES]:
            yield (
                f"{text[: head + gap]}{bracket}{text[head + gap :]}",
                0.3,
                f"A `{bracket}` is missing in this f-string.",
            )
    for at in (at for at, sign in enumerate(inner) if sign in CLOSER or sign in OPENER):
        yield text[: head + at] + text[head + at + 1 :], 0.9, f"A `{inner[at]}` of this f-string is one too many."


def _mistaken(inner: str) -> Iterator[tuple[int, str]]:
    """Closers of which there is one too many, as one of which there is one too few."""
    lacking = [closer for opener, closer in CLOSER.items() if inner.count(opener) > inner.count(closer)]
    for at, sign in enumerate(inner):
        if sign in OPENER and inner.count(sign) > inner.count(OPENER[sign]):
            yield from ((at, closer) for closer in lacking)


def _lacking(inner: str) -> Iterator[tuple[str, list[int]]]:
    """Brackets of which there is one too few, with the places where they may stand, the likeliest first."""
    tokens = code_tokens(inner)
    for opener, closer in CLOSER.items():
        if inner.count(opener) < inner.count(closer):
            yield opener, [each.start for each in reversed(tokens) if not _INSIDE.search(inner[: each.start])]
        elif inner.count(opener) > inner.count(closer):
            ends = [each.end for each in tokens]
            whole = [end for end in ends if not _GOES_ON.match(inner, end)]
            yield closer, whole if closer == "}" else ends[::-1]


def _quoted(place: Place) -> Iterator[Fix]:
    """Quotes within a field become the other ones; before Python 3.12 they ended the string."""
    for row in place.row_and_before:
        for begin in _BEGIN.finditer(place.text, row.span.start, row.span.end):
            quote = begin.group(1)
            inside, end = _scanned(place.text, begin.end(), quote)
            if inside and len(inside) % 2 == 0 and _OTHER[quote] not in place.text[begin.end() : end]:
                letters = list(place.text)
                for at in inside:
                    letters[at] = _OTHER[quote]
                yield Fix("".join(letters), 0.2, "A field of this string has quotes that end the string.")


def _scanned(text: str, at: int, quote: str) -> tuple[list[int], int]:
    """Where the quotes of a string stand that are within its fields, and its end, or that of its line."""
    depth, inside = 0, list[int]()
    while at < len(text) and text[at] != "\n":
        if text[at] == quote and not depth:
            break
        depth = max(depth + (text[at] == "{") - (text[at] == "}"), 0)
        inside += [at] if text[at] == quote else []
        at += 1
    return inside, at
