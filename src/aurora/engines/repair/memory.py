"""Import a project's modules from texts in memory, afresh for every candidate (guest side)."""

import ast
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import PurePosixPath
from types import CodeType, ModuleType
from typing import Any, cast

from aurora.engines.repair.steps import Steps
from aurora.pycode.spans import BOM
from aurora.pycode.trees import tree_of

Compile = Callable[[str, str], CodeType]


_UNWANTED = {"antigravity", "this", "__main__"}


def imported_names(text: str) -> set[str]:
    """The absolute modules that a text imports."""
    found: set[str] = set()
    for node in ast.walk(tree_of(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def plain_compile(text: str, path: str) -> CodeType:
    """Compile a module as the interpreter would."""
    return compile(text.removeprefix(BOM), path, "exec", dont_inherit=True)


def module_names(paths: Sequence[str], roots: Sequence[str]) -> dict[str, str]:
    """Dotted name -> path of every Python file below the import roots, the first root winning."""
    found: dict[str, str] = {}
    for root in roots:
        base = PurePosixPath(root)
        for path in paths:
            pure = PurePosixPath(path)
            if pure.suffix == ".py" and (root in ("", ".") or pure.is_relative_to(base)):
                parts = pure.with_suffix("").parts[len(base.parts) if root not in ("", ".") else 0 :]
                parts = parts[:-1] if parts[-1] == "__init__" else parts
                if parts and all(part.isidentifier() for part in parts):
                    found.setdefault(".".join(parts), path)
    return found


class Memory:
    """Finds the project's modules in memory before anything on disk, as a finder of `sys.meta_path` and their loader.

    Texts are compiled once; `use` puts other texts in the place of some for the imports that follow.
    """

    def __init__(self, files: Mapping[str, str], roots: Sequence[str], folder: str) -> None:
        self._files = dict(files)
        self._roots = tuple(roots)
        self._own = self._names = module_names(list(files), roots)
        self._packages = {name for name, path in self._own.items() if path.endswith("__init__.py")}
        self._folder = folder
        self._codes: dict[str, CodeType] = {}
        self._changed: Mapping[str, str] = {}
        self._preset: Mapping[str, CodeType] = {}
        self.steps = Steps()
        self.compile: Compile = plain_compile
        self.watched: frozenset[str] = frozenset()  # paths that `compile` is for

    def use(self, changed: Mapping[str, str]) -> None:
        """Forget the imported modules of the project; the next import sees these texts."""
        self._changed = changed
        for name in (*self._names, *self._made()):
            sys.modules.pop(name, None)
        new = [path for path in changed if path not in self._files]
        self._names = {**module_names(new, self._roots), **self._own} if new else self._own

    def loaded(self) -> dict[str, ModuleType]:
        """The modules of the project that are imported now."""
        return {name: sys.modules[name] for name in (*self._names, *self._made()) if name in sys.modules}

    def _made(self) -> list[str]:
        """What its packages themselves have put among the imported modules, without a file of that name."""
        if not self._packages:
            return []
        return [name for name in sys.modules if "." in name and name.partition(".")[0] in self._packages]

    def put_back(self, modules: Mapping[str, ModuleType]) -> None:
        """Let these be the project's imported modules, and the next import find the texts as they were."""
        self.use({})
        sys.modules.update(modules)

    def knows(self, path: str) -> bool:
        """Whether there was such a file before any change."""
        return path in self._files

    def original(self, path: str) -> str:
        """The text of a file before any change."""
        return self._files[path]

    def text(self, path: str) -> str:
        """The text of a file as imports see it."""
        return self._changed[path] if path in self._changed else self._files[path]

    def preset(self, codes: Mapping[str, CodeType]) -> None:
        """Run this code for files that no candidate changes."""
        self._preset = dict(codes)

    def warm(self) -> None:
        """Compile all files, and import what they import from elsewhere, once for all forks."""
        foreign: set[str] = set()
        for path, text in self._files.items():
            if path.endswith(".py"):
                with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                    self.code(path)
                    foreign |= imported_names(text)
        own = {name.partition(".")[0] for name in self._names}
        for name in sorted(foreign):
            if name.partition(".")[0] not in own | _UNWANTED:
                with suppress(Exception):
                    import_module(name)

    def name_of(self, path: str) -> str:
        """The module name of a file; raises KeyError when it cannot be imported."""
        return next(name for name, found in self._names.items() if found == path)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A spec for a module of the project, or for a folder of it."""
        del path, target
        where = self._names.get(fullname)
        if where is None:
            prefix = f"{fullname}."
            inside = next((file for name, file in self._names.items() if name.startswith(prefix)), None)
            if inside is None:
                return None
            spec = ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = [self._folder]
            return spec
        package = where.endswith("__init__.py")
        loader = cast("Any", self)  # it is none by its class: `importlib.abc` takes a third of a guest's imports
        spec = ModuleSpec(fullname, loader, origin=f"{self._folder}/{where}", is_package=package)
        spec.has_location = True
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Let the import system make the module."""
        del spec
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        exec(self.code(self._names[module.__name__]), module.__dict__)  # the sandboxed project's own code

    def code(self, path: str) -> CodeType:
        """The compiled text of a file; remembered for texts that did not change."""
        if path in self._preset:
            return self._preset[path]
        text = self.text(path)
        if path in self.watched:
            return self.compile(text, path)
        if path in self._changed:
            return self.steps.compile(text, path)
        if path not in self._codes:
            self._codes[path] = plain_compile(text, path)
        return self._codes[path]


def saw_compile(text: str, path: str) -> CodeType:
    """Compile a test file so that `assert left == right` hands both sides to `__saw__`."""
    tree = _Watched().visit(tree_of(text, path))
    return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)


class _Watched(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq):
            call = ast.Call(ast.Name("__saw__", ast.Load()), [test.left, test.comparators[0]], [])
            node.test = ast.copy_location(call, test)
        return node
