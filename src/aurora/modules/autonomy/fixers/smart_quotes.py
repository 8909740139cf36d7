"""Characters that editors of prose put in: curved quotes, long dashes, signs of multiplication, odd spaces."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of

_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00d7": "*",
        "\u00f7": "/",
        "\u2260": "!=",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u00a0": " ",
        "\u200b": "",
        "\uff08": "(",
        "\uff09": ")",
        "\uff0c": ",",
        "\uff1a": ":",
        "\u2026": "...",
    }
)


@fixer(
    examples=[
        Example(Broken("x = \u201ca\u201d\n"), ['x = "a"\n']),
        Example(Broken("y = 3 \u2212 1\n"), ["y = 3 - 1\n"]),
        Example(Broken("x = '\u201ca\u201d'\n"), []),
    ]
)
def smart_quotes(broken: Broken) -> Iterator[Fix]:
    """The line of the error, then the whole text, in plain characters."""
    place = place_of(broken.text)
    if place is None:
        return
    start, end = place.row.span.start, place.row.span.end
    line = place.text[:start] + place.text[start:end].translate(_PLAIN) + place.text[end:]
    whole = place.text.translate(_PLAIN)
    why = "Python knows only the plain characters."
    if line != place.text:
        yield Fix(line, 0.2, why)
    if whole not in (line, place.text):
        yield Fix(whole, 0.6, why)
