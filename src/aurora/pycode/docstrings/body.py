"""What the body of a function shows without running it: what it raises, returns, yields, changes, touches."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from aurora.pycode.parse import Function

_LONGEST = 60  # characters of an expression that is shown
_MOST = 3  # expressions that are shown of one result
_MUTATORS = frozenset(
    {"append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update", "setdefault", "add"}
    | {"discard", "popitem", "appendleft", "popleft", "extendleft"}
)
_TOUCHES: Mapping[str, str] = MappingProxyType(
    {"print": "Prints.", "input": "Asks for input.", "open": "Opens a file.", "exit": "Ends the process."}
)
_PLAIN = frozenset({"property", "cached_property", "staticmethod", "classmethod", "abstractmethod", "override"})
_SAFE = frozenset({"len", "isinstance", "issubclass", "bool", "abs", "type", "enumerate", "str", "repr", "callable"})
_LOUD = (
    *(ast.Subscript, ast.Attribute, ast.For, ast.AsyncFor, ast.comprehension, ast.With, ast.AsyncWith, ast.Import),
    *(ast.ImportFrom, ast.Await, ast.Yield, ast.YieldFrom, ast.Assert, ast.Starred, ast.Tuple, ast.Delete),
    *(ast.FormattedValue, ast.AugAssign, ast.Try),
)
_EVERYTHING = frozenset({"Exception", "BaseException"})


@dataclass(frozen=True, slots=True)
class Raise:
    """An exception that a statement of the body raises and no handler of it stops."""

    type: str
    condition: str  # "if `n < 0`"; empty when it is not one `if`
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """What statements say."""

    raises: tuple[Raise, ...] = ()
    returns: tuple[str, ...] = ()  # expressions, "self" among them
    values: int = 0  # `return` statements with a value
    falls: bool = True  # it may end without one
    yields: tuple[str, ...] = ()
    generates: bool = False
    sets: tuple[str, ...] = ()  # attributes of the object
    changes: tuple[str, ...] = ()  # parameters
    stands: Mapping[str, str] = field(default_factory=dict)  # parameter -> what None stands for
    notes: tuple[str, ...] = ()  # sentences
    decorated: bool = False  # what a call gives may be made by a decorator
    quiet: bool = False  # besides its `raise` statements nothing in it can fail but for operands of a wrong type
    stub: bool = False  # it has no statements of its own


def body_of(node: Function, parameters: tuple[str, ...]) -> Body:
    """What the body of a function says; `parameters` are those besides the object itself."""
    own = [each for statement in node.body for each in _own(statement)]
    local = _local(own)
    parents = {child: each for each in (node, *own) for child in ast.iter_child_nodes(each)}
    returned = [each.value for each in own if isinstance(each, ast.Return) and each.value is not None]
    values = [each for each in returned if not _is_none(each)]
    yields = [each for each in own if isinstance(each, ast.Yield | ast.YieldFrom)]
    return Body(
        tuple(_raises(own, parents, local)),
        _expressions(values, own, local),
        len(values),
        len(values) < len(returned) or _falls(node.body) or any(_bare(each) for each in own),
        _expressions([each.value for each in yields if isinstance(each, ast.Yield) and each.value], own, local),
        bool(yields),
        tuple(dict.fromkeys(_sets(own))),
        tuple(dict.fromkeys(name for name in _changes(own) if name in parameters)),
        dict(_stands(node, parameters)),
        tuple(dict.fromkeys(_notes(own))),
        any(ast.unparse(each).rpartition(".")[2] not in _PLAIN for each in node.decorator_list),
        all(_is_quiet(each, parents) for each in own),
        all(_is_missing(each) for each in node.body),
    )


def touches(node: ast.AST) -> bool:
    """Whether a function is likely to depend on, or change, more than its arguments, as far as names tell."""
    outside = {"open", "input", "print", "exec", "eval", "now", "today", "time", "urandom", "environ", "getenv", "cwd"}
    outside |= {"getcwd", "os", "shutil", "subprocess", "socket", "requests", "random", "uuid", "uuid4", "sqlite3"}
    outside |= {"sleep", "unlink", "mkdir", "write_text", "write_bytes", "read_text", "read_bytes", "sys", "urllib"}
    nodes = list(ast.walk(node))
    names = {each.id for each in nodes if isinstance(each, ast.Name)}
    return not outside.isdisjoint(names | {each.attr for each in nodes if isinstance(each, ast.Attribute)})


def _is_missing(node: ast.stmt) -> bool:
    if isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return True
    return isinstance(node, ast.Raise) and node.exc is not None and "NotImplemented" in ast.unparse(node.exc)


def _is_quiet(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> bool:
    """Whether a node can fail in no other way than by an operand of a wrong type, for operands of built-in types."""
    if isinstance(node, ast.Call):
        raised = isinstance(parents[node], ast.Raise)
        return raised or (isinstance(node.func, ast.Name) and node.func.id in _SAFE)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.BitAnd | ast.BitOr | ast.BitXor)
    return not isinstance(node, _LOUD)


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """A node and those below it, without functions and classes."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _own(child)


