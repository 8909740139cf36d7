"""Imports: what a file is imported as, those that a text needs, and removal of what nothing uses."""

import ast
import keyword
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType

from aurora.model.answer import Edit
from aurora.pycode.binding import scopes_of
from aurora.pycode.edit import apply
from aurora.pycode.parse import Source, parse
from aurora.pycode.scopes import unresolved
from aurora.pycode.spans import newline_of
from aurora.pycode.statements import delete_statement, replace_statement

# Names that are usually imported from their module, by module.
_FROM: Mapping[str, str] = MappingProxyType(
    {
        "bisect": "bisect bisect_left bisect_right insort",
        "collections": "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple",
        "collections.abc": "Callable Collection Generator Hashable Iterable Iterator Mapping MutableMapping Sequence",
        "contextlib": "contextmanager suppress",
        "copy": "copy deepcopy",
        "dataclasses": "asdict astuple dataclass field replace",
        "datetime": "date datetime timedelta timezone",
        "decimal": "Decimal ROUND_HALF_EVEN ROUND_HALF_UP",
        "enum": "Enum IntEnum StrEnum",
        "fractions": "Fraction",
        "functools": "cache cached_property cmp_to_key lru_cache partial reduce total_ordering wraps",
        "heapq": "heapify heappop heappush heappushpop heapreplace nlargest nsmallest",
        "itertools": "accumulate chain combinations combinations_with_replacement compress count cycle dropwhile"
        " groupby islice pairwise permutations product repeat starmap takewhile zip_longest",
        "math": "ceil comb cos exp factorial floor gcd hypot inf isclose isqrt lcm log log10 log2 nan perm pi prod sin"
        " sqrt tan tau trunc",
        "operator": "attrgetter itemgetter methodcaller",
        "pathlib": "Path PurePath PurePosixPath",
        "statistics": "mean median mode pstdev stdev variance",
        "string": "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits punctuation",
        "typing": "Any ClassVar Dict Final Generic List Literal NamedTuple Optional Protocol Set Tuple TypedDict"
        " TypeVar Union",
        "unicodedata": "normalize",
    }
)


def needed_imports(code: str) -> tuple[str, ...]:
    """The import lines of the standard library for names that nothing binds, sorted; other unknown names are left out.

    A name is taken for a module when it is used as `name.attribute` only; for a module that holds its own namesake
    (`datetime`), when one of its attributes is known to be the module's. Raises UnparsableError.
    """
    source = parse(code)
    names = {name.name for name in unresolved(source)}
    modules = {name for name in names if _is_module(source, name)}
    lines = [f"import {name}" for name in sorted(modules)]
    for module, exported in sorted(_FROM.items()):
        wanted = sorted((names - modules) & set(exported.split()))
        if wanted:
            lines.append(f"from {module} import {', '.join(wanted)}")
    return tuple(lines)


def module_name(path: str) -> str:
    """The dotted name of a file of a project, of which a folder "src" is no part; empty where no import can name it."""
    parts = PurePosixPath(path.removeprefix("src/")).with_suffix("").parts
    parts = parts[:-1] if parts[-1:] == ("__init__",) else parts
    return ".".join(parts) if all(part.isidentifier() and not keyword.iskeyword(part) for part in parts) else ""


def drop_unused(code: str, keep: Collection[str]) -> str:
    """The module without the top-level functions, classes and imports that neither `keep` nor its statements lead to.

    What is decorated, listed in `__all__`, imported from `__future__` or with a star stays. Names in string annotations
    do not count as used. Raises UnparsableError.
    """
    while edit := next(_removals(parse(code), keep), None):
        code = apply(code, [edit]).lstrip("\r\n")
    return code


def _is_module(source: Source, name: str) -> bool:
    if name not in sys.stdlib_module_names:
        return False
    uses = [source.parents[node] for node in source.nodes(ast.Name) if node.id == name]
    attributes = {use.attr for use in uses if isinstance(use, ast.Attribute)}
    exported = set(_FROM.get(name, "").split())
    return all(isinstance(use, ast.Attribute) for use in uses) and (name not in exported or bool(attributes & exported))


def _removals(source: Source, keep: Collection[str]) -> Iterator[Edit]:
    reached = _reached(source, keep)
    for statement in filter(_droppable, source.tree.body):
        match statement:
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                kept = [alias for alias in aliases if alias.name == "*" or _bound(alias) in reached]
                if not kept:
                    yield delete_statement(source, statement)
                elif len(kept) < len(aliases):
                    statement.names = kept
                    yield replace_statement(source, statement, ast.unparse(statement))
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if statement.name not in reached:
                yield _deletion(source, statement)


def _reached(source: Source, keep: Collection[str]) -> set[str]:
    """The module's names that `keep` and the statements that must stay lead to."""
    scopes = scopes_of(source.tree)
    top = {node: statement for statement in source.tree.body for node in ast.walk(statement)}
    users: dict[ast.stmt, set[str]] = {statement: set() for statement in source.tree.body}
    for scope in scopes.all:
        for use in scope.uses:
            if scope.owner(use.name) is scopes.module and (use.kind is None or scope is not scopes.module):
                users[top[use.node]].add(use.name)
    pending = [*keep, *_listed(source.tree)]
    pending += [name for statement in source.tree.body if not _droppable(statement) for name in users[statement]]
    reached: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            binders = scopes.module.bindings.get(name, ())
            pending += [used for binder in binders for used in users[top[binder.node]]]
    return reached


def _listed(tree: ast.Module) -> Iterator[str]:
    """The names in `__all__`."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AugAssign) and "__all__" in ast.unparse(statement):
            for node in ast.walk(statement):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def _droppable(statement: ast.stmt) -> bool:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return not statement.decorator_list
        case ast.ImportFrom():
            return statement.module != "__future__"
    return isinstance(statement, ast.Import)


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _deletion(source: Source, statement: ast.stmt) -> Edit:
    """Delete a definition and the blank lines behind it; the last one goes with the blank lines before it."""
    edit = delete_statement(source, statement)
    end = len(source.text) - len(source.text[edit.end :].lstrip(" \t\f\r\n"))
    if end < len(source.text):
        return replace(edit, end=max(edit.end, source.lines.offset(source.lines.position(end)[0])))
    start = len(source.text[: edit.start].rstrip())
    return replace(edit, start=start, end=len(source.text), text=newline_of(source.text))
