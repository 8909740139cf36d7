"""Adaptation: the components whose words fit best, with one constant, operator or comparison changed."""

import ast
import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, permutations
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.constants import constants_of
from aurora.engines.synthesis.definitions import function_tree, imports_for
from aurora.engines.synthesis.library import price
from aurora.engines.synthesis.render import docstring, head
from aurora.engines.synthesis.watchdog import bounded
from aurora.model.answer import Candidate
from aurora.registry.declare import AnyPart

_STRATEGY = "modules.autonomy.synthesis.adapt_component"
_COMPONENTS, _CHANGES, _ORDERS = 12, 60, 6
_CHANGE_COST = 4.0
_SECONDS = 0.05

_OPERATORS: Mapping[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.FloorDiv),
    ast.Div: (ast.FloorDiv,),
    ast.FloorDiv: (ast.Div,),
    ast.Lt: (ast.LtE, ast.Gt, ast.GtE),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "min": ("max",),
    "max": ("min",),
    "any": ("all",),
    "all": ("any",),
    "sum": ("max", "len"),
    "upper": ("lower",),
    "lower": ("upper",),
    "floor": ("ceil",),
    "ceil": ("floor",),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A changed function and how many bits the change costs."""

    tree: ast.FunctionDef
    what: str


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Changed components that keep the examples."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    relevance = owner.relevance(problem)
    likely = sorted(owner.parts, key=lambda name: -relevance[name])[:_COMPONENTS]
    for name in likely:
        part = owner.parts[name]
        for change in islice(changes(part, [value for value, _ in constants_of(problem)]), _CHANGES):
            code = fitted(problem, part, change.tree)
            if code and owner.passes(problem, code):
                entry = Entry((), "any", 0, owner.library.operators[name], ())
                cost = price(relevance[name]) + _CHANGE_COST + owner.work(problem).assessor.price(entry)
                yield Candidate(code, _STRATEGY, cost, (name,), (f"{part.name} with {change.what}",))
            yield None


def changes(part: AnyPart, constants: list[Any]) -> Iterator[Change]:
    """The component's function with one place changed, for every place and every way."""
    original = function_tree(part)
    for place, node in enumerate(ast.walk(original)):
        for what, changed in _variants(node, constants):
            tree = copy.deepcopy(original)
            target = next(islice(ast.walk(tree), place, None))
            _become(target, changed)
            yield Change(ast.fix_missing_locations(tree), what)


def _variants(node: ast.AST, constants: list[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, ast.Constant):
        yield from _other_constants(node.value, constants)
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign):
        for other in _OPERATORS.get(type(node.op), ()):
            yield f"{other.__name__} for {type(node.op).__name__}", {"op": other()}
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _OPERATORS.get(type(node.ops[0]), ()):
            yield f"{other.__name__} for {type(node.ops[0]).__name__}", {"ops": [other()]}
    elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
        field, written = ("id", node.id) if isinstance(node, ast.Name) else ("attr", node.attr)
        for name in _NAMES.get(written, ()):
            yield f"{name} for {written}", {field: name}


def _other_constants(written: Any, constants: list[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if type(written) not in (int, float, str):
        return
    near = () if isinstance(written, str) else (written + 1, written - 1)
    same = [value for value in constants if type(value) is type(written)][:8]
    for value in dict.fromkeys((*same, *near)):
        if value != written:
            yield f"{value!r} for {written!r}", {"value": value}


def _become(node: ast.AST, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(node, name, value)


def fitted(problem: Problem, part: AnyPart, tree: ast.FunctionDef) -> str:
    """The changed function under the problem's name, called in the order that keeps the examples; else empty."""
    scope: dict[str, Any] = dict(part.run.__globals__)
    module = ast.Module([tree], [])
    exec(compile(module, "candidate", "exec"), scope)
    run, arity = scope[tree.name], len(tree.args.args)
    for order in islice(permutations(range(len(problem.parameters)), arity), _ORDERS):
        pairs = zip(problem.inputs, problem.outputs, strict=True)
        if all(_right(run, [row[place] for place in order], out) for row, out in pairs):
            return _text(problem, part, tree, order)
    return ""


def _right(run: Any, arguments: list[Any], wanted: Any) -> bool:
    value = bounded(lambda: run(*copy.deepcopy(arguments)), _SECONDS)
    if isinstance(wanted, tuple) and isinstance(value, list):
        return tuple(value) == wanted
    return type(value) is type(wanted) and value == wanted


def _text(problem: Problem, part: AnyPart, tree: ast.FunctionDef, order: tuple[int, ...]) -> str:
    helper = copy.deepcopy(tree)
    helper.name = f"_{tree.name}"
    if isinstance(helper.body[0], ast.Expr) and len(helper.body) > 1:
        helper.body = helper.body[1:]
    call = f"{helper.name}({', '.join(problem.parameters[place] for place in order)})"
    call = f"tuple({call})" if isinstance(problem.outputs[0], tuple) else call
    lines = "".join(f"    {line}\n" for line in docstring(problem).splitlines())
    imports = "\n".join(sorted(imports_for(part, tree)))
    return f"{imports}\n\n{ast.unparse(helper)}\n\n\n{head(problem)}\n{lines}    return {call}\n".lstrip()
