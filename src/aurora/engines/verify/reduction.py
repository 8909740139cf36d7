"""Smaller programs that may do the same: one place made simpler at a time; what they do is for the sandbox to say."""

import ast
from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from itertools import islice
from types import MappingProxyType

from aurora.pycode.literals import evaluate
from aurora.pycode.trees import expression_of, tree_of

_MOST = 40  # proposals for one program
_NOT: Mapping[type[ast.cmpop], type[ast.cmpop]] = MappingProxyType(
    {
        ast.Eq: ast.NotEq,
        ast.NotEq: ast.Eq,
        ast.In: ast.NotIn,
        ast.NotIn: ast.In,
        ast.Is: ast.IsNot,
        ast.IsNot: ast.Is,
    }
)


def size_of(code: str) -> int:
    """How many expressions and statements a program has, docstrings and annotations left out."""
    return sum(isinstance(node, ast.expr | ast.stmt) for node in ast.walk(_bare(tree_of(code))))


def reductions(code: str, name: str) -> list[str]:
    """Programs of the function `name` that are smaller than `code`, smallest first: an expression replaced by a part
    of it or by its value, a statement or condition left out, a helper function written out, helpers not called."""
    tree = tree_of(code)
    most = size_of(code)
    found = dict.fromkeys(map(_text, _all(tree, name)))
    sized = sorted((size_of(text), text) for text in found)
    return [text for size, text in sized if size < most][:_MOST]


def _all(tree: ast.Module, name: str) -> Iterator[ast.Module]:
    main = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name), None)
    if main is None:
        return
    helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef) and node is not main}
    for place, node in enumerate(ast.walk(main)):
        for other in (part for part in _simpler(node) if not isinstance(part, ast.Starred)):
            yield _tidied(_swapped(tree, main, place, other), name)
        written = _written_out(node, helpers)
        if written:
            yield _tidied(_swapped(tree, main, place, written), name)
    yield from (_tidied(shorter, name) for shorter in _without_statements(tree, name))


def _simpler(node: ast.AST) -> Iterator[ast.expr]:
    """What an expression may be replaced by."""
    match node:
        case ast.Call(func=ast.Attribute(value=value), args=args):
            yield from (value, *args)
        case ast.Call(args=args):
            yield from args
        case ast.Subscript(value=value, ctx=ast.Load()):
            yield value
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield from (body, orelse, test)
        case ast.ListComp() | ast.GeneratorExp():
            yield from _simpler_loop(node)
    yield from _simpler_operation(node)


def _simpler_operation(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(left=ast.Constant(), right=ast.Constant()):
            with suppress(ValueError):
                yield expression_of(repr(evaluate(node))).body
        case ast.BinOp(left=left, right=right):
            yield from (left, right)
        case ast.BoolOp(values=values):
            yield from values
        case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(ops=[op], comparators=[_]) as compared) if type(op) in _NOT:
            yield ast.Compare(compared.left, [_NOT[type(op)]()], compared.comparators)
        case ast.UnaryOp(operand=operand) if not isinstance(operand, ast.Constant):
            yield operand


def _simpler_loop(node: ast.ListComp | ast.GeneratorExp) -> Iterator[ast.expr]:
    first, *more = node.generators
    yield from first.iter.elts if isinstance(first.iter, ast.List | ast.Tuple) else [first.iter]
    if first.ifs and not more:
        yield type(node)(node.elt, [ast.comprehension(first.target, first.iter, [], 0)])


def _written_out(node: ast.AST, helpers: dict[str, ast.FunctionDef]) -> ast.expr | None:
    """The body of a helper with its arguments; None when it is more than one return."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in helpers):
        return None
    helper = helpers[node.func.id]
    body = [item for item in helper.body if not isinstance(item, ast.Expr)]
    names = [argument.arg for argument in helper.args.args]
    if node.keywords or len(names) != len(node.args) or len(body) != 1:
        return None
    returned = body[0].value if isinstance(body[0], ast.Return) else None
    return _Named(dict(zip(names, node.args, strict=True))).visit(deepcopy(returned)) if returned else None


class _Named(ast.NodeTransformer):
    """Puts expressions in the place of names."""

    def __init__(self, values: dict[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return deepcopy(self._values.get(node.id, node))


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


def _swapped(tree: ast.Module, main: ast.FunctionDef, place: int, other: ast.expr) -> ast.Module:
    """A copy of the tree with another expression at a place of the main function's walk."""
    copy = deepcopy(tree)
    function = copy.body[tree.body.index(main)]
    old = next(islice(ast.walk(function), place, None))
    _Swap(old, deepcopy(other)).visit(function)
    return copy


def _without_statements(tree: ast.Module, name: str) -> Iterator[ast.Module]:
    """Copies of the tree, each without one statement that is not the last of its block."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name]
    for block in blocks:
        for place, statement in enumerate(block.body[:-1]):
            if not isinstance(statement, ast.Expr):
                copy = deepcopy(tree)
                function = copy.body[tree.body.index(block)]
                assert isinstance(function, ast.FunctionDef)
                del function.body[place]
                yield copy


def _tidied(tree: ast.Module, name: str) -> ast.Module:
    """Without the functions and imports that the main function no longer needs."""
    while True:
        used = {node.id for item in tree.body for node in ast.walk(item) if isinstance(node, ast.Name)}
        kept = [item for item in tree.body if _names(item) is None or {name, *used} & set(_names(item) or ())]
        if len(kept) == len(tree.body):
            return tree
        tree.body = kept


def _names(item: ast.stmt) -> list[str] | None:
    """The names that a statement of a module makes, of those that may be left out."""
    match item:
        case ast.FunctionDef(name=name):
            return [name]
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return [(alias.asname or alias.name).partition(".")[0] for alias in aliases]
    return None


def _bare(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body = [item for item in node.body if not _is_text(item)] or [ast.Pass()]
            node.returns = None
            for argument in node.args.args:
                argument.annotation = None
    return tree


def _is_text(item: ast.stmt) -> bool:
    return isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant)


def _text(tree: ast.Module) -> str:
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
