"""Text that is no plain number where one is read: `int(x or 0)`, `int(float(x))`, `float(x.replace(',', ''))`."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised


def _int(text: str) -> Raised:
    return Raised("ValueError", f"invalid literal for int() with base 10: {text!r}")


_SAID = re.compile(r"(?:invalid literal for int\(\) with base 10|could not convert string to float): (['\"].*['\"])$")

_POINT = ".replace('.', '', 1)"


@operator(
    examples=[
        Example(Sight("n = «int(x)»\n", raised=_int("")), ["n = int(x or 0)\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int(" ")), ["n = int(x.strip() or 0)\n"]),
        Example(Sight("n = «int(row[1])»\n", raised=_int("2.5")), ["n = int(float(row[1]))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("1,200")), ["n = int(x.replace(',', ''))\n"]),
        Example(Sight("n = «int(x)»\n", raised=_int("$12")), ["n = int(x.strip('$'))\n"]),
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
                yield from site.put(_read(name, site.of(given), str(ast.literal_eval(said[1]))))


def _read(name: str, given: str, text: str) -> str:
    """The call with what the text needs."""
    noise = "".join(sorted(set(text.strip()) - set("0123456789.,-+")))
    plain = f"{given}.strip({noise!r})" if noise and _is_number(text.strip().strip(noise)) else given
    plain = f"{given}.replace(',', '')" if plain == given and _is_number(text.replace(",", "")) else plain
    if not text.strip():
        return f"{name}({given} or 0)" if not text else f"{name}({given}.strip() or 0)"
    if name == "int" and _is_number(text):
        return f"int(float({given}))"
    if plain != given:
        return f"{name}({plain})"
    digits = f"{given}.strip().lstrip('-'){_POINT if name == 'float' else ''}.isdigit()"
    return f"{name}({given}) if {digits} else 0"


def _is_number(text: str) -> bool:
    with suppress(ValueError):
        float(text)
        return True
    return False
