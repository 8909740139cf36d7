"""Backtracking that does not step back: `path.pop()` after the call that was made with `path` one longer."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.statements import block_of

_BACK = {"append": "{}.pop()", "add": "{}.remove({})", "appendleft": "{}.popleft()"}
_GO = "def go(path):\n    for x in y:\n        path.append(x)\n        «go(path)»\n{}"
_TRY = "def go(path):\n    try:\n        f()\n    except E:\n        path.append(1)\n"


@operator(
    examples=[
        Example(
            Sight(_GO.format(""), statement=True),
            [_GO.format("        path.pop()\n").replace("«go(path)»", "go(path)")],
        ),
        Example(Sight(_GO.format("        path.pop()\n"), statement=True), []),
        Example(
            Sight(_TRY + "        «go(path)»\n", statement=True),
            [_TRY + "        go(path)\n        path.pop()\n"],
        ),
        Example(Sight("x.append(1)\n«go(x)»\n", statement=True), []),
    ],
    prior=0.4,
)
def undo(site: Site) -> Iterator[Replacement]:
    """What was put into a container before a function calls itself, taken out behind the call."""
    node, function = site.node, site.source.function(site.node)
    if not isinstance(node, ast.stmt) or not isinstance(function, ast.FunctionDef) or not _calls(node, function.name):
        return
    block = block_of(site.source, node)
    at = block.index(node)
    behind = " ".join(map(site.of, block[at + 1 :]))
    for before in block[:at]:
        match before:
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr=verb), args=[item])) if verb in _BACK:
                back = _BACK[verb].format(site.of(owner), site.of(item))
                if back not in behind:
                    yield from site.insert(node, back, "after")


def _calls(statement: ast.stmt, name: str) -> bool:
    heads = (each.func for each in ast.walk(statement) if isinstance(each, ast.Call))
    simple = isinstance(statement, ast.Expr | ast.Assign | ast.AugAssign)
    return simple and any(getattr(head, "id", getattr(head, "attr", "")) == name for head in heads)
