"""A number that runs into a name: `2x` is a product, `3in` two words, `1st` a name that begins with a digit."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of

_RUN = re.compile(r"(?<![\w.])(\d+)([A-Za-z_]\w*)")
_WORD = re.compile(r"(if|else|and|or|in|is|not|for)(?=\b|\d)")


@fixer(
    examples=[
        Example(Broken("y = 2x\n"), ["y = 2 * x\n", "y = x2\n", "y = _2x\n", "y = 2\n", "y = x\n"]),
        Example(Broken("y = 0x1f\n"), []),
    ]
)
def number_name(broken: Broken) -> Iterator[Fix]:
    """What a digit and a letter next to each other may mean, on the line of the error."""
    place = place_of(broken.text)
    if place is None:
        return
    row = place.row
    for found in _RUN.finditer(place.text, row.span.start, row.span.end):
        number, name = found[1], found[2]
        if _WORD.match(name):
            yield place.change(found.start(), found.end(), f"{number} {name}", 0.3, "A space is missing here.")
        known = {token.text for token in place.tokens}
        for new, cost in ((f"{number} * {name}", 0.8 if number not in "01" else 1.6), (f"{name}{number}", 1.4)):
            yield place.change(found.start(), found.end(), new, cost, "A name does not begin with a digit.")
        yield place.change(found.start(), found.end(), f"_{number}{name}", 1.8, "A name does not begin with a digit.")
        yield place.change(found.start(), found.end(), number, 1.6, "A name does not begin with a digit.")
        cost = 0.4 if name in known else 1.0
        yield place.change(found.start(), found.end(), name, cost, "A name does not begin with a digit.")
