"""What the tests and the texts say besides passing and failing: literals, calls, contradictions."""

import ast
import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aurora.model.answer import Fault
from aurora.model.task import RepairTask
from aurora.pycode import asserts
from aurora.pycode.asserts import Relation
from aurora.pycode.folding import fixtures_of, steps_before
from aurora.pycode.tracebacks import own_frames, read_traceback
from aurora.pycode.trees import expression_of, tree_of

_MOST_LITERALS = 24
_TOLD, _LEAST_TOLD = 0.9, 0.4  # suspicion of the innermost line of a traceback that was given, and of one far out
_WRAPPED = frozenset({Relation.SET, Relation.SORTED, Relation.LIST, Relation.TUPLE, Relation.LEN})
_TYPES = frozenset({"bool", "int", "str", "list", "tuple", "dict", "set"})
_EQUALITIES = _WRAPPED | {Relation.EQUAL, Relation.IS}
_TRUTHS = frozenset({Relation.TRUTHY, Relation.FALSY})


@dataclass(frozen=True, slots=True)
class Assertion:
    """`assert call == expected` of a test file, both as source text."""

    path: str
    line: int
    call: str
    expected: str
    within: str = ""  # the call with what the test does before, as one expression
    truth: bool = False  # `assert call`: that the value is true, or not, is all that is asserted of it

    @property
    def whole(self) -> str:
        """An expression that needs nothing of its test."""
        return self.within or self.call


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything mined before the first run."""

    literals: tuple[str, ...] = ()
    calls: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    assertions: tuple[Assertion, ...] = ()
    contradictions: tuple[tuple[Assertion, Assertion], ...] = ()
    said: int = 0  # constants and calls in the tests: how much they say
    told: tuple[Fault, ...] = ()  # places that a traceback in the issue names
    promised: frozenset[str] = frozenset()  # types that the functions under test are annotated to return, by name

    @property
    def wanted(self) -> int:
        """The constants in what different assertions want to see."""
        wanted = {each.call: each.expected for each in self.assertions}.values()
        return sum(isinstance(node, ast.Constant) for text in wanted for node in ast.walk(tree_of(text)))

    def about(self, heads: Collection[str]) -> "Evidence":
        """What is said of some functions, where others are tested as well; all of it where none of them is."""
        chosen = tuple(each for each in self.assertions if head_of(each.whole) in heads)
        share = len(chosen) / max(len(self.assertions), 1)
        return replace(self, assertions=chosen, said=round(self.said * share)) if 0 < share < 1 else self

    def counted(self, bools: Collection[str]) -> "Evidence":
        """What is said but for truths of functions whose names are not among `bools`: they hold of too many values."""
        kept = tuple(each for each in self.assertions if not each.truth or name_of(each.whole) in bools)
        said = round(self.said * len(kept) / max(len(self.assertions), 1))
        return replace(self, assertions=kept, said=said) if len(kept) < len(self.assertions) else self


def call_of(tree: ast.Expression) -> ast.Call | None:
    """What an expression calls, after what comes before, and under what its result is given to be compared."""
    body = tree.body
    match body.values[-1] if isinstance(body, ast.BoolOp) else body:
        case ast.Call(func=ast.Name(id=name), args=[ast.Call() as call]) if name in _WRAPPED:
            return call
        case ast.Call() as call:
            return call
    return None


def head_of(call: str) -> str:
    """The function that an expression calls, as text."""
    found = call_of(expression_of(call))
    return ast.unparse(found.func) if found else ""


def name_of(call: str) -> str:
    """The name of the function or method that an expression calls, whatever object has it."""
    return head_of(call).rpartition(".")[2]


def mine(task: RepairTask) -> Evidence:
    """Read the tests and the target files; test files have to parse."""
    trees = {path: tree_of(text) for path, text in task.tests.items() if path.endswith(".py")}
    read = {path: tuple(_assertions(path, tree)) for path, tree in trees.items()}
    assertions = tuple(said for found in read.values() for said, _ in found)
    counts: dict[str, set[int]] = {}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                counts.setdefault(name, set()).add(len(node.args) + len(node.keywords))
    calls = {name: tuple(sorted(found)) for name, found in counts.items()}
    opposed = tuple(
        pair
        for path, tree in trees.items()
        for pair in _contradictions(_still(tree, read[path]), _imported(tree) - _rebound(tree))
    )
    said = sum(map(_said, trees.values()))
    equal = tuple(said for found in read.values() for said, known in found if known.relation in _EQUALITIES)
    literals, promised = _literals(task, equal), _promised(task, equal)
    return Evidence(literals, calls, assertions, opposed, said, _told(task), promised)


def _told(task: RepairTask) -> tuple[Fault, ...]:
    """The lines of the target files in a traceback, the innermost one most suspicious."""
    told = read_traceback(task.issue)
    frames = own_frames(told, {path: task.files[path] for path in task.target}) if told else ()
    suspicions = (max(_TOLD - 0.1 * depth, _LEAST_TOLD) for depth in itertools.count())
    return tuple(
        Fault(each.path, each.line, suspicion, f"the traceback that was given: {told}")
        for each, suspicion in zip(reversed(frames), suspicions, strict=False)
    )


def _assertions(path: str, tree: ast.Module) -> Iterator[tuple[Assertion, asserts.Assertion]]:
    """The equalities and truths that the test functions of a file assert, as text and with their values."""
    fixtures = fixtures_of(tree)
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test"):
            for node in ast.walk(function):
                if isinstance(node, ast.Assert):
                    before = steps_before(function, node, fixtures)
                    for found in asserts.read_assert(node):
                        if found.relation in _EQUALITIES | _TRUTHS:
                            text = _wrapped(found)
                            within = f"({', '.join(before)},) and {text}" if before else ""
                            truth = found.relation in _TRUTHS
                            yield Assertion(path, node.lineno, text, found.expected_text, within, truth), found


def _wrapped(found: asserts.Assertion) -> str:
    """What is compared, as an expression."""
    return f"{found.relation}({found.call})" if found.relation in _WRAPPED else found.call


def _promised(task: RepairTask, assertions: Sequence[Assertion]) -> frozenset[str]:
    """The types that the annotations of what is called promise; none when one of them promises anything else."""
    heads = [getattr(expression_of(each.call).body, "func", None) for each in assertions]
    called = {getattr(head, "attr", getattr(head, "id", "")) for head in heads}
    found: set[str] = set()
    for text in (task.files[path] for path in task.target if path in task.files):
        for node in ast.walk(_tree(text)):
            if isinstance(node, ast.FunctionDef) and node.name in called and node.returns is not None:
                head = node.returns.value if isinstance(node.returns, ast.Subscript) else node.returns
                found.add(head.id.lower() if isinstance(head, ast.Name) else "")
    return frozenset(found) if found <= _TYPES else frozenset()


def _tree(text: str) -> ast.Module:
    """The tree of a text; an empty one when it does not parse."""
    try:
        return tree_of(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ast.Module([], [])


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


def _still(
    tree: ast.Module, found: Sequence[tuple[Assertion, asserts.Assertion]]
) -> list[tuple[Assertion, asserts.Assertion]]:
    """The assertions of functions that call nothing for its effect alone, which might change what others give."""
    acting = [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(each, ast.Expr) and isinstance(each.value, ast.Call) for each in ast.walk(node))
    ]
    return [(said, known) for said, known in found if not any(said.line in lines for lines in acting)]


def _contradictions(
    assertions: Sequence[tuple[Assertion, asserts.Assertion]], plain: frozenset[str]
) -> Iterator[tuple[Assertion, Assertion]]:
    """Two assertions of one call, all literal, that exclude each other; objects that a test made have a past.

    `plain` has the imported names that mean the same everywhere in the file.
    """
    equal = [(said, found) for said, found in assertions if found.relation in _EQUALITIES]
    lines = {id(found): said for said, found in equal}
    closed = [found for _, found in equal if found.literal and _closed(expression_of(found.function).body, plain)]
    yield from ((lines[id(one)], lines[id(two)]) for one, two in asserts.contradictions(closed))


def _closed(function: ast.expr, plain: frozenset[str]) -> bool:
    """Whether a function does the same wherever it is called: it, or what made its object, is imported."""
    match function:
        case ast.Name(id=name):
            return name in plain
        case ast.Attribute(value=ast.Call(func=maker) as made):
            return not any(isinstance(node, ast.Name) for each in made.args for node in ast.walk(each)) and _closed(
                maker, plain
            )
        case ast.Attribute(value=ast.Name() as owner):
            return _closed(owner, plain)
    return False


def _literals(task: RepairTask, assertions: tuple[Assertion, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in (task.files[path] for path in task.target if path in task.files):
        found |= dict.fromkeys(_constants(text))
    for assertion in assertions:
        found |= dict.fromkeys(_constants(assertion.expected))
    return tuple(found)[:_MOST_LITERALS]


def _constants(text: str) -> Iterator[str]:
    for node in ast.walk(_tree(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float | str) and not _long(node.value):
            yield repr(node.value)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            yield ast.unparse(node)


def _long(value: object) -> bool:
    return isinstance(value, str) and len(value) > 20
