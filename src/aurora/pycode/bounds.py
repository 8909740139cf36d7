"""Indexes that run past the end: `x[len(x)]`, a loop to `len(x) + 1` over `x[i]`, a stop that comes one too late."""

import ast
from collections.abc import Iterator

from aurora.pycode.parse import Function, Source
from aurora.pycode.suspect import Meant, Misuse


def past_the_end(source: Source) -> Iterator[Misuse]:
    """All of them in a file."""
    for node in source.nodes(ast.Subscript):
        if isinstance(node.ctx, ast.Load) and _length_of(node.slice) == ast.unparse(node.value):
            owner = source.segment(node.value)
            new = (Meant(f"{owner}[-1]", 0.5), Meant(f"{owner}[len({owner}) - 1]", 0.6))
            yield Misuse(node, "The last index is one less than the length.", new)
    for loop in source.nodes(ast.For):
        yield from _loop(source, loop)
    for stop in source.nodes(ast.If):
        yield from _stop(source, stop)


def _length_of(value: ast.expr) -> str:
    """What a call of len is given, as normal text; empty for anything else."""
    called = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "len"
    return ast.unparse(value.args[0]) if called and isinstance(value, ast.Call) and len(value.args) == 1 else ""


def _more(value: ast.expr) -> ast.expr | None:
    """What one is added to."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and ast.unparse(value.right) == "1":
        return value.left
    return None


def _loop(source: Source, loop: ast.For) -> Iterator[Misuse]:
    """`for i in range(len(x) + 1)` that reads `x[i]` unasked."""
    call = loop.iter
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "range" or not isinstance(loop.target, ast.Name):
        return
    end = call.args[min(1, len(call.args) - 1)] if call.args else None
    inner = _more(end) if end is not None else None
    owner = _length_of(inner) if inner is not None else ""
    name = loop.target.id
    turns = any(isinstance(each, ast.If | ast.IfExp | ast.Try | ast.Break | ast.While) for each in ast.walk(loop))
    if end is not None and inner is not None and owner and not turns and _reads(loop.body, owner, name):
        yield Misuse(end, f"{owner} ends before this.", (Meant(source.segment(inner), 0.3),))


def _stop(source: Source, stop: ast.If) -> Iterator[Misuse]:
    """`if i == len(x) + 1: return` (`>= len(x) + 1`, `> len(x)`) in a function that goes on to read `x[i]`."""
    around = source.function(stop)
    ends = isinstance(stop.body[-1], ast.Return | ast.Raise | ast.Break | ast.Continue)
    if around is None or not ends:
        return
    for test in _alternatives(stop.test):
        late = _late(source, test, around)
        if late is not None:
            yield Misuse(test, "At this length there is nothing left to index.", (Meant(late, 0.3),))


def _alternatives(test: ast.expr) -> list[ast.expr]:
    return test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or) else [test]


def _late(source: Source, test: ast.expr, around: Function) -> str | None:
    """The test as it stops in time; None when it does."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.left, ast.Name):
        return None
    name, right, operator = test.left.id, test.comparators[0], test.ops[0]
    more = _more(right)
    bound = more if more is not None else right
    known = _lengths(source, bound)
    body = [each for each in around.body if not isinstance(each, Function)]
    if not any(_reads(body, owner, name) for owner in known) or _asked(body, name, test):
        return None
    if isinstance(operator, ast.Eq | ast.GtE) and more is not None:
        return f"{name} {'==' if isinstance(operator, ast.Eq) else '>='} {source.segment(more)}"
    if isinstance(operator, ast.Gt) and more is None and _length_of(bound):
        return f"{name} >= {source.segment(bound)}"
    return None


def _lengths(source: Source, bound: ast.expr) -> set[str]:
    """The containers whose length this is: `len(x)`, or a name that is given `len(x)` somewhere in the file."""
    if _length_of(bound):
        return {_length_of(bound)}
    if not isinstance(bound, ast.Name):
        return set()
    found = set()
    for node in source.nodes(ast.Assign):
        pairs = _pairs(node)
        found |= {_length_of(value) for target, value in pairs if target == bound.id and _length_of(value)}
    return found


def _pairs(node: ast.Assign) -> list[tuple[str, ast.expr]]:
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        return [(ast.unparse(one), two) for one, two in zip(target.elts, value.elts, strict=True)]
    return [(ast.unparse(target), value)]


def _reads(body: list[ast.stmt], owner: str, name: str) -> bool:
    """Whether statements read `owner[name]`."""
    return any(
        isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Load)
        and isinstance(node.slice, ast.Name)
        and node.slice.id == name
        and ast.unparse(node.value) == owner
        for statement in body
        for node in ast.walk(statement)
    )


def _asked(body: list[ast.stmt], name: str, test: ast.expr) -> bool:
    """Whether another comparison of the index may have stopped it before."""
    inside = {*ast.walk(test)}
    return any(
        isinstance(node, ast.Compare)
        and node not in inside
        and any(isinstance(side, ast.Name) and side.id == name for side in (node.left, *node.comparators))
        for statement in body
        for node in ast.walk(statement)
    )
