"""A project as it is imported in this process: the code of its functions is exchanged in place (guest side)."""

import __future__

import ast
import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import CO_OPTIMIZED
from types import CodeType, FrameType, FunctionType, ModuleType

from aurora.engines.repair.memory import Memory
from aurora.engines.repair.settled import Settled
from aurora.engines.repair.steps import Steps
from aurora.pycode.trees import tree_of

_ROW = re.compile(r"[^\n]*\n|[^\n]+")


class Live:
    """The functions that an import of the original made, and which of them ran while it was made."""

    def __init__(self, memory: Memory, load: Callable[[], object]) -> None:
        """Import the project by `load`; raises what that raises."""
        self._memory = memory
        memory.use({})
        self._texts: dict[str, _Text] = {}
        self._ran: set[CodeType] = set()
        self._changed: list[tuple[FunctionType, CodeType]] = []
        self._settled: Settled | None = None
        sys.settrace(self._note)  # called for calls alone, since it answers nothing
        try:
            load()
        finally:
            sys.settrace(None)
        self._modules = memory.loaded()
        self._functions: dict[CodeType, list[FunctionType]] = {}
        for function in gc.get_objects():
            if type(function) is FunctionType:
                self._functions.setdefault(function.__code__, []).append(function)

    def _note(self, frame: FrameType, _event: str, _argument: object) -> None:
        self._ran.add(frame.f_code)

    def settled(self, modules: Iterable[ModuleType]) -> bool:
        """Whether nothing in these modules and in those of the project can be changed by a test for the next one, but
        for what is put back from now on."""
        found = Settled(frozenset((*self._modules, *(module.__name__ for module in modules))))
        if not found.of((*self._modules.values(), *modules)):
            return False
        self._settled = found
        return True

    def put(self, changed: Mapping[str, str]) -> bool:
        """Let the functions run as these texts have them; False, and nothing is changed, when only an import does."""
        self.back()
        for path, text in changed.items():
            pairs = self._exchanges(path, text)
            if pairs is None or not all(self._exchange(old, new) for old, new in pairs):
                self.back()
                return False
        return True

    def back(self) -> None:
        """Let the functions run as they were, and the next import find the modules that were there."""
        for function, code in self._changed:
            function.__code__ = code
        self._changed.clear()
        if self._settled is not None:
            self._settled.restore()
        self._memory.put_back(self._modules)

    def _exchanges(self, path: str, text: str) -> list[tuple[CodeType, CodeType]] | None:
        if not self._memory.knows(path):
            return None
        if path not in self._texts:
            self._texts[path] = _Text(self._memory.original(path), path, self._memory.steps)
        return self._texts[path].exchanges(text)

    def _exchange(self, old: CodeType, new: CodeType) -> bool:
        if old in self._ran or any(inner in self._functions for inner in _inner(old)):
            return False
        functions = self._functions.get(old, ())
        for function in functions:
            self._changed.append((function, old))
            function.__code__ = new
        return bool(functions)


class _Text:
    """The original of one file, its statements compiled one by one."""

    def __init__(self, text: str, path: str, steps: Steps) -> None:
        self._path, self._steps = path, steps
        self._lines = _ROW.findall(text)
        body = tree_of(text).body
        self._flags = _future(body)
        self._imports = list(_imports(body))
        self._spans = [(_first(node), node.end_lineno or node.lineno) for node in body]
        self._codes: dict[int, CodeType] = {}  # of the statements at these places, with steps in their loops
        self._plain: dict[CodeType, CodeType] = {}  # functions with steps -> without

    def exchanges(self, text: str) -> list[tuple[CodeType, CodeType]] | None:
        """The functions' codes that differ, as they were and as they are now; None when more than those differs."""
        lines = _ROW.findall(text)
        same = min(len(lines), len(self._lines))
        head = next((at for at in range(same) if lines[at] != self._lines[at]), same)
        tail = next((at for at in range(same - head) if lines[-1 - at] != self._lines[-1 - at]), same - head)
        last = len(self._lines) - tail
        at = next((at for at, (one, two) in enumerate(self._spans) if one <= head + 1 and max(last, head) <= two), None)
        if at is None:
            return None
        first, end = self._spans[at]
        if at not in self._codes:
            old = _padded(self._lines[first - 1 : end], first)
            self._codes[at] = self._steps.compile(old, self._path, self._flags, self._imports)
            tree = ast.Module([*self._imports, *tree_of(old).body], [])
            plain = compile(tree, self._path, "exec", self._flags, dont_inherit=True)
            self._plain |= dict(zip(_inner(self._codes[at]), _inner(plain), strict=True))
        try:
            part = _padded(lines[first - 1 : end + len(lines) - len(self._lines)], first)
            pairs = _pairs(self._codes[at], self._steps.compile(part, self._path, self._flags, self._imports))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        return None if pairs is None else [(self._plain[old], new) for old, new in pairs]


def _imports(nodes: Iterable[ast.AST]) -> Iterator[ast.stmt]:
    """The imports of the module: methods of what they bind are compiled in another way than those of other names."""
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from _imports(ast.iter_child_nodes(node))


def _padded(lines: list[str], first: int) -> str:
    return "\n" * (first - 1) + "".join(lines)


def _first(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _future(body: list[ast.stmt]) -> int:
    """The compiler's flags for the future statements of a module."""
    imports = [node for node in body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    flags: int = 0
    for name in (alias.name for node in imports for alias in node.names):
        flags |= getattr(__future__, name, __future__.annotations).compiler_flag
    return int(flags)


def _pairs(old: CodeType, new: CodeType) -> list[tuple[CodeType, CodeType]] | None:
    """Functions that differ between two bodies which otherwise do the same."""
    if old.co_flags & CO_OPTIMIZED:
        fits = old.co_name == new.co_name and old.co_freevars == new.co_freevars and new.co_flags & CO_OPTIMIZED
        return ([] if old == new else [(old, new)]) if fits else None
    if (old.co_code, old.co_names, old.co_exceptiontable) != (new.co_code, new.co_names, new.co_exceptiontable):
        return None
    if len(old.co_consts) != len(new.co_consts):
        return None
    found: list[tuple[CodeType, CodeType]] = []
    for one, two in zip(old.co_consts, new.co_consts, strict=True):
        if isinstance(one, CodeType) and isinstance(two, CodeType):
            inside = _pairs(one, two)
            if inside is None:
                return None
            found += inside
        elif type(one) is not type(two) or repr(one) != repr(two):
            return None
    return found


def _inner(code: CodeType) -> Iterator[CodeType]:
    for value in code.co_consts:
        if isinstance(value, CodeType):
            yield value
            yield from _inner(value)
