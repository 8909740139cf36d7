"""A block without a statement gets `pass`."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of
from aurora.pycode.spans import newline_of


@fixer(
    examples=[
        Example(Broken("def f():\n\nx = 1\n"), ["def f():\n    pass\n\nx = 1\n"]),
        Example(Broken("if x:\n    # later\n"), ["if x:\n    pass\n    # later\n"]),
        Example(Broken("def f():\n    return 1\n"), []),
    ]
)
def empty_block(broken: Broken) -> Iterator[Fix]:
    """The head before the error, followed by `pass`."""
    place = place_of(broken.text)
    if place is None or "expected an indented block" not in place.fault.message:
        return
    heads = [token for token in place.tokens if token.text == ":" and token.start < max(place.fault.end, 1)]
    if not heads:
        return
    head = heads[-1]
    row = place.rows[head.line - 1]
    line = newline_of(place.text)
    lines = place.text.splitlines(keepends=True)
    if not lines[head.line - 1].endswith(("\n", "\r")):
        lines[head.line - 1] += line
    lines.insert(head.line, f"{row.indent}    pass{line}")
    yield Fix("".join(lines), 1.0, "The block has no statement yet.")
