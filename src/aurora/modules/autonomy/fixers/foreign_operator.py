"""Operators of other languages: `&&`, `||`, `!x`, `++`, `<>`, `===`, `?:`, `null`, `true`."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of, rewritten

_TABLE = (
    (r"\s*&&\s*", " and "),
    (r"\s*\|\|\s*", " or "),
    (r"===", "=="),
    (r"!==", "!="),
    (r"<>", "!="),
    (r"=<", "<="),
    (r"=>", ">="),
    (r"=!", "!="),
    (r"!(?!=)\s*(?=[\w(])", "not "),
    (r"([\w.\]\[]+)\s*\+\+", r"\1 += 1"),
    (r"([\w.\]\[]+)\s*--(?!\w)", r"\1 -= 1"),
    (r"\+\+\s*([\w.]+)", r"\1 += 1"),
    (r"(?<![-\w])--\s*([A-Za-z_][\w.]*)", r"\1 -= 1"),
    (r"^(\s*(?:return\s+|[\w.\[\]]+\s*=\s*)?)(.+?)\s*\?\s*(.+?)\s*:\s*(.+?)(?=\s*$)", r"\1\3 if \2 else \4"),
    (r"\bnull\b|\bnil\b|\bNULL\b", "None"),
    (r"\btrue\b", "True"),
    (r"\bfalse\b", "False"),
    (r"->(?=\s*\w+\s*\()", "."),
    (r"::", "."),
    (r"\*\*=\s*=", "**="),
)


@fixer(
    examples=[
        Example(Broken("if a && !b:\n    pass\n"), ["if a and !b:\n    pass\n", "if a && not b:\n    pass\n"]),
        Example(Broken("i++\n"), ["i += 1\n"]),
        Example(Broken("x = a ? b : c\n"), ["x = b if a else c\n"]),
        Example(Broken("x = a and b\n"), []),
    ]
)
def foreign_operator(broken: Broken) -> Iterator[Fix]:
    """The lines near the error, one habit put right at a time."""
    place = place_of(broken.text)
    if place is None:
        return
    for text, _, _ in rewritten(place, _TABLE, place.row_and_before):
        yield Fix(text, 0.3, "Python writes this operator otherwise.")
