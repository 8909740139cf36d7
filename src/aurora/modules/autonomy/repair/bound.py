"""A loop that goes too far: `range(len(x) - 1)` where `x[i + 1]` is read, `range(len(x))` for `range(len(x) + 1)`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_OUT = Raised("IndexError", "list index out of range")
_LOOKS_BACK = 2.0  # nats
_NEXT = "for i in range({}):\n    f({}, x[i])\n"


@operator(
    examples=[
        Example(
            Sight(_NEXT.format("len(x)", "«x[i + 1]»"), raised=_OUT), [_NEXT.format("len(x) - 1", "x[i + 1]")]
        ),
        Example(Sight(_NEXT.format("len(x) + 1", "«x[i]»"), raised=_OUT), [_NEXT.format("len(x)", "x[i]")]),
        Example(
            Sight("while i <= len(x):\n    f(«x[i]»)\n    i += 1\n", raised=_OUT),
            ["while i < len(x):\n    f(x[i])\n    i += 1\n"],
        ),
        Example(
            Sight("while i < len(x):\n    f(«x[i + 1]»)\n    i += 1\n", raised=_OUT),
            ["while i < len(x) - 1:\n    f(x[i + 1])\n    i += 1\n"],
        ),
        Example(Sight("y = [«x[i + 2]» for i in range(len(x))]\n", raised=_OUT),
                ["y = [x[i + 2] for i in range(len(x) - 2)]\n"]),
        Example(
            Sight("for i in range(1, len(x)):\n    f(«x[i + 1]»)\n", raised=_OUT),
            ["for i in range(1, len(x) - 1):\n    f(x[i + 1])\n"],
        ),
        Example(Sight(_NEXT.format("len(x)", "«x[i + 1]»")), []),
        Example(Sight(_NEXT.format("len(x)", "«x[i]»"), raised=_OUT), []),
        Example(Sight("y = «x[i]»\n", raised=_OUT), []),
    ],
    prior=0.9,
)  # fmt: skip
def bound(site: Site) -> Iterator[Replacement]:
    """After an IndexError: the end of the loop moved down by as much as the index runs past the last item."""
    node = site.node
    if site.raised is None or site.raised.type != "IndexError" or not isinstance(node, ast.Subscript):
        return
    name, ahead = _counted(node.slice)
    for around in site.source.ancestors(node):
        for limit, past, cost in _limits(around, name, site.of(node.value)):
            if isinstance(limit, ast.Compare):
                if ahead == 0 and past:
                    start, end = site.source.span(limit.left).end, site.source.span(limit.comparators[0]).start
                    yield site.splice(start, end, site.source.text[start:end].replace("<=", "<"))
            elif ahead + past > 0:
                yield from site.swap(limit, _less(f"len({site.of(node.value)})", ahead), cost)


def _counted(index: ast.expr) -> tuple[str, int]:
    """The variable of an index, and how far ahead of it the index is: `i + 1` is ("i", 1)."""
    match index:
        case ast.Name(id=name):
            return name, 0
        case ast.BinOp(left=ast.Name(id=name), op=ast.Add(), right=ast.Constant(value=int(ahead))):
            return name, ahead
    return "", 0


def _limits(around: ast.AST, name: str, owner: str) -> Iterator[tuple[ast.expr, int, float]]:
    """The ends that a loop gives a variable, how far they lie past the length of the sequence, and what it costs to
    move them: a loop that begins behind the first item, and never looks back, mostly means to."""
    loops = around.generators if isinstance(around, ast.ListComp | ast.GeneratorExp | ast.SetComp) else [around]
    for loop in loops:
        match loop:
            case (
                ast.For(target=ast.Name(id=found), iter=ast.Call(func=ast.Name(id="range"), args=[*_, _] as given))
                | ast.comprehension(
                    target=ast.Name(id=found), iter=ast.Call(func=ast.Name(id="range"), args=[*_, _] as given)
                )
            ) if found == name and len(given) <= 2:
                past = _past(given[-1], owner)
                if past is not None:
                    behind = len(given) > 1 and ast.unparse(given[0]) != "0"
                    yield given[-1], past, _LOOKS_BACK * (behind and not _looks_back(around, name))
            case ast.While(test=ast.Compare(left=ast.Name(id=found), ops=[op], comparators=[limit]) as test):
                past = _past(limit, owner)
                if found == name and past == 0 and isinstance(op, ast.LtE):
                    yield test, 1, 0.0
                elif found == name and past is not None and isinstance(op, ast.Lt):
                    yield limit, past, 0.0


def _looks_back(loop: ast.AST, name: str) -> bool:
    indices = (node.slice for node in ast.walk(loop) if isinstance(node, ast.Subscript))
    return any(isinstance(each, ast.BinOp) and ast.unparse(each).startswith(f"{name} - ") for each in indices)


def _past(limit: ast.expr, owner: str) -> int | None:
    match limit:
        case ast.BinOp(left=inner, op=ast.Add(), right=ast.Constant(value=int(more))):
            return more if _past(inner, owner) == 0 else None
        case ast.Call(func=ast.Name(id="len"), args=[one]) if ast.unparse(one) == owner:
            return 0
    return None


def _less(length: str, ahead: int) -> str:
    return f"{length} - {ahead}" if ahead else length
