"""Words that are nearly a keyword: `retrun`, `esle`, `whlie`, `Def`."""

from collections.abc import Iterator
from keyword import kwlist

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of
from aurora.pycode.names import distance
from aurora.pycode.tokens import Kind

_EXPRESSION_WORDS = (
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "for",
    "lambda",
    "as",
    "import",
    "None",
    "True",
    "False",
)


@fixer(
    examples=[
        Example(Broken("def f():\n    retrun 1\n"), ["del f():\n    retrun 1\n", "def f():\n    return 1\n"]),
        Example(Broken("Def f():\n    pass\n"), ["def f():\n    pass\n", "del f():\n    pass\n"]),
        Example(
            Broken("form os import path\n"), ["for os import path\n", "from os import path\n", "form or import path\n"]
        ),
        Example(Broken("retrun = 1\n"), []),
    ]
)
def misspelt_keyword(broken: Broken) -> Iterator[Fix]:
    """Names near the error as the keywords they resemble."""
    place = place_of(broken.text)
    if place is None:
        return
    for number, token in enumerate(tokens := place.near()):
        if token.kind not in (Kind.NAME, Kind.KEYWORD):
            continue
        first = number == 0 or tokens[number - 1].line != token.line
        for word in kwlist if first else _EXPRESSION_WORDS:
            limit = 1 if len(word) < 4 else 2
            away = distance(token.text.lower(), word.lower(), limit)
            if token.text != word and away <= limit and token.text[0].lower() == word[0].lower():
                known = 1.5 if token.kind is Kind.KEYWORD else 0.0
                yield place.change(token.start, token.end, word, 0.4 + 0.5 * away + known, f"This reads like `{word}`.")
