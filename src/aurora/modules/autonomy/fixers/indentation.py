"""Lines that stand at a level where they cannot: too deep, too shallow, or at no level at all."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.blocks import block_end, last_use, shifted, unbroken_end, until_definition
from aurora.modules.autonomy.syntax.place import Place, place_of
from aurora.pycode.layout import Row

_STEP = 4
_MOST_ROWS = 12


@fixer(
    examples=[
        Example(Broken("if x:\ny = 1\n"), ["if x:\n    y = 1\n"]),
        Example(Broken("x = 1\n    y = 2\n"), ["x = 1\ny = 2\n"]),
        Example(Broken("if x:\n    y = 1\n  z = 2\n"), ["if x:\n    y = 1\n    z = 2\n", "if x:\n    y = 1\nz = 2\n"]),
        Example(
            Broken("def f():\ny = 1\nreturn y\n"),
            ["def f():\n    y = 1\n    return y\n", "def f():\n    y = 1\nreturn y\n"],
        ),
        Example(
            Broken("for x in y:\nz = x\nprint(z)\n"),
            ["for x in y:\n    z = x\nprint(z)\n", "for x in y:\n    z = x\n    print(z)\n"],
        ),
        Example(
            Broken("def f(x):\n    y = x\nz = y\nreturn z\n"),
            [
                "def f(x):\n    y = x\nz = y\n    return z\n",
                "def f(x):\n    y = x\n    z = y\n    return z\n",
                "    def f(x):\n        y = x\n    z = y\n    return z\n",
            ],
        ),
        Example(Broken("x = 1\ny = 2\n"), []),
    ]
)
def indentation(broken: Broken) -> Iterator[Fix]:
    """Texts in which the line of the error, or the block it begins, stands at another level."""
    place = place_of(broken.text)
    if place is None:
        return
    row = place.row
    seen = {place.text}
    for width in _levels(place, row):
        why = f"Line {row.number} belongs at another level."
        for rank, last in enumerate(_ends(place, row)):
            text = shifted(place, row.number, last, width - row.width)
            if text not in seen:
                seen.add(text)
                yield Fix(text, 0.3 + 0.1 * abs(width - row.width) / _STEP + 0.04 * rank, why)
        for rank, first in enumerate(_starts(place, row)):
            text = shifted(place, first, block_end(place, row), width - row.width)
            if text not in seen:
                seen.add(text)
                yield Fix(text, 0.4 + 0.05 * rank, f"Line {first} and what follows belong at another level.")


def _levels(place: Place, row: Row) -> list[int]:
    """Widths at which the row may stand: one deeper than the line before, and those of the blocks around."""
    before = place.before(row.number)
    kind = place.fault.kind
    if before is None:
        return [0]
    levels = sorted({each.width for each in place.rows[: row.number - 1] if each.first is not None}, reverse=True)
    levels = [width for width in levels if width <= before.width]
    if "expected an indented block" in place.fault.message:
        return [before.width + _STEP]
    if kind in ("IndentationError", "TabError"):
        return [width for width in levels if width != row.width]
    if "outside" in place.fault.message:
        return [width for width in reversed(levels) if width > row.width] or [_STEP]
    return []


def _starts(place: Place, row: Row) -> list[int]:
    """Earlier lines at the level of a `return` outside of a function: the rest of its body may begin there."""
    if "outside" not in place.fault.message:
        return []
    found: list[int] = []
    for each in reversed(place.rows[: row.number - 1]):
        if each.first is None or each.in_string or each.depth:
            continue
        if each.width < row.width:
            break
        if each.width == row.width:
            found.append(each.number)
    return found[: 2 * _MOST_ROWS]


def _ends(place: Place, row: Row) -> list[int]:
    """The last lines of what may move with the row, the likeliest first."""
    head = place.before(row.number)
    body = "expected an indented block" in place.fault.message
    whole = body and head is not None and head.first is not None and head.first.text in ("def", "class", "async")
    ends = [until_definition(place, row, head.first.text == "class")] if whole and head and head.first else []
    if body and not whole and head is not None:
        ends.append(last_use(place, head, row))
    ends += [block_end(place, row), row.number, unbroken_end(place, row)]
    if body and not whole:
        same = [each.number for each in place.rows[row.number :] if each.first is not None and each.width <= row.width]
        ends += [number - 1 for number in same[:_MOST_ROWS]]
    return list(dict.fromkeys(ends))
