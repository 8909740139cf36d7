"""A name given its first value before it is used, or imported from where everybody knows it to be."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_HOMES = {
    "defaultdict": "collections", "Counter": "collections", "deque": "collections", "OrderedDict": "collections",
    "reduce": "functools", "lru_cache": "functools", "cache": "functools", "partial": "functools",
    "product": "itertools", "permutations": "itertools", "combinations": "itertools", "chain": "itertools",
    "accumulate": "itertools", "zip_longest": "itertools", "groupby": "itertools", "pairwise": "itertools",
    "heappush": "heapq", "heappop": "heapq", "heapify": "heapq", "nlargest": "heapq", "nsmallest": "heapq",
    "bisect_left": "bisect", "bisect_right": "bisect", "insort": "bisect", "sqrt": "math", "ceil": "math",
    "floor": "math", "gcd": "math", "inf": "math", "comb": "math", "deepcopy": "copy", "dataclass": "dataclasses",
    "List": "typing", "Dict": "typing", "Optional": "typing", "Tuple": "typing", "Set": "typing", "Any": "typing",
    "Path": "pathlib", "datetime": "datetime", "timedelta": "datetime", "itemgetter": "operator",
}  # fmt: skip
_MODULES = (
    "math",
    "re",
    "collections",
    "itertools",
    "functools",
    "heapq",
    "bisect",
    "random",
    "string",
    "json",
    "sys",
    "os",
    "time",
    "operator",
    "copy",
    "typing",
    "datetime",
    "statistics",
)
_FIRST = ("0", "[]", "{}", "1", "''", "set()", "False", "None")


def _missing(name: str) -> Raised:
    return Raised("NameError", f"name '{name}' is not defined")


_UNSET = Raised("UnboundLocalError", "cannot access local variable 'n' where it is not associated with a value")


@operator(
    examples=[
        Example(
            Sight("def n():\n    n = 1\n\ndef f():\n    «n = n()»\n", raised=_UNSET),
            [f"def n():\n    n = 1\n\ndef f():\n    n = {new}\n    n = n()\n" for new in _FIRST],
        ),
        Example(
            Sight("n = 0\n\ndef f():\n    «n += 1»\n    return n\n", raised=_UNSET),
            [
                "n = 0\n\ndef f():\n    global n\n    n += 1\n    return n\n",
                *(f"n = 0\n\ndef f():\n    n = {new}\n    n += 1\n    return n\n" for new in _FIRST),
            ],
        ),
        Example(
            Sight('n = 0\n\ndef f():\n    """Doc."""\n    «n += 1»\n', raised=_UNSET),
            [
                'n = 0\n\ndef f():\n    """Doc."""\n    global n\n    n += 1\n',
                *(f'n = 0\n\ndef f():\n    """Doc."""\n    n = {new}\n    n += 1\n' for new in _FIRST),
            ],
        ),
        Example(Sight("«x = sqrt(2)»\n", raised=_missing("sqrt")), ["from math import sqrt\nx = sqrt(2)\n"]),
        Example(Sight("«x = math.pi»\n", raised=_missing("math")), ["import math\nx = math.pi\n"]),
        Example(
            Sight("def f():\n    «return math.pi»\n", raised=_missing("math")),
            ["import math\n\n\ndef f():\n    return math.pi\n"],
        ),
        Example(
            Sight("def f():\n    for i in x:\n        «n += i»\n    return n\n", raised=_missing("n")),
            [f"def f():\n    n = {new}\n    for i in x:\n        n += i\n    return n\n" for new in _FIRST],
        ),
        Example(Sight("«x = 1»\n"), []),
    ],
    prior=0.3,
)
def define(site: Site) -> Iterator[Replacement]:
    """An import for a well-known name; else a first value before the outermost statement of the function."""
    node, raised = site.node, site.raised
    if not isinstance(node, ast.stmt) or raised is None or raised.type not in ("NameError", "UnboundLocalError"):
        return
    name = ([*raised.message.split("'"), ""])[1]
    yield from _outer(site, node, name)
    if name in _HOMES or name in _MODULES:
        code = f"from {_HOMES[name]} import {name}" if name in _HOMES else f"import {name}"
        first = _first(site.source.tree)
        gap = "\n\n\n" if isinstance(first, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else ""
        yield from site.insert(first, code + gap, "before", -1.5)
        return
    anchor = _outermost(site, node)
    if anchor is not None and not isinstance(anchor, ast.FunctionDef | ast.ClassDef):
        unset = 0.0 if _is_set(site, name) else 2.0
        for rank, value in enumerate(_FIRST):
            yield from site.insert(anchor, f"{name} = {value}", "before", 0.3 * rank + unset)


def _outer(site: Site, node: ast.stmt, name: str) -> Iterator[Replacement]:
    """`global` or `nonlocal` for a name that the scope around the function gives a value; a function has its name."""
    function = site.source.function(node)
    if not isinstance(function, ast.FunctionDef) or site.raised is None or site.raised.type != "UnboundLocalError":
        return
    around = site.source.function(function)
    word, whole = ("nonlocal", around) if around is not None else ("global", site.source.tree)
    stores = [each for each in ast.walk(whole) if isinstance(each, ast.Name) and each.id == name]
    if any(isinstance(each.ctx, ast.Store) and site.source.function(each) is around for each in stores):
        yield from site.insert(_first(function), f"{word} {name}", "before", -1.5)


def _is_set(site: Site, name: str) -> bool:
    """Whether the file gives the name a value anywhere, or lets it grow."""
    names = [node for node in ast.walk(site.source.tree) if isinstance(node, ast.Name) and node.id == name]
    grows = any(isinstance(site.source.parents.get(node), ast.Attribute) for node in names)
    return grows or any(isinstance(node.ctx, ast.Store) for node in names)


def _first(tree: ast.Module | ast.FunctionDef) -> ast.stmt:
    """The first statement behind the docstring and what is imported from the future."""
    return next((node for node in tree.body if not _is_prologue(node)), tree.body[-1])


def _is_prologue(node: ast.stmt) -> bool:
    future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
    return future or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _outermost(site: Site, node: ast.stmt) -> ast.stmt | None:
    current = node
    while (above := site.source.parents.get(current)) is not None:
        if isinstance(above, ast.FunctionDef | ast.AsyncFunctionDef):
            return current
        if not isinstance(above, ast.stmt):
            return None
        current = above
    return None
