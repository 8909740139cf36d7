"""What the tests and the texts say besides passing and failing: literals, calls, contradictions."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from aurora.model.task import RepairTask

_MOST_LITERALS = 24


@dataclass(frozen=True, slots=True)
class Assertion:
    """`assert call == expected` of a test file, both as source text."""

    path: str
    test: str
    line: int
    call: str
    expected: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything mined before the first run."""

    literals: tuple[str, ...] = ()
    calls: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    assertions: tuple[Assertion, ...] = ()
    contradictions: tuple[tuple[Assertion, Assertion], ...] = ()
    said: int = 0  # constants and calls in the tests: how much they say


def mine(task: RepairTask) -> Evidence:
    """Read the tests and the target files; test files have to parse."""
    trees = {path: ast.parse(text) for path, text in task.tests.items() if path.endswith(".py")}
    assertions = tuple(found for path, tree in trees.items() for found in _assertions(path, tree))
    counts: dict[str, set[int]] = {}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                counts.setdefault(name, set()).add(len(node.args) + len(node.keywords))
    calls = {name: tuple(sorted(found)) for name, found in counts.items()}
    plain = {path: _imported(tree) - _rebound(tree) for path, tree in trees.items()}
    opposed = tuple(_contradictions(assertions, plain))
    return Evidence(_literals(task, assertions), calls, assertions, opposed, sum(map(_said, trees.values())))


def _assertions(path: str, tree: ast.Module) -> Iterator[Assertion]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test"):
            for node in ast.walk(function):
                if isinstance(node, ast.Assert) and isinstance(node.test, ast.Compare):
                    left, right = node.test.left, node.test.comparators[0]
                    if isinstance(node.test.ops[0], ast.Eq) and len(node.test.ops) == 1:
                        yield Assertion(path, function.name, node.lineno, ast.unparse(left), ast.unparse(right))


def _said(tree: ast.Module) -> int:
    """The constants and calls in the functions of a test file, nested functions counted once."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    inside = {node for function in functions for node in ast.walk(function)}
    return sum(isinstance(node, ast.Constant | ast.Call) for node in inside)


def _imported(tree: ast.Module) -> frozenset[str]:
    imports = (node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom))
    return frozenset((name.asname or name.name).partition(".")[0] for node in imports for name in node.names)


def _rebound(tree: ast.Module) -> frozenset[str]:
    """Names that something besides an import gives a value: they may mean something else in each test."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
    return frozenset(found)


def _contradictions(
    assertions: tuple[Assertion, ...], plain: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Assertion, Assertion]]:
    """Two assertions of one call, all literal, that want different values; objects that a test made have a past.

    `plain` has, by test file, the imported names that mean the same everywhere in it.
    """
    first: dict[str, Assertion] = {}
    for assertion in assertions:
        wanted = _value(assertion.expected)
        if wanted is None or not _closed(ast.parse(assertion.call, mode="eval").body, plain[assertion.path]):
            continue
        other = first.setdefault(f"{assertion.path}:{assertion.call}", assertion)
        if _value(other.expected) != wanted:
            yield other, assertion


def _closed(tree: ast.expr, plain: frozenset[str]) -> bool:
    """Whether a call has the same answer wherever it stands: a function, or a method of an object made on the spot."""
    if not isinstance(tree, ast.Call):
        return False
    try:
        for argument in (*tree.args, *(keyword.value for keyword in tree.keywords)):
            ast.literal_eval(argument)
    except ValueError:
        return False
    function = tree.func
    if isinstance(function, ast.Attribute):
        receiver = function.value
        return _closed(receiver, plain) or (isinstance(receiver, ast.Name) and receiver.id in plain)
    return isinstance(function, ast.Name) and function.id in plain


def _value(text: str) -> str | None:
    """The value of a literal, as text; None for anything else."""
    try:
        return repr(ast.literal_eval(text))
    except (ValueError, SyntaxError):
        return None


def _literals(task: RepairTask, assertions: tuple[Assertion, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in (task.files[path] for path in task.target if path in task.files):
        found |= dict.fromkeys(_constants(text))
    for assertion in assertions:
        found |= dict.fromkeys(_constants(assertion.expected))
    return tuple(found)[:_MOST_LITERALS]


def _constants(text: str) -> Iterator[str]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float | str) and not _long(node.value):
            yield repr(node.value)


def _long(value: object) -> bool:
    return isinstance(value, str) and len(value) > 20
