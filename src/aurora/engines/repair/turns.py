"""Which statements of a program run over many calls, and how its conditions turn out (guest side)."""

import ast
import builtins
import itertools
from collections.abc import Container, Iterator
from types import CodeType

from aurora.engines.repair.steps import Steps
from aurora.model.execution import Json
from aurora.pycode.trees import tree_of

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Choice = ast.If | ast.While | ast.IfExp


class Turns:
    """Compiles modules so that their functions tell what runs, and keeps what they told.

    Conditions are those of statements and of choices in expressions, and the operands of `and` and `or`.
    """

    def __init__(self, steps: Steps, functions: Container[str]) -> None:
        """`functions` are watched, by name; each statement of them that runs counts as one of the `steps`."""
        self._steps, self._watched = steps, functions
        self._functions: list[list[int]] = []  # the numbers of each function's statements
        self._asked, self._marks = itertools.count(), itertools.count()
        self._ran: set[int] = set()
        self._turned: dict[int, set[bool]] = {}
        setattr(builtins, "__ran__", self._run)  # noqa: B010 - the name that instrumented code calls
        setattr(builtins, "__turn__", self._turn)  # noqa: B010 - the name that instrumented code calls

    def compile(self, text: str, path: str) -> CodeType:
        """Compile a module, lines as in the text."""
        tree = tree_of(text, path)
        functions = [node for node in ast.walk(tree) if isinstance(node, _Function) and node.name in self._watched]
        for node in {node: None for function in functions for node in ast.walk(function)}:
            if isinstance(node, _Choice) and not isinstance(node.test, ast.Constant):
                node.test = _calling("__turn__", next(self._asked), node.test)
            elif isinstance(node, ast.BoolOp):
                node.values = [_calling("__turn__", next(self._asked), value) for value in node.values]
        for function in functions:
            self._functions.append([])
            for block in _blocks(function.body):
                self._mark(block)
        code: CodeType = compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)
        return code

    def told(self) -> dict[str, Json]:
        """How many statements of the functions that were entered never ran, and how many conditions that were asked
        always turned out alike."""
        entered = [set(numbers) for numbers in self._functions if self._ran & set(numbers)]
        alike = sum(len(sides) == 1 for sides in self._turned.values())
        return {"never": len(set().union(*entered) - self._ran), "alike": alike}

    def _mark(self, block: list[ast.stmt]) -> None:
        marked: list[ast.stmt] = []
        for statement in block:
            if not isinstance(statement, ast.Global | ast.Nonlocal | ast.Pass):
                number = next(self._marks)
                call = _calling("__ran__", number)
                marked.append(ast.copy_location(ast.Expr(ast.copy_location(call, statement)), statement))
                self._functions[-1].append(number)
            marked.append(statement)
        block[:] = marked

    def _run(self, number: int) -> None:
        self._ran.add(number)
        self._steps.step()

    def _turn(self, number: int, value: object) -> object:
        self._turned.setdefault(number, set()).add(bool(value))
        return value


def _calling(name: str, number: int, *rest: ast.expr) -> ast.Call:
    call = ast.Call(ast.Name(name, ast.Load()), [ast.Constant(number), *rest], [])
    return ast.copy_location(call, rest[0]) if rest else call


def _blocks(body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    """A function's blocks, those of functions and classes inside it left out."""
    for statement in list(body):
        if not isinstance(statement, _Function | ast.ClassDef):
            for name in ("body", "orelse", "finalbody"):
                yield from _blocks(getattr(statement, name, []))
            for branch in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
                yield from _blocks(branch.body)
    if body:
        yield body
