"""`=` where a comparison is meant, and `==` where an assignment is."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of


@fixer(
    examples=[
        Example(Broken("if x = 1:\n    pass\n"), ["if x == 1:\n    pass\n", "if x := 1:\n    pass\n"]),
        Example(Broken("x + 1 = y\n"), ["x + 1 == y\n", "x + 1 := y\n"]),
        Example(Broken("x == 1\n"), []),
        Example(Broken("x = 1\n"), []),
    ]
)
def assignment_sign(broken: Broken) -> Iterator[Fix]:
    """The equals signs on the line of the error, the other way."""
    place = place_of(broken.text)
    if place is None:
        return
    for token in place.near(0):
        if token.text == "=":
            yield place.change(token.start, token.end, "==", 0.3, "A comparison is written ==.")
            yield place.change(token.start, token.end, ":=", 2.0, "An assignment in an expression is written :=.")
        elif token.text == ":=":
            yield place.change(token.start, token.end, "=", 0.6, "An assignment is written =.")
