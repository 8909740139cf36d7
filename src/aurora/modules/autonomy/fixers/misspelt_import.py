"""An import of a module or name that is nearly one of the standard library or of the project."""

import ast
import sys
from collections.abc import Iterator, Mapping

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.binding import scopes_of
from aurora.pycode.names import distance, nearest
from aurora.pycode.parse import Source


@fixer(
    examples=[
        Example(Broken("import maths\nx = maths.pi\n"), ["import math\nx = math.pi\n"]),
        Example(Broken("from colections import deque\n"), ["from collections import deque\n"]),
        Example(
            Broken("from shop import pirce\nx = pirce\n", "a.py", None, {"shop.py": "price = 1\n"}),
            ["from shop import price\nx = price\n"],
        ),
        Example(Broken("import math\n"), []),
        Example(Broken("import wobble\n"), []),
        Example(Broken("from shop import price\n", "a.py", None, {"shop.py": "price = 1\n"}), []),
        Example(Broken("import shop\n", "a.py", None, {"shop/__init__.py": ""}), []),
    ]
)
def misspelt_import(broken: Broken) -> Iterator[Fix]:
    """The text with the first import of something that is nowhere put right, wherever its name is used."""
    source = parsed(broken.text)
    if source is None:
        return
    local = _local(broken.files)
    for node in sorted(source.nodes(ast.Import), key=lambda node: node.lineno):
        for alias in node.names:
            yield from _renamed(source, node, alias.name, _like(alias.name, local), bound=alias.asname is None)
    for statement in sorted(source.nodes(ast.ImportFrom), key=lambda node: node.lineno):
        if statement.module and not statement.level:
            yield from _renamed(source, statement, statement.module, _like(statement.module, local), bound=False)
            yield from _members(source, statement, statement.module, local)


def _members(source: Source, statement: ast.ImportFrom, module: str, local: Mapping[str, str]) -> Iterator[Fix]:
    """Names that a module of the project does not have."""
    exported = _exported(local.get(module, ""))
    for alias in statement.names if exported else ():
        if alias.name not in exported and f"{module}.{alias.name}" not in local:
            names = nearest(alias.name, exported)[:2]
            yield from _renamed(source, statement, alias.name, names, bound=alias.asname is None)


def _local(files: Mapping[str, str]) -> dict[str, str]:
    """The modules of the project, packages included, with their texts."""
    found: dict[str, str] = {}
    for path, text in files.items():
        if path.endswith(".py"):
            name = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
            found[name] = text
            for at, letter in enumerate(name):
                if letter == ".":
                    found.setdefault(name[:at], "")
    return found


def _like(module: str, local: Mapping[str, str]) -> tuple[str, ...]:
    """Modules that are nearly this one, when it is none itself."""
    root = module.partition(".")[0]
    if module in local or root in sys.stdlib_module_names or root in {name.partition(".")[0] for name in local}:
        return ()
    known = {*local, *(name for name in sys.stdlib_module_names if not name.startswith("_"))}
    return tuple(name for name in nearest(module, known, 1 if len(module) < 6 else 2) if name[0] == module[0])[:2]


def _exported(text: str) -> frozenset[str]:
    """The names at the top of a module; none when that is not certain."""
    source = parsed(text)
    if source is None:
        return frozenset()
    scopes = scopes_of(source.tree)
    names = frozenset(scopes.module.bindings)
    return frozenset() if scopes.star_imports or "__getattr__" in names else names


def _renamed(source: Source, node: ast.stmt, old: str, names: tuple[str, ...], *, bound: bool) -> Iterator[Fix]:
    for new in names:
        cost = 0.1 + 0.3 * distance(old, new)
        statement = source.span(node)
        at = source.text.index(old, statement.start)
        places = {at}
        if bound and "." not in old + new:
            places |= {source.span(use).start for use in source.nodes(ast.Name) if use.id == old}
        text = source.text
        for start in sorted(places, reverse=True):
            text = text[:start] + new + text[start + len(old) :]
        yield Fix(text, cost, f"There is no {old}; there is {new}.")
