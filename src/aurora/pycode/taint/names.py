"""The modules, classes and functions of a project, and what a dotted name in one of its files means."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from aurora.pycode.nodes import Below, blocks, statements
from aurora.pycode.parse import Function
from aurora.pycode.reading import Read, Reading
from aurora.pycode.taint.flows import Step
from aurora.pycode.taint.knowledge import ENTRIES, ROUTES, TYPED
from aurora.pycode.written import written

_LONGEST = 60  # characters of the text of a step
_FUNCTIONS = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda})


@dataclass(frozen=True)
class Callee:
    """A function of the project, or (`node` is a module) the code at the top of a file."""

    id: str  # "pkg.module.Class.method"
    path: str
    module: str
    node: Function | ast.Module
    owner: str = ""  # id of the class of a method

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The names of all parameters in order, a method's own object included."""
        if isinstance(self.node, ast.Module):
            return ()
        given = self.node.args
        rest = [each for each in (given.vararg, given.kwarg) if each]
        return tuple(each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs, *rest))

    @cached_property
    def bound(self) -> bool:
        """Whether its first parameter is the object (or the class) that it is called on."""
        return bool(self.owner) and not self.marked("staticmethod")

    def marked(self, name: str) -> bool:
        """Whether it has this plain decorator."""
        marks = () if isinstance(self.node, ast.Module) else self.node.decorator_list
        return any(isinstance(each, ast.Name) and each.id == name for each in marks)

    @cached_property
    def routed(self) -> bool:
        """Whether a framework calls it with outside input: a route, a command, a cloud function."""
        if isinstance(self.node, ast.Module):
            return False
        marks = [mark.func if isinstance(mark, ast.Call) else mark for mark in self.node.decorator_list]
        return self.node.name in ENTRIES or any(
            isinstance(mark, ast.Attribute) and mark.attr in ROUTES for mark in marks
        )

    def outside(self) -> Iterator[ast.arg]:
        """The parameters of a routed function that hold text from outside: those not converted or injected."""
        if not self.routed or isinstance(self.node, ast.Module):
            return
        given = self.node.args
        plain = [*given.posonlyargs, *given.args]
        injected = dict(zip(reversed(plain), reversed(given.defaults), strict=False))
        for each in (*plain, *given.kwonlyargs):
            typed = isinstance(each.annotation, ast.Name) and each.annotation.id in TYPED
            if (
                each.arg not in ("self", "cls", "context", "request")
                and not typed
                and not _injected(injected.get(each))
            ):
                yield each


def _injected(default: ast.expr | None) -> bool:
    return isinstance(default, ast.Call) and isinstance(default.func, ast.Name) and default.func.id == "Depends"


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of all files mean."""

    callees: Mapping[str, Callee]
    classes: Mapping[str, ast.ClassDef]
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # module -> local name -> dotted name
    lambdas: frozenset[str] = frozenset()  # the modules in which there may be some
    attributes: dict[str, str] = field(default_factory=dict)  # "pkg.module.Class.name" -> class of what it holds
    below: Below = field(default_factory=Below)
    _written: dict[ast.AST, str] = field(default_factory=dict)
    _steps: dict[ast.AST, Step] = field(default_factory=dict)
    _dotted: dict[ast.AST, str] = field(default_factory=dict)
    _nests: dict[ast.AST, bool] = field(default_factory=dict)

    def text(self, node: ast.AST) -> str:
        """How a node is written."""
        found = self._written.get(node)
        if found is None:
            found = self._written[node] = written(node)
        return found

    def step(self, node: ast.AST, path: str) -> Step:
        """The place of a node with its text, shortened."""
        found = self._steps.get(node)
        if found is None:
            text = self.text(node)
            line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
            found = Step(path, line, column + 1, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}...")
            self._steps[node] = found
        return found

    def nests(self, callee: Callee) -> bool:
        """Whether functions inside it may use its variables."""
        found = self._nests.get(callee.node)
        if found is None:
            deep = callee.module in self.lambdas
            todo: list[ast.AST] = [*callee.node.body]
            for node in todo:
                todo += self.below[node] if deep else blocks(node)
            found = self._nests[callee.node] = any(type(node) in _FUNCTIONS for node in todo)
        return found

    def dotted(self, expression: ast.expr, module: str) -> str:
        """The dotted name that an expression stands for, imports followed; empty when it is no name."""
        if type(expression) is ast.Name:
            return self.aliases[module].get(expression.id, expression.id)
        if type(expression) is not ast.Attribute:
            return ""
        found = self._dotted.get(expression)
        if found is None:
            base = self.dotted(expression.value, module)
            found = self._dotted[expression] = f"{base}.{expression.attr}" if base else ""
        return found

    def method(self, owner: str, name: str, seen: frozenset[str] = frozenset()) -> Callee | None:
        """A method of a class of the project, its bases of the project included."""
        if (found := self.callees.get(f"{owner}.{name}")) or owner not in self.classes or owner in seen:
            return found
        module = owner.rpartition(".")[0]
        bases = (self.dotted(base, module) for base in self.classes[owner].bases)
        inherited = (self.method(base, name, seen | {owner}) for base in bases if base in self.classes)
        return next((each for each in inherited if each), None)


def names_of(files: Mapping[str, str], read: Read = Reading) -> Names:
    """Read the Python files of a project; those that do not parse are left out."""
    trees = {path: tree for path, text in sorted(files.items()) if path.endswith(".py") and (tree := read(text).tree)}
    modules = {path: _module(path) for path in trees}
    known = _endings(modules)
    callees: dict[str, Callee] = {}
    classes: dict[str, ast.ClassDef] = {}
    aliases: dict[str, dict[str, str]] = {}
    for path, tree in trees.items():
        module, inside = modules[path], read(files[path]).statements
        callees[f"{module}.<module>"] = Callee(f"{module}.<module>", path, module, tree)
        aliases[module] = {**_own(tree, module), **_imported(inside, module, known, path.endswith("__init__.py"))}
        callees |= {callee.id: callee for callee in _defined(tree.body, path, module, module, "")}
        classes |= {f"{module}.{node.name}": node for node in inside if isinstance(node, ast.ClassDef)}
    lambdas = frozenset(modules[path] for path in trees if "lambda" in files[path])
    names = Names(callees, classes, aliases, lambdas)
    for path in trees:
        names.below.update(read(files[path]).below)
    for owner, node in classes.items():
        names.attributes.update(_attributes(names, owner, node))
    return names


def _attributes(names: Names, owner: str, node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The attributes of an object that are given an object of a class of the project, made there or annotated."""
    module = owner.rpartition(".")[0]
    for function in (each for each in node.body if isinstance(each, Function)):
        given = {each.arg: each.annotation for each in (*function.args.args, *function.args.kwonlyargs)}
        for each in statements(function):
            if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Attribute):
                value = each.value.func if isinstance(each.value, ast.Call) else each.value
                value = given.get(value.id) or value if isinstance(value, ast.Name) else value
                if (made := names.dotted(value, module)) in names.classes:
                    yield f"{owner}.{each.targets[0].attr}", made


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") or "__init__"


