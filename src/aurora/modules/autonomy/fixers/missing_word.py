"""A line that begins without its keyword: `f(x):` lacks `def`, `x > 1:` lacks `if`, `Shape:` lacks `class`."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import BLOCK_WORDS, lines_near, place_of

_CALL = re.compile(r"\w+\s*\(.*\)\s*(?:->.*)?:\s*(?:#.*)?$")


@fixer(
    examples=[
        Example(
            Broken("area(w, h):\n    return w * h\n"),
            [
                "def area(w, h):\n    return w * h\n",
                "if area(w, h):\n    return w * h\n",
                "while area(w, h):\n    return w * h\n",
                "for area(w, h):\n    return w * h\n",
                "elif area(w, h):\n    return w * h\n",
                "class area(w, h):\n    return w * h\n",
            ],
        ),
        Example(Broken("x: int = 1\n"), []),
    ]
)
def missing_word(broken: Broken) -> Iterator[Fix]:
    """The line near the error that ends with a colon, with a keyword before it."""
    place = place_of(broken.text)
    if place is None:
        return
    for line in lines_near(place):
        if line[-1].text == ":" and line[0].text not in BLOCK_WORDS:
            looks = _CALL.match(place.text[line[0].start : place.text.find("\n", line[-1].start)])
            costs = {"def": 0.4 if looks else 3.0, "if": 1.0, "while": 1.6, "for": 1.3, "elif": 1.4, "class": 2.0}
            for word, cost in costs.items():
                yield place.change(line[0].start, line[0].start, f"{word} ", cost, f"`{word}` is missing here.")
