"""Loops between two ends that move the same way, so that they never meet: a binary search, two pointers."""

import ast
from collections.abc import Iterator

from aurora.pycode.parse import Source
from aurora.pycode.suspect import Meant, Misuse

_SIGN = {ast.Add: 1, ast.Sub: -1}


def parting_ends(source: Source) -> Iterator[Misuse]:
    """Steps of the upper end of `while low < high` that go up as those of the lower end do, or the reverse."""
    for loop in source.nodes(ast.While):
        names = _ends(loop.test)
        if names is None or any(isinstance(each, ast.Break | ast.Return) for each in ast.walk(loop)):
            continue
        low, high = (_steps(loop, name) for name in names)
        if not low or not high or None in low or None in high:
            continue
        signs = {_direction(each) for each in (*low, *high) if each is not None}
        wrong = high if signs == {1} else low if signs == {-1} else []
        if len(wrong) == 1 and wrong[0] is not None:
            yield _turned(source, wrong[0])


def _ends(test: ast.expr) -> tuple[str, str] | None:
    """The lower and the upper name of `a < b` or `a <= b`."""
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.left, ast.Name):
        right = test.comparators[0]
        if isinstance(right, ast.Name) and isinstance(test.ops[0], ast.Lt | ast.LtE):
            return test.left.id, right.id
    return None


def _steps(loop: ast.While, name: str) -> list[ast.BinOp | ast.AugAssign | None]:
    """What the loop sets a name to: sums and differences with 1; None for anything else."""
    found: list[ast.BinOp | ast.AugAssign | None] = []
    for node in ast.walk(loop):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            found.append(node if type(node.op) in _SIGN and ast.unparse(node.value) == "1" else None)
        elif isinstance(node, ast.Assign):
            found += [_step(value) for target, value in _pairs(node) if target == name]
    return found


def _pairs(node: ast.Assign) -> Iterator[tuple[str, ast.expr]]:
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        yield from ((ast.unparse(one), two) for one, two in zip(target.elts, value.elts, strict=True))
    else:
        yield ast.unparse(target), value


def _step(value: ast.expr) -> ast.BinOp | None:
    plain = isinstance(value, ast.BinOp) and type(value.op) in _SIGN and ast.unparse(value.right) == "1"
    return value if plain and isinstance(value, ast.BinOp) else None


def _direction(step: ast.BinOp | ast.AugAssign) -> int:
    return _SIGN[type(step.op)]


def _turned(source: Source, step: ast.BinOp | ast.AugAssign) -> Misuse:
    text = source.segment(step)
    old, new = ("+", "-") if _direction(step) > 0 else ("-", "+")
    head, _, tail = text.rpartition(old)
    return Misuse(step, "The ends of this loop never meet.", (Meant(f"{head}{new}{tail}", 0.3),))