def _local(own: list[ast.AST]) -> frozenset[str]:
    """Names that mean nothing to a caller: those that the body itself binds."""
    inner = {id(part) for each in own if isinstance(each, ast.comprehension) for part in ast.walk(each.target)}
    return frozenset(
        each.id
        for each in own
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and id(each) not in inner
    )


def _raises(own: list[ast.AST], parents: Mapping[ast.AST, ast.AST], local: frozenset[str]) -> Iterator[Raise]:
    found: dict[tuple[str, str], Raise] = {}
    for each in own:
        if isinstance(each, ast.Raise):
            above = list(_above(each, parents))
            for kind in _types(each, above):
                if not _stopped(kind, above):
                    condition = _condition(above, local)
                    found.setdefault((kind, condition), Raise(kind, condition, each.lineno))
    yield from found.values()


def _above(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> Iterator[tuple[ast.AST, ast.AST]]:
    """(ancestor, its child on the way) from the inside out."""
    while node in parents:
        yield parents[node], node
        node = parents[node]


def _types(node: ast.Raise, above: list[tuple[ast.AST, ast.AST]]) -> list[str]:
    """The names of what is raised; of a handled error that is raised again, the types of its handler."""
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    handler = next((each for each, _ in above if isinstance(each, ast.ExceptHandler)), None)
    if raised is None or (handler and isinstance(raised, ast.Name) and raised.id == handler.name):
        return _handled(handler) if handler else []
    name = ast.unparse(raised)
    return [name] if name.rpartition(".")[2][:1].isupper() else []


def _handled(handler: ast.ExceptHandler) -> list[str]:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type] if handler.type else []
    return [ast.unparse(each) for each in kinds]


def _stopped(kind: str, above: list[tuple[ast.AST, ast.AST]]) -> bool:
    for each, inside in above:
        if isinstance(each, ast.Try) and inside in each.body:
            caught = [name for handler in each.handlers for name in _handled(handler) or ["BaseException"]]
            if kind in caught or _EVERYTHING.intersection(caught):
                return True
    return False


def _condition(above: list[tuple[ast.AST, ast.AST]], local: frozenset[str]) -> str:
    """The one `if` that leads to a statement, or the error that is being handled; nothing that names a local value."""
    deciding = [(each, inside) for each, inside in above if isinstance(each, ast.If | ast.ExceptHandler | ast.Match)]
    if not deciding:
        return ""
    each, inside = deciding[0]
    if isinstance(each, ast.ExceptHandler):
        kinds = " or ".join(f"`{name}`" for name in _handled(each))
        return f"when {kinds} is raised inside" if kinds and len(deciding) == 1 else ""
    text = _plain(each.test, local) if isinstance(each, ast.If) and inside in each.body else ""
    return f"if `{text}`" if text and len(deciding) == 1 else ""


