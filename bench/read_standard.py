"""Write what the modules of the standard library have: the index by which misspelt members are found.

The names are those of this Python and of every version that typeshed knows, so that none of a newer one is taken for
a mistake. mypy, a development dependency, brings typeshed.

Run: python -m bench.read_standard
"""

import ast
import json
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

MODULES = [
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "base64",
    "binascii",
    "bisect",
    "calendar",
    "cmath",
    "collections",
    "collections.abc",
    "concurrent.futures",
    "configparser",
    "contextlib",
    "copy",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "email",
    "enum",
    "fnmatch",
    "fractions",
    "functools",
    "gc",
    "getpass",
    "glob",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "http.client",
    "importlib",
    "inspect",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "keyword",
    "locale",
    "logging",
    "math",
    "mimetypes",
    "multiprocessing",
    "numbers",
    "operator",
    "os",
    "os.path",
    "pathlib",
    "pickle",
    "platform",
    "pprint",
    "queue",
    "random",
    "re",
    "sched",
    "secrets",
    "select",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "ssl",
    "stat",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "sys",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "unittest.mock",
    "urllib.parse",
    "urllib.request",
    "uuid",
    "warnings",
    "weakref",
    "xml.etree.ElementTree",
    "zipfile",
    "zlib",
    "zoneinfo",
]
DATA = Path("src/aurora/modules/autonomy/syntax/standard_names.json")
_STUBS = files("mypy") / "typeshed" / "stdlib"


def _place(module: str) -> Path:
    """The stub of a module."""
    place = Path(str(_STUBS)).joinpath(*module.split("."))
    return place / "__init__.pyi" if place.is_dir() else place.with_name(f"{place.name}.pyi")


def _top(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements at the top of a stub, those for some versions or platforms only among them."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _top([*node.body, *node.orelse])
        else:
            yield node


def _stubbed(module: str) -> Iterator[str]:
    """The names that typeshed defines at the top of a module or exports again, in any version."""
    for node in _top(ast.parse(_place(module).read_text("utf-8")).body):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            yield from _starred(_source(module, node))
        elif isinstance(node, ast.Import | ast.ImportFrom):  # `import a as a` exports a name, `import a` does not
            yield from (alias.name for alias in node.names if alias.asname == alias.name)


def _source(module: str, node: ast.ImportFrom) -> str:
    """The module that a statement in the stub of another imports from."""
    parts = [*module.split("."), ""] if _place(module).name == "__init__.pyi" else module.split(".")
    return ".".join(filter(None, [*parts[: -node.level], node.module])) if node.level else str(node.module)


def _starred(module: str) -> set[str]:
    """The names that a star import takes: those of `__all__`, in any version, where there is one."""
    listed = [
        node.value
        for node in _top(ast.parse(_place(module).read_text("utf-8")).body)
        if isinstance(node, ast.Assign | ast.AugAssign) and ast.unparse(node).startswith("__all__")
    ]
    words = {each.value for value in listed for each in ast.walk(value) if isinstance(each, ast.Constant)}
    return {str(word) for word in words} or set(_stubbed(module))


def _names(module: str) -> list[str]:
    found = {*dir(import_module(module)), *_stubbed(module)}
    return sorted(name for name in found if not name.startswith("_") and "." not in name and name != "*")


if __name__ == "__main__":
    rows = {module: " ".join(_names(module)) for module in MODULES}
    DATA.write_text(json.dumps(rows, indent=0) + "\n", "utf-8")
    print(f"{len(rows)} modules, {DATA.stat().st_size // 1000} kB")
