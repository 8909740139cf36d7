"""Numbers as texts: the format specifications of Python with a fixed text before and after."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any

from aurora.modules.autonomy.formats.form import Form

_CHANGES: dict[str, tuple[float, Callable[[Any], Any]]] = {
    "{}": (0, lambda value: value),
    "abs({})": (2, abs),
    "{} / 100": (1.5, lambda value: value / 100),
    "{} / 1000": (2, lambda value: value / 1000),
    "{} / 1024": (2, lambda value: value / 1024),
    "{} * 100": (2, lambda value: value * 100),
}
_MARK = "@@"  # where the number stands
_SIGN, _GROUP = ("", "+"), ("", ",", "_")


def numbered(name: str, values: Sequence[Any], outputs: Sequence[str]) -> Iterator[Form]:
    """The formats that write every value as its output, the simplest first."""
    if not all(type(value) in (int, float) for value in values):
        return
    for specification, cost in sorted(_specifications(values, outputs), key=lambda pair: pair[1]):
        for before, (extra, change) in _CHANGES.items():
            if before != "{}" and not specification.endswith(("f", "%")) and "abs" not in before:
                continue
            around = _around(change, specification, values, outputs)
            if around is not None:
                head, tail = (part.replace("{", "{{").replace("}", "}}") for part in around)
                text = repr(f"{head}{_MARK}{tail}").replace(_MARK, _field(before, name, specification))
                yield Form(f"f{text}", cost + extra)


def _field(before: str, name: str, specification: str) -> str:
    inner = before.format(name)
    return f"{{{inner}:{specification}}}" if specification else f"{{{inner}}}"


def _specifications(values: Sequence[Any], outputs: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Format specifications that the lengths and digits of the outputs suggest, with prices."""
    places = {len(found[1]) for output in outputs for found in [re.search(r"\.(\d+)(?!.*\d)", output)] if found}
    ends = [f".{size}f" for size in sorted(places)] + [".0f", ""]
    ends += [f".{size}%" for size in sorted(places)] + [".0%"] if any("%" in output for output in outputs) else []
    for sign, group, end in product(_SIGN, _GROUP, ends):
        yield f"{sign}{group}{end}", len(sign) + len(group) + len(end) / 2
    if all(type(value) is int for value in values):
        for base in "xXbo":
            yield base, 2
            yield f"#{base}", 2.5
        for width in range(2, max(map(len, outputs)) + 1):
            for fill, base in product(("0", " >", " <", "*>"), ("", "x", "X", "b")):
                yield f"{fill}{width}{base}", 2 + len(base)
    for size in places:
        for width in range(size + 3, max(map(len, outputs)) + 1):
            yield f"0{width}.{size}f", 4


def _around(
    change: Callable[[Any], Any], specification: str, values: Sequence[Any], outputs: Sequence[str]
) -> tuple[str, str] | None:
    """The texts before and after the number, when they are the same in all outputs."""
    try:
        written = [format(change(value), specification) for value in values]
    except (ValueError, OverflowError):
        return None
    if not all(text in output for text, output in zip(written, outputs, strict=True)):
        return None
    longest = max(range(len(written)), key=lambda number: len(written[number]))
    place = outputs[longest].index(written[longest])
    head, tail = outputs[longest][:place], outputs[longest][place + len(written[longest]) :]
    agrees = all(head + text + tail == output for text, output in zip(written, outputs, strict=True))
    return (head, tail) if agrees else None
