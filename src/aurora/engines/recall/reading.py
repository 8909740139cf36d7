"""Code read as a reviewer reads it: what its forms are called, and what people complain of where they go wrong.

The forms are those that linters for Python have rules on (flake8-bugbear, pylint, Ruff), in the words of their pages.
"""

import ast
import re
from collections.abc import Callable, Iterator

from aurora.engines.recall.calls import CALLS
from aurora.engines.recall.forms import forms
from aurora.pycode.verdict import parse_tree

_HEAD = re.compile(r"^\S+\.py$", re.MULTILINE)  # of a file's text within a memory
_MOST = 6000  # characters that are parsed
_LOOPS = (ast.For, ast.While)
_VALUES = (ast.BinOp, ast.Compare, ast.Name, ast.Attribute, ast.Subscript)  # as a statement they do nothing
_PURE = frozenset({"strip", "lstrip", "rstrip", "replace", "upper", "lower", "title", "capitalize", "casefold"})


def reading(text: str) -> Iterator[str]:
    """The words that the code in a text deserves, once for each form that is found; none for what does not parse."""
    for tree in _trees(text[:_MOST]):
        tops = {each.id for node in tree.body for each in _targets(node)}
        for node in ast.walk(tree):
            for words in _of(node, tops):
                yield from words.split()


def _trees(text: str) -> Iterator[ast.Module]:
    starts = [found.end() for found in _HEAD.finditer(text)] or [0]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        part = text[start:end]
        try:
            yield parse_tree(part.rpartition("\n")[0] if end else part)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue


def _of(node: ast.AST, tops: set[str]) -> Iterator[str]:
    for kind, reader in _READERS:
        if isinstance(node, kind):
            yield from reader(node)
    yield from forms(node)
    if isinstance(node, ast.FunctionDef):
        declared = {name for each in ast.walk(node) if isinstance(each, ast.Global) for name in each.names}
        if any(each.id in tops - declared for statement in node.body for each in _targets(statement)):
            yield "global module variable unbound local assignment referenced before"


def _function(node: ast.FunctionDef) -> Iterator[str]:
    if any(isinstance(each, ast.List | ast.Dict | ast.Set | ast.Call) for each in node.args.defaults):
        yield "mutable default argument shared kept remembered between calls"
    inner = list(ast.walk(node))
    if any(isinstance(each, ast.Call) and _name(each) == node.name for each in inner):
        yield "recursive recursion recurse calls itself base case depth"
    if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in inner):
        yield "generator lazy iterator"
    if any(isinstance(each, ast.Expr) and isinstance(each.value, _VALUES) for each in inner):
        yield "useless statement expression without effect value computed never assigned forgotten return discarded"
    returns = [each for each in inner if isinstance(each, ast.Return) and each.value]
    if returns and not isinstance(node.body[-1], ast.Return | ast.If | ast.Try | ast.Raise | ast.With):
        yield "missing return none falls through"
    if sum(isinstance(each, ast.If) and any(isinstance(x, ast.Return) for x in each.body) for each in node.body) > 1:
        yield "order of conditions branches cases unreachable"


def _loop(node: ast.For | ast.While) -> Iterator[str]:
    inner = [each for statement in node.body for each in ast.walk(statement)]
    if any(isinstance(each, _LOOPS) for each in inner):
        yield "nested loops"
    if any(isinstance(each, ast.AugAssign) for each in inner):
        yield "accumulate running total sum counter"
    if any(isinstance(each, ast.Return) for each in node.body):
        yield "return in first iteration early loop once"
    if isinstance(node, ast.While):
        yield "endless infinite loop forever condition ends"
        return
    own = {each.id for each in ast.walk(node.target) if isinstance(each, ast.Name)}
    if any(isinstance(each, ast.Assign) and _base(each.value) in own for each in inner):
        yield "overwritten replaced each step only last kept accumulate running"
    looped = {each.id for each in ast.walk(node.iter) if isinstance(each, ast.Name)}
    if any(_changes(each, looped) for each in inner):
        yield "changed modified deleted removed during while iterating iteration loop size"