def _expressions(values: list[ast.expr], own: list[ast.AST], local: frozenset[str]) -> tuple[str, ...]:
    """The texts of results, all or none: a name that is assigned once is told by what it is assigned."""
    texts = [_told(each, own, local) for each in values]
    distinct = tuple(dict.fromkeys(texts))
    return distinct if distinct and len(distinct) <= _MOST and all(distinct) else ()


def _told(value: ast.expr, own: list[ast.AST], local: frozenset[str]) -> str:
    if isinstance(value, ast.Name) and value.id not in ("self", "cls"):
        stores = [each for each in own if isinstance(each, ast.Name) and each.id == value.id and _is_store(each)]
        made = [each.value for each in own if isinstance(each, ast.Assign) and each.targets == stores]
        if stores and (len(stores) != 1 or len(made) != 1 or value.id in set(_changes(own))):
            return ""
        value = made[0] if made else value
    return _plain(value, local)


def _plain(value: ast.expr, local: frozenset[str]) -> str:
    """The text of an expression that is short and names nothing that the body binds; else nothing."""
    text = _spelled(value)
    named = {each.id for each in ast.walk(value) if isinstance(each, ast.Name)}
    return text if len(text) <= _LONGEST and not set("\n`\\") & set(text) and not named & local else ""


def _spelled(value: ast.expr) -> str:
    """The text of an expression; `ast.unparse` puts a generator that is the only argument in parentheses twice."""
    text = ast.unparse(value)
    for each in ast.walk(value):
        if isinstance(each, ast.Call) and not each.keywords and len(each.args) == 1:
            alone = ast.unparse(each.args[0])
            text = text.replace(f"({alone})", alone) if isinstance(each.args[0], ast.GeneratorExp) else text
    return text


def _is_store(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _bare(node: ast.AST) -> bool:
    return isinstance(node, ast.Return) and node.value is None


def _falls(body: list[ast.stmt]) -> bool:
    """Whether the end of these statements may be reached; in doubt it may."""
    last = body[-1]
    if isinstance(last, ast.Return | ast.Raise):
        return False
    if isinstance(last, ast.If):
        return not last.orelse or _falls(last.body) or _falls(last.orelse)
    if isinstance(last, ast.With | ast.AsyncWith):
        return _falls(last.body)
    if isinstance(last, ast.While):
        endless = isinstance(last.test, ast.Constant) and last.test.value is True
        return not endless or any(isinstance(each, ast.Break) for each in ast.walk(last))
    if isinstance(last, ast.Try):
        ways = [last.orelse or last.body, *(each.body for each in last.handlers)]
        return any(_falls(way) for way in ways) and (not last.finalbody or _falls(last.finalbody))
    return not isinstance(last, ast.Match) or not _exhausted(last)


def _exhausted(node: ast.Match) -> bool:
    last = node.cases[-1]
    every = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
    return every and not any(_falls(each.body) for each in node.cases)


def _sets(own: list[ast.AST]) -> Iterator[str]:
    for each in own:
        if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store) and ast.unparse(each.value) == "self":
            yield each.attr


def _changes(own: list[ast.AST]) -> Iterator[str]:
    """Names whose object is changed: an item or attribute is set or deleted, or a method that changes it is called."""
    for each in own:
        if isinstance(each, ast.Subscript | ast.Attribute) and isinstance(each.ctx, ast.Store | ast.Del):
            yield ast.unparse(each.value)
        elif isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr in _MUTATORS:
            yield ast.unparse(each.func.value)


def _stands(node: Function, parameters: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """`if x is None: x = ...` at the top of the body."""
    for each in node.body:
        if isinstance(each, ast.If) and len(each.body) == 1 and isinstance(made := each.body[0], ast.Assign):
            name, text = ast.unparse(made.targets[0]), ast.unparse(made.value)
            if name in parameters and ast.unparse(each.test) == f"{name} is None" and len(text) <= _LONGEST:
                yield name, text


def _notes(own: list[ast.AST]) -> Iterator[str]:
    for each in own:
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in _TOUCHES:
            yield _TOUCHES[each.func.id]
        elif isinstance(each, ast.Global):
            yield f"Sets the global {', '.join(f'`{name}`' for name in each.names)}."
