"""Write the standard-library data of the synthesis: every pure function that typeshed types with plain values.

A signature is kept when its parameters can be searched for, a call of it with plain values runs, gives a plain value
twice, and leaves its arguments alone. mypy, a development dependency, brings typeshed.

Run: python -m bench.read_typeshed
"""

import argparse
import ast
import copy
import inspect
import json
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.resources import files
from itertools import islice, product
from pathlib import Path
from typing import Any

from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.standard import DATA, MODULES, VALUES, called

_STUBS = {"bisect": "_bisect"}  # modules whose stub is that of another
_TYPES = ("str", "int", "float", "list", "tuple", "dict", "set")
_SCALARS = {"int": "int", "SupportsIndex": "int", "SupportsInt": "num", "str": "str", "LiteralString": "str",
            "AnyStr": "str", "float": "num", "SupportsFloat": "num", "_SupportsFloatOrIndex": "num", "bool": "bool",
            "_NumberT": "num", "_Number": "num", "_SupportsCeil": "num", "_SupportsFloor": "num", "object": "any",
            "Any": "any", "Hashable": "hashable", "_HashableT": "hashable", "ReadableBuffer": "none"}  # fmt: skip
_CONTAINERS = {"list": "[%s]", "List": "[%s]", "MutableSequence": "[%s]", "Sequence": "<%s>", "Reversible": "<%s>",
               "tuple": "[%s]", "Iterable": "(%s)", "Collection": "(%s)", "Sized": "(%s)", "set": "{%s}",
               "AbstractSet": "{%s}", "SupportsLenAndGetItem": "<%s>"}  # fmt: skip
_ARGUMENTS: Mapping[str, tuple[Any, ...]] = {
    "int": (2, 5, 1), "num": (2.5, 4, 0.5, 2), "bool": (True, False), "any": (3, "a"), "hashable": (3, "a"),
    "str": ("a", " One\tTwo ", "<a>", "x-y", "2024-02-29"), "[T]": ([3, 1, 2, 3], [True, False]),
    "<T>": ([3, 1, 2, 3], "abca"),
    "(T)": ([3, 1, 2, 3], {1, 2}), "{T}": ({1, 2}, {2, 3}), "T": (3, 1), "[num]": ([3, 1.5, 2], [2, 4, 5]),
    "(num)": ([3, 1.5, 2], [2, 4, 5]), "<num>": ([3, 1.5, 2], [2, 4, 5]), "[str]": (["b", "a"],),
    "(str)": (["b", "a"],),
    "[int]": ([3, 1, 2], [2, 4, 6]), "<str>": (["b", "a"],),
    "(int)": ([3, 1, 2], [2, 4, 6]), "<int>": ([3, 1, 2],),
    "{K:V}": ({"a": 1}, {"b": 2}), "K": ("a",), "V": (1,), "(any)": ([3, 1, 2, 3],), "[any]": ([3, 1, 2],),
    "(hashable)": ([3, 1, 2, 3],), "<hashable>": ([3, 1, 2, 3],), "[hashable]": ([3, 1, 2, 3],),
}  # fmt: skip
_NAMES = """eval exec input open print id hash globals locals vars dir getattr hasattr compile breakpoint help exit quit
    callable issubclass isinstance abspath realpath exists lexists isfile isdir islink ismount samefile relpath
    expanduser expandvars getsize getatime getmtime getctime fromtimestamp today copy purge ctime
    IS_CHARACTER_JUNK IS_LINE_JUNK count cycle repeat"""
_IMPURE = frozenset(_NAMES.split())
"""Names that read the world, ask for types, or never end."""
_PLAIN = (int, float, str, bool, list, tuple, set, dict)
_ATTEMPTS, _LONGEST, _DEAREST = 200, 200, 400


@dataclass(frozen=True, slots=True)
class Row:
    """One function as a template of its call, with what the search needs to know of it."""

    name: str
    template: str
    patterns: tuple[str, ...]
    words: str


def functions(module: str) -> Iterator[Row]:
    """The functions of a module."""
    tree, there = _stub(module), import_module(module)
    prefix = "" if module == "builtins" else f"{module}."
    for node in _statements(tree.body):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and _public(node.name, there):
            words = _words(module if prefix else "", node.name, getattr(there, node.name))
            for patterns in _all_signatures(node, tree):
                holes = ", ".join(f"{{{place}}}" for place in range(len(patterns)))
                yield Row(f"{prefix}{node.name}", f"{prefix}{node.name}({holes})", patterns, words)


