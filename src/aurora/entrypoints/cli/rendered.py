"""What a mode answers, for people: figures as lines, rows as tables, texts as they are; what is cut is said."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

ROWS = 20  # of one table
WIDE = 110  # characters of a row, from which on it is no table
LINES = 200  # of one text


def show_output(output: object, console: Console) -> None:
    """Print a value that is made of mappings, lists and plain values; names are printed as they are called in JSON."""
    for each in _rendered(output, 0):
        console.print(each, soft_wrap=True)


def _rendered(value: object, depth: int) -> Iterator[RenderableType]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _named(str(name), item, depth)
    elif isinstance(value, list | tuple):
        yield from _listed(value, depth)
    else:
        yield _indented(_text(value), depth)


def _named(name: str, value: object, depth: int) -> Iterator[RenderableType]:
    """One line where the value fits on it, else a heading with what belongs to it; nothing for what is empty."""
    if isinstance(value, list | tuple) and value and all(type(each) is int for each in value):
        yield Text(f"{'  ' * depth}{name}: {_numbers(value)}")
    elif not isinstance(value, Mapping | list | tuple) and "\n" not in str(value):
        if value != "":
            yield Text(f"{'  ' * depth}{name}: {_short(value)}")
    elif value:
        yield Text(f"{'  ' * depth}{name}", style="bold")
        yield from _rendered(value, depth + 1)


def _listed(values: Sequence[object], depth: int) -> Iterator[RenderableType]:
    shown = values[:ROWS]
    rows = [each for each in shown if isinstance(each, Mapping)]
    if rows and len(rows) == len(shown) and max(map(_width, rows)) > WIDE:
        yield from (_line(each, depth) for each in rows)
    elif rows and len(rows) == len(shown):
        yield Padding(_table(rows), (0, 0, 0, 2 * depth), expand=False)
    else:
        yield from (_indented(_short(each), depth) for each in shown)
    if len(values) > ROWS:
        yield Text(f"{'  ' * depth}and {len(values) - ROWS} more; --json shows them all.", style="dim")


def _width(row: Mapping[str, object]) -> int:
    return sum(max(len(name), len(_short(value))) + 2 for name, value in row.items())


def _line(row: Mapping[str, object], depth: int) -> Text:
    """A row that is too wide for a table."""
    cells = [f"{name}: {_short(value)}" for name, value in row.items() if value not in ("", None, [], {})]
    return Text(f"{'  ' * depth}- {'; '.join(cells)}")


def _table(rows: Sequence[Mapping[str, object]]) -> Table:
    table = Table(box=None, pad_edge=False)
    names = [name for name in rows[0] if any(each.get(name) not in ("", None, [], {}) for each in rows)]
    for name in names:
        table.add_column(name, overflow="fold")
    for each in rows:
        table.add_row(*(Text(_short(each.get(name, ""))) for name in names))
    return table


def _short(value: object) -> str:
    """A value in a cell: of what is made of others its number, of a text its first line."""
    if isinstance(value, Mapping | list | tuple):
        if value and all(type(each) is int for each in value) and not isinstance(value, Mapping):
            return _numbers(value)
        plain = value if isinstance(value, list | tuple) and all(isinstance(one, str | int) for one in value) else ()
        words = ", ".join(map(str, plain))
        return words if plain and len(words) <= 60 else f"{len(value)} of them" if value else "none"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "not known"}[value]
    lines = str(value).splitlines() or [""]
    return lines[0] + (" ..." if len(lines) > 1 else "")


def _numbers(values: Sequence[object]) -> str:
    """Whole numbers in their order, three and more that follow each other as a range."""
    found: list[list[int]] = []
    for each in values:
        assert isinstance(each, int)
        if found and each == found[-1][1] + 1:
            found[-1][1] = each
        else:
            found.append([each, each])
    return ", ".join(
        f"{first}-{last}" if last > first + 1 else ", ".join(map(str, range(first, last + 1))) for first, last in found
    )


def _text(value: object) -> str:
    lines = str(value).splitlines()
    cut = [f"... and {len(lines) - LINES} more lines; --json shows them all."] if len(lines) > LINES else []
    return "\n".join([*lines[:LINES], *cut])


def _indented(text: str, depth: int) -> Text:
    return Text("\n".join(f"{'  ' * depth}{line}" for line in text.splitlines()))
