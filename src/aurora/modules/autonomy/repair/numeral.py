"""Text that is no plain number where one is read: `int(x or 0)`, `int(float(x))`, `float(x.replace(',', ''))`."""

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised


def _int(text: str) -> Raised:
    return Raised("ValueError", f"invalid literal for int() with base 10: {text!r}")


_SAID = re.compile(r"(?:invalid literal for int\(\) with base 10|could not convert string to float): (['\"].*['\"])$")

_WHOLE = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Constant, ast.JoinedStr)
_POINT = ".replace('.', '', 1)"


@operator(
    examples=[
        Example(Sight("n = «int(x)»\n", raised=_int("")), ["n = int(x or 0)\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int(" ")), ["n = int(x.strip() or 0)\n"]),
        Example(Sight("n = «int(row[1])»\n", raised=_int("2.5")), ["n = int(float(row[1]))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("1,200")), ["n = int(x.replace(',', ''))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("$12")), ["n = int(x.strip('$'))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int(" $12 ")), ["n = int(x.strip().strip('$'))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("$2.50")), ["n = int(float(x.strip('$')))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("$1,200")), ["n = int(x.strip('$').replace(',', ''))\n"]),
        Example(Sight("n = «int(a or b)»\n", raised=_int("$12")), ["n = int((a or b).strip('$'))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("--5")), []),
        Example(Sight("n = «int(x)»\n", raised=_int("n/a")),
                ["n = int(x) if x.strip().lstrip('-').isdigit() else 0\n"]),
        Example(Sight("n = «float(x)»\n", raised=Raised("ValueError", "could not convert string to float: ''")),
                ["n = float(x or 0)\n"]),
        Example(Sight("n = «int(x)»\n"), []),
        Example(Sight("n = «f(x)»\n", raised=_int("")), []),
    ],
    prior=0.8,
)  # fmt: skip
def numeral(site: Site) -> Iterator[Replacement]:
    """After a ValueError that shows the text: what makes that very text a number."""
    node, raised = site.node, site.raised
    said = _SAID.search(raised.message) if raised is not None and raised.type == "ValueError" else None
    match node:
        case ast.Call(func=ast.Name(id="int" | "float" as name), args=[given], keywords=[]) if said is not None:
            with suppress(ValueError, SyntaxError):
                whole = site.of(given) if isinstance(given, _WHOLE) else f"({site.of(given)})"
                if new := _read(name, whole, str(ast.literal_eval(said[1]))):
                    yield from site.put(new)


def _read(name: str, given: str, text: str) -> str:
    """The call with what the text needs; empty where nothing of this helps."""
    if not text.strip():
        return f"{name}({given} or 0)" if not text else f"{name}({given}.strip() or 0)"
    for step, plain in _steps(text):
        if _reads(float if name == "float" else int, plain):
            return f"{name}({given}{step})"
        if _reads(lambda number: int(float(number)), plain):
            return f"{name}(float({given}{step}))"
    bare = text.strip().lstrip("-")
    if (bare.replace(".", "", 1) if name == "float" else bare).isdigit():
        return ""  # it would be read all the same
    digits = f"{given}.strip().lstrip('-'){_POINT if name == 'float' else ''}.isdigit()"
    return f"{name}({given}) if {digits} else 0"


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """What takes away that which belongs to no number, and the text after it; the shortest first."""
    noise = "".join(sorted(set(text.strip()) - set("0123456789.,-+")))
    ways = [("", text)]
    if noise:
        ways += [(f".strip({noise!r})", text.strip(noise)), (f".strip().strip({noise!r})", text.strip().strip(noise))]
    yield from ways
    for step, plain in ways:
        yield f"{step}.replace(',', '')", plain.replace(",", "")


def _reads(read: Callable[[str], float], text: str) -> bool:
    with suppress(ValueError, OverflowError):
        read(text)
        return True
    return False
