"""`aurora ps`, which is asked often: it loads a tenth of what the command line does, and is there in a moment."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any, TextIO

from aurora.adapters.process.call import call
from aurora.model.errors import AuroraError, Exit
from aurora.model.settings import Settings

PATIENCE = 10.0  # seconds for an answer
GOOD = frozenset({"healthy", "done"})
STRANGE = LookupError, TypeError, ValueError, AttributeError, RecursionError  # by what is said that is no status
_COLOURS = {"healthy": 32, "done": 32, "parked": 31, "tripped": 31, "backing off": 33}  # SGR, ECMA-48
_BOLD, _YELLOW = 1, 33
_HEADS = ("service", "phase", "for", "pid", "port", "memory", "starts", "what to know")
_RIGHT = frozenset({"pid", "port", "memory", "starts"})
_PHASE = _HEADS.index("phase")
_LEAST = 20  # columns of a terminal that the last column needs to be wrapped within itself


def glance(words: Sequence[str], environment: Mapping[str, str]) -> int | None:
    """Do what `aurora ps` does and return its exit status.

    None when the words ask for anything else, or something is in the way: then the whole command line tells of it.
    """
    if list(words) not in (["ps"], ["ps", "--json"]):
        return None
    try:
        port = Settings.read(environment).luminar_port
        answered, status = call("GET", port, "/api/autonomous/status", seconds=PATIENCE)
        if answered != 200:
            return None
        told = verdict(each for each in status["services"] if each["wanted"])
        show(status, as_json="--json" in words)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except (AuroraError, *STRANGE):
        return None
    return told


def verdict(services: Iterable[dict[str, Any]]) -> int:
    """The exit status that says whether all of them are well."""
    return Exit.DONE if all(each["phase"] in GOOD for each in services) else Exit.COULD_NOT


def checked(each: dict[str, Any]) -> bool:
    """Whether that a service is healthy is more than that it runs."""
    return bool(each["phase"] != "healthy" or each["checked"])


def show(status: dict[str, Any], *, as_json: bool) -> None:
    """The services as a table or as JSON on stdout, a warning of the supervisor on stderr."""
    services, warning = status["services"], status.get("warning", "")
    if as_json:
        whole = {"services": services, "warning": warning}
        text = json.dumps(whole, indent=2, ensure_ascii=False)
        if _showable(text, sys.stdout) != text:
            text = json.dumps(whole, indent=2)
    else:
        text = _showable("\n".join(_table(services)) if services else "Nothing runs.", sys.stdout)
        if warning:
            sys.stderr.write(_showable(_coloured(_plain(warning), _YELLOW, sys.stderr), sys.stderr) + "\n")
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _table(services: Iterable[dict[str, Any]]) -> list[str]:
    """The lines of a table; the last column is wrapped within itself on a terminal that is wide enough."""
    rows = [[_plain(cell) for cell in _row(each)] for each in services]
    widths = [max(map(len, column)) for column in zip(_HEADS, *rows, strict=True)][:-1]
    begin = sum(widths) + 2 * len(widths)
    room = _width() - begin
    lines = [_coloured(_line(_HEADS, widths), _BOLD, sys.stdout)]
    for row in rows:
        first, *rest = (wrap(row[-1], room) if room >= _LEAST else [row[-1]]) or [""]
        phase = _coloured(row[_PHASE], _COLOURS.get(row[_PHASE], 0), sys.stdout)
        hidden = len(phase) - len(row[_PHASE])  # what a terminal does not show
        shown = [*row[:_PHASE], phase, *row[_PHASE + 1 : -1], first]
        lines.append(_line(shown, [width + hidden * (at == _PHASE) for at, width in enumerate(widths)]))
        lines += [" " * begin + more for more in rest]
    return lines


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = [
        cell.rjust(width) if head in _RIGHT else cell.ljust(width)
        for head, cell, width in zip(_HEADS, cells, widths, strict=False)
    ]
    return "  ".join([*parts, cells[-1]]).rstrip()


def _row(each: dict[str, Any]) -> tuple[str, ...]:
    return (
        each["name"],
        each["phase"] if checked(each) else "running",
        _span(each["seconds"]),
        str(each["pid"] or ""),
        str(each["port"] or ""),
        f"{each['memory_mb']} MB" if each["memory_mb"] else "",
        str(each["starts"]),
        _told(each),
    )


def _told(each: dict[str, Any]) -> str:
    """What a user should know of a service beside its phase."""
    failures = f"failed {each['failures']} times in a row" if each["failures"] > 1 else ""
    off = f"off: {', '.join(each['off'])}" if each["off"] else ""
    said = f"says: {each['said']}" if each.get("said") else ""
    facts = (each["why"], said, failures, each.get("conflict", ""), off, each["planned"], each["advice"])
    return ". ".join(filter(None, facts))


def _span(seconds: float | None) -> str:
    if seconds is None:
        return ""
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} s"


def _plain(text: str) -> str:
    """A text that cannot steer a terminal: services say some of it."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _showable(text: str, stream: TextIO) -> str:
    """A text with escapes for what the encoding of a stream does not know."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _coloured(text: str, colour: int, stream: TextIO) -> str:
    """A text in a colour where a terminal shows colours."""
    if not colour or not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{colour}m{text}\x1b[0m"


def _width() -> int:
    """The columns of the terminal; 0 when there is none, so that nothing is wrapped."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 0
