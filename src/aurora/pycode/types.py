"""A small algebra of types: read from values and annotations, joined, and written as annotations."""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from aurora.pycode.verdict import parse_tree


@dataclass(frozen=True, slots=True)
class Type:
    """A type: a name and its arguments; a tuple of any length ends with the argument `ELLIPSIS`."""

    name: str
    args: tuple["Type", ...] = ()


INT, FLOAT, COMPLEX, BOOL, STR, BYTES = (Type(n) for n in ("int", "float", "complex", "bool", "str", "bytes"))
NONE, ANY, NEVER, ELLIPSIS = Type("none"), Type("any"), Type("never"), Type("...")
CALLABLE = Type("callable")
_TOWER = MappingProxyType(  # an int may stand where a float is asked for
    {frozenset({INT, FLOAT}): FLOAT, frozenset({INT, COMPLEX}): COMPLEX, frozenset({FLOAT, COMPLEX}): COMPLEX}
)
_SPELLING: Mapping[str, str] = MappingProxyType(
    {"none": "None", "any": "Any", "never": "Never", "callable": "Callable", "iterator": "Iterator"}
)
_ARITY: Mapping[str, int] = MappingProxyType({"list": 1, "set": 1, "frozenset": 1, "dict": 2, "iterator": 1})
_ANNOTATIONS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("list", "List", "Sequence", "MutableSequence", "Collection", "Iterable"), "list"),
        **dict.fromkeys(("dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "OrderedDict"), "dict"),
        **dict.fromkeys(("set", "Set", "MutableSet", "AbstractSet"), "set"),
        **dict.fromkeys(("frozenset", "FrozenSet"), "frozenset"),
        **dict.fromkeys(("Iterator", "Generator"), "iterator"),
        **dict.fromkeys(("tuple", "Tuple"), "tuple"),
        **dict.fromkeys(("Any", "object"), "any"),
        **dict.fromkeys(("Never", "NoReturn"), "never"),
        "Callable": "callable",
        "None": "none",
    }
)


def of_value(value: object) -> Type:
    """The type of a value; an empty container holds `NEVER`."""
    match value:
        case None:
            return NONE
        case list() | set() | frozenset():
            return Type(type(value).__name__, (join_all(of_value(item) for item in value),))
        case tuple():
            return Type("tuple", tuple(of_value(item) for item in value))
        case dict():
            return Type("dict", (join_all(map(of_value, value)), join_all(map(of_value, value.values()))))
    return Type(type(value).__name__)


def of_annotation(text: str) -> Type:
    """The type that an annotation means; `ANY` when the text is empty or not understood."""
    try:
        body = parse_tree(f"({text}\n)").body
    except (SyntaxError, ValueError):
        return ANY
    return _read(body[0].value) if len(body) == 1 and isinstance(body[0], ast.Expr) else ANY


def join(a: Type, b: Type) -> Type:
    """The smallest described type that has the values of both."""
    if a in (b, ANY) or b == NEVER:
        return a
    if a == NEVER or b == ANY:
        return b
    return _union([*_members(a), *_members(b)])


def join_all(types: Iterable[Type]) -> Type:
    """The join of many; `NEVER` of none."""
    joined = NEVER
    for type_ in types:
        joined = join(joined, type_)
    return joined


def covers(wide: Type, narrow: Type) -> bool:
    """Whether every value of `narrow` is a value of `wide`."""
    return join(wide, narrow) == wide


def render(type_: Type) -> str:
    """The type as an annotation of Python 3.11: `list[int] | None`."""
    args = [render(arg) for arg in type_.args]
    if type_.name == "union":
        return " | ".join(sorted(args, key=lambda arg: (arg == "None", arg)))
    if type_ == Type("tuple"):
        return "tuple[()]"
    name = _SPELLING.get(type_.name, type_.name)
    return name if set(type_.args) <= {NEVER} else f"{name}[{', '.join(args)}]"


def _members(type_: Type) -> tuple[Type, ...]:
    return type_.args if type_.name == "union" else (type_,)


def _union(types: Iterable[Type]) -> Type:
    """Merge types of one constructor; what is left over stands side by side."""
    merged: list[Type] = []
    for type_ in types:
        for i, other in enumerate(merged):
            both = _merge(other, type_)
            if both is not None:
                merged[i] = both
                break
        else:
            merged.append(type_)
    if len(merged) == 1:
        return merged[0]
    return Type("union", tuple(sorted(merged, key=lambda member: (member.name, repr(member)))))


def _merge(a: Type, b: Type) -> Type | None:
    """One type for both, or None when only a union describes them."""
    if a == b:
        return a
    if a.name != b.name:
        return _TOWER.get(frozenset({a, b}))
    if a.name == "tuple" and (len(a.args) != len(b.args) or ELLIPSIS in (*a.args, *b.args)):
        items = [arg for arg in (*a.args, *b.args) if arg != ELLIPSIS]
        return Type("tuple", (join_all(items), ELLIPSIS))
    return Type(a.name, tuple(join(x, y) for x, y in zip(a.args, b.args, strict=False)))


def _read(node: ast.expr) -> Type:
    match node:
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=str(text)):
            return of_annotation(text)
        case ast.Constant(value=value) if value is ...:
            return ELLIPSIS
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _named(_ANNOTATIONS.get(name, name))
        case ast.BinOp(op=ast.BitOr()):
            return join(_read(node.left), _read(node.right))
        case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name)):
            items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return _generic(name, items)
    return ANY


def _named(name: str) -> Type:
    """A type that is written without arguments."""
    if name == "tuple":
        return Type("tuple", (ANY, ELLIPSIS))
    return Type(name, (ANY,) * _ARITY.get(name, 0))


def _generic(name: str, items: list[ast.expr]) -> Type:
    known = _ANNOTATIONS.get(name, name)
    if known == "callable":
        return CALLABLE
    args = [_read(item) for item in items]
    match name:
        case "Optional":
            return join_all([*args, NONE])
        case "Union":
            return join_all(args)
        case "Annotated" | "Final" | "ClassVar" | "Required" | "NotRequired":
            return args[0]
        case "Literal":
            return join_all(of_value(item.value) if isinstance(item, ast.Constant) else ANY for item in items)
        case "Counter":
            return Type("dict", (args[0], INT))
    arity = _ARITY.get(known, len(args))
    return Type(known, tuple([*args, ANY, ANY][:arity]))
