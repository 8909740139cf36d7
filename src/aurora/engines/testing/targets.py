"""What of a module can be called: its public functions, constructors, methods and properties."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from aurora.pycode.trees import tree_of

_SPECIAL = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "Protocol", "ABC", "TypedDict", "type"})
_PROPERTIES = frozenset({"property", "cached_property", "functools.cached_property"})


class Kind(StrEnum):
    """How a target is called."""

    FUNCTION = "function"
    STATIC = "static"  # of a class, without an object: static and class methods
    METHOD = "method"
    PROPERTY = "property"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter that is given when a target is called."""

    name: str
    annotation: str = ""
    default: str = ""  # source text
    keyword: bool = False  # only by name


@dataclass(frozen=True, slots=True)
class Target:
    """One callable of a module; `name` is "clamp" or "Account.deposit", `makes` are its constructor's parameters."""

    name: str
    kind: Kind
    parameters: tuple[Parameter, ...]
    lines: range
    returns: str = ""
    coroutine: bool = False
    generator: bool = False
    makes: tuple[Parameter, ...] = ()

    @property
    def owner(self) -> str:
        """The class, or nothing."""
        return self.name.partition(".")[0] if self.kind is not Kind.FUNCTION else ""

    @property
    def short(self) -> str:
        """The name without the class."""
        return self.name.rpartition(".")[2]


def targets(text: str, only: str = "") -> tuple[Target, ...]:
    """The public targets of a module in the order of their lines; with `only` the one of this name (or the methods of
    this class), private ones too. Raises SyntaxError for what is no Python."""
    found = [target for node in tree_of(text).body for target in _of(node)]
    if only:
        return tuple(each for each in found if only in (each.name, each.owner))
    return tuple(each for each in found if not any(word.startswith("_") for word in each.name.split(".")))


def constructors(text: str) -> dict[str, tuple[Parameter, ...]]:
    """The classes of a module that can be made, with the parameters of each."""
    classes = (node for node in tree_of(text).body if isinstance(node, ast.ClassDef))
    return {node.name: makes for node in classes if (makes := _constructor(node)) is not None}


def members(text: str) -> dict[str, tuple[str, ...]]:
    """The enumerations of a module with the names of their members."""
    return {
        node.name: tuple(f"{node.name}.{name}" for name in _assigned(node))
        for node in tree_of(text).body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith(("Enum", "Flag")) for base in node.bases)
    }


def _assigned(node: ast.ClassDef) -> Iterator[str]:
    for item in node.body:
        if isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
            yield item.targets[0].id


def _of(node: ast.stmt) -> Iterator[Target]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield _target(node, node.name, Kind.FUNCTION, ())
    elif isinstance(node, ast.ClassDef):
        makes = _constructor(node)
        for item in node.body:
            if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef) and not item.name.startswith("__"):
                kind = _kind(item)
                if kind is Kind.STATIC or makes is not None:
                    yield _target(item, f"{node.name}.{item.name}", kind, makes or ())


def _kind(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Kind:
    decorators = {ast.unparse(each) for each in node.decorator_list}
    if decorators & {"staticmethod", "classmethod"}:
        return Kind.STATIC
    return Kind.PROPERTY if decorators & _PROPERTIES else Kind.METHOD


def _target(
    node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, kind: Kind, makes: tuple[Parameter, ...]
) -> Target:
    bound = kind in (Kind.METHOD, Kind.PROPERTY) or any(
        ast.unparse(each) == "classmethod" for each in node.decorator_list
    )
    yields = any(isinstance(each, ast.Yield | ast.YieldFrom) for each in _own(node))
    return Target(
        name,
        kind,
        _parameters(node.args, skip=1 if bound else 0),
        range(node.lineno, (node.end_lineno or node.lineno) + 1),
        ast.unparse(node.returns) if node.returns else "",
        isinstance(node, ast.AsyncFunctionDef),
        yields,
        makes,
    )


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function without those of the functions inside it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            yield child
            yield from _own(child)


def _parameters(arguments: ast.arguments, skip: int) -> tuple[Parameter, ...]:
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    found = [_parameter(given, default) for given, default in zip(plain, defaults, strict=True)][skip:]
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return (*found, *(_parameter(given, default, keyword=True) for given, default in named))


def _parameter(given: ast.arg, default: ast.expr | None, *, keyword: bool = False) -> Parameter:
    annotation = ast.unparse(given.annotation).strip("'\"") if given.annotation else ""
    return Parameter(given.arg, annotation, ast.unparse(default) if default else "", keyword)


def _constructor(node: ast.ClassDef) -> tuple[Parameter, ...] | None:
    """The parameters that make an object; None for a class that is not made, or whose constructor is elsewhere."""
    bases = [ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases]
    if _SPECIAL.intersection(bases) or any(base.endswith(("Error", "Exception")) for base in bases):
        return None
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            return _parameters(item.args, skip=1)
    if "NamedTuple" in bases or any("dataclass" in ast.unparse(each) for each in node.decorator_list):
        return tuple(_fields(node))
    return () if not set(bases) - {"Generic", "object"} else None


def _fields(node: ast.ClassDef) -> Iterator[Parameter]:
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            default = ast.unparse(item.value) if item.value else ""
            if "ClassVar" not in ast.unparse(item.annotation) and "init=False" not in default:
                yield Parameter(item.target.id, ast.unparse(item.annotation).strip("'\""), default)
