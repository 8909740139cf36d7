"""An operator with nothing behind it: `x +=` counts by one, of `a and` at the end of a line the operator goes."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of

_AUGMENTED = frozenset({"+=", "-=", "*=", "//=", "%=", "|=", "&=", "^=", "<<=", ">>=", "/="})
_OPERATORS = frozenset({"+", "-", "*", "/", "//", "%", "and", "or", "==", "<", ">", "in", ".", "not"})


@fixer(
    examples=[
        Example(Broken("x +=\n"), ["x += 1\n"]),
        Example(Broken("x =\n"), ["x = None\n"]),
        Example(Broken("if a and:\n    pass\n"), ["if a:\n    pass\n"]),
        Example(Broken("x += 1\n"), []),
    ]
)
def missing_operand(broken: Broken) -> Iterator[Fix]:
    """The line of the error with something behind its last operator, or without it."""
    place = place_of(broken.text)
    tokens = place.near(0) if place is not None else ()
    last = tokens[:-1] if tokens and tokens[-1].text == ":" else tokens
    if place is None or len(last) < 2:
        return
    operator, end = last[-1], last[-1].end
    if operator.text in _AUGMENTED:
        yield place.change(end, end, " 1", 0.6, "Nothing stands behind the operator; counting is by one.")
    elif operator.text == "=":
        yield place.change(end, end, " None", 1.8, "Nothing is assigned.")
    elif operator.text in _OPERATORS:
        yield place.change(last[-2].end, end, "", 1.0, "Nothing stands behind the operator.")