def _changes(node: ast.AST, names: set[str]) -> bool:
    if isinstance(node, ast.Delete):
        return any(isinstance(x, ast.Subscript) and _base(x.value) in names for x in node.targets)
    removing = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return removing and node.func.attr in ("remove", "pop", "clear", "add") and _base(node.func.value) in names  # type: ignore[attr-defined]


def _conditional(node: ast.If) -> Iterator[str]:
    """The search for an extreme keeps what compares better."""
    ordered = any(isinstance(each, ast.Lt | ast.Gt | ast.LtE | ast.GtE) for each in ast.walk(node.test))
    if ordered and any(isinstance(each, ast.Assign) for each in node.body):
        yield "best extreme maximum minimum largest smallest highest lowest comparison direction"


def _operation(node: ast.BinOp) -> Iterator[str]:
    match node:
        case ast.BinOp(op=ast.Mult(), left=ast.List(elts=[ast.List() | ast.BinOp(), *_])):
            yield "nested list rows same object alias shared reference grid matrix copies"
        case ast.BinOp(op=ast.FloorDiv(), right=ast.Constant(value=2)):
            yield "half halve halving middle center binary bisection"
        case (
            ast.BinOp(op=ast.Add(), left=ast.Constant(value=str()))
            | ast.BinOp(op=ast.Add(), right=ast.Constant(value=str()))
        ):
            yield "concatenate text string number conversion"
        case ast.BinOp(right=ast.Constant(value=100)):
            yield "percent percentage hundredth"
        case ast.BinOp(right=ast.Constant(value=60 | 3600)):
            yield "time seconds minutes hours"
        case ast.BinOp(op=ast.Mod()):
            yield "wrap around cyclic circular remainder"


def _logic(node: ast.BoolOp) -> Iterator[str]:
    if any(isinstance(each, ast.BoolOp) for each in node.values):
        yield "precedence of and or parentheses"


def _call(node: ast.Call) -> Iterator[str]:
    if (name := _name(node)) in CALLS:
        yield CALLS[name]
    if name in ("min", "max") and len(node.args) > 1:
        yield "clamp cap limit bound at most at least"
    if name == "pop" and node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0:
        yield "first front oldest queue fifo lifo"
    if name == "list" and node.args and isinstance(node.args[0], ast.Call) and _name(node.args[0]) == "set":
        yield "order lost shuffled unordered duplicates"


def _statement(node: ast.Expr) -> Iterator[str]:
    called = node.value.func if isinstance(node.value, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr in _PURE:
        yield "result ignored unused thrown away discarded immutable string"


def _dictionary(node: ast.Dict) -> Iterator[str]:
    if sum(key is None for key in node.keys) > 1:
        yield "merge dictionaries override precedence update direction"


def _handler(node: ast.ExceptHandler) -> Iterator[str]:
    yield "exception caught handler wrong type of exception not caught"
    if all(isinstance(each, ast.Pass) for each in node.body):
        yield "swallowed silently ignored exception"


def _lazy(_node: ast.GeneratorExp) -> Iterator[str]:
    yield "generator lazy iterator consumed exhausted twice once"


def _filtered(node: ast.comprehension) -> Iterator[str]:
    if node.ifs:
        yield "filter keep drop select"


def _slice(node: ast.Subscript) -> Iterator[str]:
    match node.slice:
        case ast.Slice(step=ast.UnaryOp()):
            yield "reverse backward mirror palindrome"
        case ast.Constant(value=str()):
            yield "missing unknown key lookup"


_READERS: tuple[tuple[type[ast.AST], Callable[..., Iterator[str]]], ...] = (
    (ast.FunctionDef, _function),
    (ast.For, _loop),
    (ast.While, _loop),
    (ast.If, _conditional),
    (ast.BinOp, _operation),
    (ast.BoolOp, _logic),
    (ast.Call, _call),
    (ast.Expr, _statement),
    (ast.Dict, _dictionary),
    (ast.ExceptHandler, _handler),
    (ast.GeneratorExp, _lazy),
    (ast.comprehension, _filtered),
    (ast.Subscript, _slice),
)


def _targets(node: ast.AST) -> Iterator[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
    return (each for each in targets if isinstance(each, ast.Name))


def _name(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _base(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
