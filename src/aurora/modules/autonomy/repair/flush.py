"""What a loop has begun and not put away when it ends: `if line: lines.append(line)` behind it."""

import ast
import re
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_LOOP = "def f(words):\n    «for i in words:\n        if i:\n            {}»\n    return out\n"
_PLAIN = _LOOP.replace("«", "").replace("»", "")


@operator(
    examples=[
        Example(
            Sight(_LOOP.format("out.append(line)")),
            [
                _PLAIN.format(f"out.append(line)\n    {code}")
                for code in ("if line:\n        out.append(line)", "out.append(line)")
            ],
        ),
        Example(Sight(_LOOP.format("out += t[i - 1]")), [_PLAIN.format("out += t[i - 1]\n    out += t[-1]")]),
        Example(Sight("for x in y:\n    «out.append(x)»\n", statement=True), []),
    ],
    prior=0.12,
    tier=2,
)
def flush(site: Site) -> Iterator[Replacement]:
    """Each statement that the loop reaches under a condition and that lets something grow, once more behind it."""
    loop = site.node
    if not isinstance(loop, ast.For | ast.While):
        return
    names = {each.id for each in ast.walk(getattr(loop, "target", loop)) if isinstance(each, ast.Name)}
    for node in ast.walk(loop):
        if isinstance(node, ast.Expr | ast.AugAssign) and not isinstance(
            site.source.parents[node], ast.For | ast.While
        ):
            item = _put_away(node)
            code = _ended(site.of(node), names if isinstance(loop, ast.For) else set())
            if item is not None and "\n" not in code:
                if isinstance(item, ast.Name):
                    yield from site.insert(loop, f"if {item.id}:\n    {code}", "after")
                yield from site.insert(loop, code, "after", 0.3)


def _put_away(node: ast.Expr | ast.AugAssign) -> ast.expr | None:
    match node:
        case ast.AugAssign(op=ast.Add(), value=value) if not isinstance(value, ast.Constant):
            return value
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="append" | "add" | "extend"), args=[value])):
            return value
    return None


def _ended(code: str, names: set[str]) -> str:
    """The statement with the last item for the one at the place of the loop's variable."""
    for name in names:
        code = re.sub(rf"\[{name}(?: - 1)?\]", "[-1]", code)
    return code
