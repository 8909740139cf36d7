"""The definitions of a module, with what their heads and bodies show and the docstrings that they have."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aurora.pycode.docstrings.body import Body, body_of, touches
from aurora.pycode.parse import Function, parse
from aurora.pycode.signature import Parameter, ParameterKind, Signature, signature_of


@dataclass(frozen=True, slots=True)
class Docstring:
    """A docstring as it stands: `text` is cleaned as `inspect.cleandoc` does, `line` is its first."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Definition:
    """A function, method, property or class."""

    name: str  # "f" or "Account.deposit"
    kind: str  # "function", "method", "property" or "class"
    line: int
    signature: Signature  # of a class that of its constructor; without the object itself
    body: Body
    docstring: Docstring | None
    bases: tuple[str, ...] = ()
    attributes: tuple[Parameter, ...] = ()  # of a class: annotated names, and members of an enumeration
    public: bool = True
    pure: bool = True  # neither it nor what it calls in its module is seen to touch anything outside
    inherits: bool = False  # a base in the same module has this method, with a docstring

    @property
    def short(self) -> str:
        """The name without the class."""
        return self.name.rpartition(".")[2]

    @property
    def documented(self) -> bool:
        """Whether `help` shows a docstring."""
        return self.docstring is not None or self.inherits


@dataclass(frozen=True, slots=True)
class Module:
    """A module's own docstring and its definitions, in the order of their lines; none inside of functions."""

    docstring: Docstring | None
    definitions: tuple[Definition, ...]

    @property
    def public(self) -> tuple[Definition, ...]:
        """Those that others may use."""
        return tuple(each for each in self.definitions if each.public)


def module_of(text: str, where: str = "") -> Module:
    """Read a module; raises `UnparsableError` for what is no Python."""
    tree = parse(text, where).tree
    public = _exported(tree)
    found = [each for node in tree.body for each in _of(node, public)]
    touching = _touching(tree)
    by_name = {each.name: each for each in found}
    return Module(
        _docstring(tree),
        tuple(replace(each, pure=each.name not in touching, inherits=_inherits(each, by_name)) for each in found),
    )


def _exported(tree: ast.Module) -> frozenset[str] | None:
    """What `__all__` lists, when it is a literal."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(ast.unparse(each) == "__all__" for each in node.targets):
            try:
                return frozenset(map(str, ast.literal_eval(node.value)))
            except ValueError:
                return None
    return None


def _of(node: ast.stmt, exported: frozenset[str] | None) -> Iterator[Definition]:
    if isinstance(node, ast.If | ast.Try):
        for each in node.body:
            yield from _of(each, exported)
    if not isinstance(node, ast.ClassDef | Function):
        return
    public = node.name in exported if exported is not None else not node.name.startswith("_")
    if isinstance(node, Function):
        yield from _function(node, node.name, public=public, bound=False)
        return
    yield replace(_class(node), public=public)
    for each in node.body:
        if isinstance(each, Function):
            shown = public and not each.name.startswith("_")
            yield from _function(each, f"{node.name}.{each.name}", public=shown, bound=True)


def _function(node: Function, name: str, *, public: bool, bound: bool) -> Iterator[Definition]:
    decorators = [ast.unparse(each) for each in node.decorator_list]
    last = {each.rpartition(".")[2] for each in decorators}
    if last & {"overload", "setter", "deleter"}:
        return
    signature = signature_of(node)
    if bound and "staticmethod" not in last:
        signature = replace(signature, parameters=signature.parameters[1:])
    kind = "property" if last & {"property", "cached_property"} else "method" if bound else "function"
    body = body_of(node, signature.names)
    body = replace(body, returns=(), values=0, generates=False) if body.decorated else body
    yield Definition(name, kind, node.lineno, signature, body, _docstring(node), public=public)


def _class(node: ast.ClassDef) -> Definition:
    bases = tuple(ast.unparse(each) for each in node.bases)
    makes = next((each for each in node.body if isinstance(each, Function) and each.name == "__init__"), None)
    signature = signature_of(makes) if makes else Signature(node.name)
    signature = replace(signature, parameters=signature.parameters[1:]) if makes else signature
    body = body_of(makes, signature.names) if makes else Body()
    attributes = tuple(_attributes(node, members=any(each.endswith(("Enum", "Flag")) for each in bases)))
    return Definition(node.name, "class", node.lineno, signature, body, _docstring(node), bases, attributes)


def _attributes(node: ast.ClassDef, *, members: bool) -> Iterator[Parameter]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and not each.target.id.startswith("_"):
            default = ast.unparse(each.value) if each.value else ""
            kind = ParameterKind.PLAIN
            yield Parameter(each.target.id, ast.unparse(each.annotation), default, kind)
        elif members and isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
            yield Parameter(each.targets[0].id, "", ast.unparse(each.value))


def _docstring(node: ast.Module | ast.ClassDef | Function) -> Docstring | None:
    text = ast.get_docstring(node)
    return None if text is None else Docstring(text, node.body[0].lineno)


def _touching(tree: ast.Module) -> frozenset[str]:
    """The functions and methods that touch what is outside, or call one by name that does."""
    nodes = {node.name: node for node in ast.walk(tree) if isinstance(node, Function)}
    bad = {name for name, node in nodes.items() if touches(node)}
    while True:
        more = {name for name, node in nodes.items() if name not in bad and bad & _called(node)}
        if not more:
            break
        bad |= more
    owners = {each: f"{node.name}.{each}" for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
              for each in (item.name for item in node.body if isinstance(item, Function))}  # fmt: skip
    return frozenset(bad | {owners[name] for name in bad if name in owners})


def _called(node: ast.AST) -> set[str]:
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return {ast.unparse(each).rpartition(".")[2] for each in calls}


def _inherits(each: Definition, by_name: dict[str, Definition]) -> bool:
    owner, _, short = each.name.rpartition(".")
    bases = by_name[owner].bases if owner in by_name else ()
    return any((above := by_name.get(f"{base}.{short}")) is not None and above.documented for base in bases)
