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


def _stubbed(module: str) -> Iterator[str]:
    """The public names that typeshed binds at the top of a module, in any version; those of a star import too."""
    folder = _STUBS.joinpath(*module.split("."))
    place = folder / "__init__.pyi" if folder.is_dir() else _STUBS.joinpath(*module.split(".")).with_suffix(".pyi")  # type: ignore[attr-defined]
    for node in ast.walk(ast.parse(place.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield node.asname or node.name


def _names(module: str) -> list[str]:
    found = {*dir(import_module(module)), *_stubbed(module)}
    return sorted(name for name in found if not name.startswith("_") and "." not in name and name != "*")


if __name__ == "__main__":
    rows = {module: " ".join(_names(module)) for module in MODULES}
    DATA.write_text(json.dumps(rows, indent=0) + "\n", "utf-8")
    print(f"{len(rows)} modules, {DATA.stat().st_size // 1000} kB")