def _all_signatures(node: ast.FunctionDef | ast.ClassDef, tree: ast.Module) -> Iterator[tuple[str, ...]]:
    """Those of a function, or of the constructors of a class."""
    if isinstance(node, ast.FunctionDef):
        yield from signatures(node, tree)
        return
    for member in _statements(node.body):
        if isinstance(member, ast.FunctionDef) and member.name in ("__new__", "__init__"):
            yield from signatures(member, tree, skip=1)


def methods(name: str) -> Iterator[Row]:
    """The methods of a builtin type, called on a value of it."""
    own = {"list": "[T]", "tuple": "[T]", "dict": "{K:V}", "set": "{T}", "float": "num"}.get(name, name)
    for node, found, words, tree in _members("builtins", name):
        if found.startswith("_") or found in _IMPURE or _decorated(node, "classmethod"):
            continue
        for patterns in signatures(node, tree, skip=1):
            renamed = tuple(pattern.replace("_", "") for pattern in patterns)
            holes = ", ".join(f"{{{place}}}" for place in range(1, len(patterns) + 1))
            yield Row(f"{name}.{found}", f"{{0:12}}.{found}({holes})", (own, *renamed), words)


def chains(name: str) -> Iterator[Row]:
    """The methods and fields of a value class, called on one that is made from plain values."""
    module, _, plain = name.partition(".")
    members = list(_members(module, plain))
    makers = [(name, patterns) for node, found, _, tree in members if found in ("__new__", "__init__")
              for patterns in signatures(node, tree, skip=1)]  # fmt: skip
    makers += [(f"{name}.{found}", patterns) for node, found, _, tree in members
               if _decorated(node, "classmethod") and found not in _IMPURE
               for patterns in signatures(node, tree, skip=1)]  # fmt: skip
    for maker, given in makers:
        made = f"{maker}({', '.join(f'{{{place}}}' for place in range(len(given)))})"
        for node, found, words, tree in members:
            if found.startswith("_") or found in _IMPURE or _decorated(node, "classmethod") or not given:
                continue
            if _decorated(node, "property"):
                yield Row(f"{maker}.{found}", f"{made}.{found}", given, words)
                continue
            for patterns in signatures(node, tree, skip=1):
                holes = ", ".join(f"{{{place + len(given)}}}" for place in range(len(patterns)))
                yield Row(f"{maker}.{found}", f"{made}.{found}({holes})", (*given, *patterns), words)


def signatures(node: ast.FunctionDef, tree: ast.Module, skip: int = 0) -> Iterator[tuple[str, ...]]:
    """The patterns of the required parameters, and of one optional one more at a time."""
    arguments = node.args
    places = [*arguments.posonlyargs, *arguments.args][skip:]
    optional = len(arguments.defaults)
    if any(default is None for default in arguments.kw_defaults):
        return
    for count in range(max(0, len(places) - optional), len(places) + 1):
        patterns = tuple(pattern(place.annotation, tree) for place in places[:count])
        if all(patterns) and count + skip <= 3:
            yield patterns


def pattern(annotation: ast.expr | None, tree: ast.Module) -> str:
    """The short form of a type (see `types.parse`), empty when the search has no values for it."""
    match annotation:
        case ast.Name(name) if name in _SCALARS:
            return _SCALARS[name]
        case ast.Name(name) if name in _CONTAINERS:
            return _CONTAINERS[name] % "T"
        case ast.Name(name):
            return _named(name, tree)
        case ast.BinOp(left, ast.BitOr(), right):
            return pattern(left, tree) or pattern(right, tree)
        case ast.Subscript(ast.Name("dict" | "Mapping" | "SupportsKeysAndGetItem"), _):
            return "{K:V}"
        case ast.Subscript(ast.Name(name), inner) if name in _CONTAINERS:
            item = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
            found = pattern(item, tree)
            return _CONTAINERS[name] % found if found else ""
    return ""


def _named(name: str, tree: ast.Module) -> str:
    if name == "Self":
        return ""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            recursive = any(isinstance(item, ast.Name) and item.id == name for item in ast.walk(node.value or node))
            return "" if recursive else pattern(node.value, tree)
    if name in ("_KT", "_VT"):
        return name[1]
    return "T" if name.startswith(("_T", "_S", "Supports")) else ""


