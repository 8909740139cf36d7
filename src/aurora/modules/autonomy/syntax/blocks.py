"""How far a block reaches in a text whose indentation is wrong, and the text with lines moved."""

from aurora.modules.autonomy.syntax.place import Place, line_tokens
from aurora.pycode.layout import Row
from aurora.pycode.tokens import Kind

_MOST_ROWS = 12


def last_use(place: Place, head: Row, row: Row) -> int:
    """The last line at the row's level, its block included, that uses what the head binds or tests."""
    words = line_tokens(place, head.number)
    stop = (
        next((at for at, token in enumerate(words) if token.text == "in"), len(words))
        if words[0].text == "for"
        else None
    )
    names = {token.text for token in words[1:stop] if token.kind is Kind.NAME}
    last, group, used = row.number, row.number, False
    for each in place.rows[row.number - 1 :]:
        if each.first is None or each.in_string:
            continue
        if each.width < row.width or (each.number > row.number and _binds(place, each, names)):
            break
        if each.width == row.width and used:
            last, used = group, False
        group = each.number
        used = used or bool(names & {token.text for token in line_tokens(place, each.number)})
    return max(group, row.number) if used else last


def _binds(place: Place, row: Row, names: set[str]) -> bool:
    tokens = [token.text for token in line_tokens(place, row.number)[:2]]
    return tokens[0] == "for" and tokens[-1] in names


def until_definition(place: Place, row: Row, in_class: bool) -> int:
    """The last line before the next definition at the row's level or a shallower line, blank lines left out."""
    last = row.number
    for each in place.rows[row.number :]:
        if each.first is None or each.in_string or each.depth:
            continue
        if each.width < row.width or (
            each.width == row.width and not in_class and each.first.text in ("def", "class", "@", "async")
        ):
            break
        last = each.number
    return last


def block_end(place: Place, row: Row) -> int:
    """The last line from the row on that stands at least as deep as it."""
    last = row.number
    for each in place.rows[row.number :]:
        if each.first is not None and not each.in_string and each.width < row.width:
            break
        last = each.number
    return last


def unbroken_end(place: Place, row: Row) -> int:
    """The last line of the run without a blank line that begins at the row, at its own level."""
    last = row.number
    for each in place.rows[row.number : row.number + _MOST_ROWS]:
        if each.first is None or each.width != row.width:
            break
        last = each.number
    return last


def shifted(place: Place, first: int, last: int, by: int) -> str:
    """The text with the lines `first` to `last` moved by so many columns; strings over several lines stay."""
    lines = place.text.splitlines(keepends=True)
    for row in place.rows[first - 1 : last]:
        if row.first is not None and not row.in_string:
            line = lines[row.number - 1]
            lines[row.number - 1] = " " * max(row.width + by, 0) + line.lstrip(" \t")
    return "".join(lines)