def _endings(modules: Mapping[str, str]) -> dict[str, str]:
    """Every ending of a module's name that means it alone: `src.shop.cart` is imported as `shop.cart`."""
    found: dict[str, str] = {}
    for module in modules.values():
        words = module.split(".")
        for start in range(len(words)):
            ending = ".".join(words[start:])
            found[ending] = module if ending not in found or ending == module else found[ending]
    return found


def _own(tree: ast.Module, module: str) -> dict[str, str]:
    return {node.name: f"{module}.{node.name}" for node in tree.body if isinstance(node, Function | ast.ClassDef)}


def _imported(inside: Iterable[ast.AST], module: str, known: Mapping[str, str], package: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in inside:
        if isinstance(node, ast.Import):
            for each in node.names:
                meant = each.name if each.asname else each.name.partition(".")[0]
                found[each.asname or meant] = known.get(meant, meant)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, module, package)
            for each in node.names:
                whole = f"{base}.{each.name}".strip(".")
                found[each.asname or each.name] = known.get(whole) or f"{known.get(base, base)}.{each.name}".strip(".")
    return found


def _base(node: ast.ImportFrom, module: str, package: bool) -> str:
    if not node.level:
        return node.module or ""
    words = module.split(".")
    words = words[: len(words) - node.level + package]
    return ".".join([*words, *([node.module] if node.module else [])])


def _defined(inside: Iterable[ast.AST], path: str, module: str, prefix: str, owner: str) -> Iterator[Callee]:
    for node in inside:
        if isinstance(node, Function):
            yield Callee(f"{prefix}.{node.name}", path, module, node, owner)
            yield from _defined(node.body, path, module, f"{prefix}.{node.name}", "")
        elif isinstance(node, ast.ClassDef):
            yield from _defined(node.body, path, module, f"{prefix}.{node.name}", f"{prefix}.{node.name}")
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            yield from _lambda(node, node.value, path, module, prefix)
        elif deeper := blocks(node):
            yield from _defined(deeper, path, module, prefix, owner)


def _lambda(node: ast.Assign, value: ast.Lambda, path: str, module: str, prefix: str) -> Iterator[Callee]:
    """A lambda that is given a name is a function of that name."""
    if isinstance(node.targets[0], ast.Name):
        name = node.targets[0].id
        body: list[ast.stmt] = [ast.copy_location(ast.Return(value.body), value.body)]
        function = ast.FunctionDef(name=name, args=value.args, body=body, decorator_list=[], returns=None)
        yield Callee(f"{prefix}.{name}", path, module, ast.copy_location(function, node))