def _members(module: str, name: str) -> Iterator[tuple[ast.FunctionDef, str, str, ast.Module]]:
    tree = _stub(module)
    there = getattr(import_module(module), name)
    classes = (node for node in _statements(tree.body) if isinstance(node, ast.ClassDef) and node.name == name)
    for owner in islice(classes, 1):
        for node in _statements(owner.body):
            if isinstance(node, ast.FunctionDef) and not _decorated(node, "staticmethod"):
                yield node, node.name, _words(name, node.name, getattr(there, node.name, None)), tree


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that hold for Python 3.11 on any platform."""
    for node in body:
        if isinstance(node, ast.If):
            scope = {"sys": type("sys", (), {"version_info": (3, 11), "platform": sys.platform})}
            taken = eval(ast.unparse(node.test), scope)
            yield from _statements(node.body if taken else node.orelse)
        else:
            yield node


def _stub(module: str) -> ast.Module:
    folder = files("mypy") / "typeshed" / "stdlib"
    path = folder.joinpath(*_STUBS.get(module, module).split("."))
    single = folder.joinpath(*f"{_STUBS.get(module, module)}".split(".")[:-1], f"{path.name}.pyi")
    return ast.parse((single if single.is_file() else path / "__init__.pyi").read_text("utf-8"))


def _public(name: str, there: Any) -> bool:
    return not name.startswith("_") and callable(getattr(there, name, None)) and name not in _IMPURE


def _decorated(node: ast.FunctionDef, name: str) -> bool:
    return any(isinstance(item, ast.Name) and item.id == name for item in node.decorator_list)


def _words(owner: str, name: str, value: Any) -> str:
    """What a function is called and the first sentence of its documentation."""
    page = (inspect.getdoc(value) or "").replace("\n\n", ". ").replace("\n", " ")
    sentence = page.partition(". ")[0]
    return " ".join(f"{owner} {name} {sentence}".replace("_", " ").split())[:_LONGEST]


def answers(row: Row) -> Iterator[tuple[Any, Any]]:
    """What a function gives for plain arguments that it takes and leaves alone, the same twice."""
    run = called(row.template, len(row.patterns))
    pools = [_ARGUMENTS.get(found, _ARGUMENTS["T"]) for found in row.patterns]
    pools = [(*pool[place % len(pool) :], *pool[: place % len(pool)]) for place, pool in enumerate(pools)]
    for given in islice(product(*pools), _ATTEMPTS):
        kept = copy.deepcopy(given)
        try:
            first, second = run(*kept), run(*copy.deepcopy(given))
        except Exception:  # noqa: BLE001 - other arguments may fit
            continue
        if repr(kept) == repr(given) and (repr(first) == repr(second) or not _plain(first)):
            yield given, first


def example(row: Row) -> tuple[str, str] | None:
    """A call with its answer, both as text, that shows the function at work; None when no call does."""
    for given, answer in answers(row):
        if _plain(answer) and len(repr(answer)) < _DEAREST and answer != given[0]:
            return repr(given), repr(answer)
    return None


def _plain(value: Any) -> bool:
    """Whether a value is a literal."""
    try:
        return bool(ast.literal_eval(repr(value)) == value) and type(value) in _PLAIN
    except (ValueError, SyntaxError):
        return repr(value) == "set()"


def rows() -> Iterator[dict[str, Any]]:
    """The rows of the data file: of every template the first patterns for which an example runs."""
    known = {operator.template for operator in OPERATORS}
    sources = [*map(functions, MODULES), *map(methods, _TYPES), *map(chains, VALUES)]
    for row in (row for source in sources for row in source):
        wrapped = replace(row, template=f"list({row.template})")
        if not row.patterns or {row.template, wrapped.template} & known:
            continue
        iterates = not any(isinstance(answer, (*_PLAIN, bytes)) for _, answer in answers(row))
        shown = wrapped if iterates else row
        told = example(shown)
        if told:
            known.add(shown.template)
            yield {"name": row.name, "template": shown.template, "patterns": " ".join(row.patterns),
                   "words": row.words, "given": told[0], "answer": told[1]}  # fmt: skip


def main() -> None:
    warnings.simplefilter("error")  # what is deprecated is not taken
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    made = sorted(rows(), key=lambda row: (row["name"], row["template"]))
    options.out.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf8")
    print(f"{len(made)} functions, {options.out.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
