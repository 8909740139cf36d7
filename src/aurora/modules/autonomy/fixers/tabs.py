"""Tabs and spaces mixed in indentation become spaces, a tab as far as the next multiple of 8, or as 4."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of


@fixer(
    examples=[
        Example(
            Broken("if x:\n\ty = 1\n        z = 2\n"),
            ["if x:\n        y = 1\n        z = 2\n", "if x:\n    y = 1\n        z = 2\n"],
        ),
        Example(Broken("if x:\n\ty = 1\n"), []),
    ]
)
def tabs(broken: Broken) -> Iterator[Fix]:
    """The text with every tab of its indentation expanded."""
    place = place_of(broken.text)
    if place is None or place.fault.kind not in ("TabError", "IndentationError"):
        return
    for size, cost in ((8, 0.3), (4, 0.5)):
        lines = place.text.splitlines(keepends=True)
        for row in place.rows:
            if "\t" in row.indent and not row.in_string:
                line = lines[row.number - 1]
                lines[row.number - 1] = row.indent.expandtabs(size) + line[len(row.indent) :]
        text = "".join(lines)
        if text != broken.text:
            yield Fix(text, cost, "Indentation is by spaces alone.")
