"""Imports of what the standard library has moved: `from collections import Mapping`, `import ConfigParser`, `urllib2`.

The table is of the running Python: what the old place no longer has, and the new place. What is only deprecated there
still works, and is left as it is.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.parse import Source

_ABC = (
    "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible"
    " Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView"
    " ValuesView Sequence MutableSequence ByteString"
)
_MEMBERS: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {("collections", name): ("collections.abc", name) for name in _ABC.split()}
    | {("itertools", f"i{name}"): ("builtins", name) for name in ("map", "filter", "zip")}
    | {("urllib", name): ("urllib.parse", name) for name in ("urlencode", "quote", "unquote", "quote_plus")}
    | {("urllib", name): ("urllib.request", name) for name in ("urlopen", "urlretrieve", "Request")}
    | {("urllib2", name): ("urllib.request", name) for name in ("urlopen", "Request", "build_opener")}
    | {("urllib2", name): ("urllib.error", name) for name in ("URLError", "HTTPError")}
    | {("urlparse", name): ("urllib.parse", name) for name in ("urlparse", "urljoin", "urlsplit", "parse_qs")}
    | {("fractions", "gcd"): ("math", "gcd"), ("itertools", "izip_longest"): ("itertools", "zip_longest")}
    | {("inspect", "getargspec"): ("inspect", "getfullargspec"), ("time", "clock"): ("time", "perf_counter")}
    | {
        ("cgi", "escape"): ("html", "escape"),
        ("os", "getcwdu"): ("os", "getcwd"),
    }
    | ({("imp", "reload"): ("importlib", "reload")} if sys.version_info >= (3, 12) else {})
    | {("string", "maketrans"): ("builtins", "str.maketrans"), ("asyncio", "coroutine"): ("types", "coroutine")}
    | {
        ("xml.etree", "cElementTree"): ("xml.etree", "ElementTree"),
        ("base64", "encodestring"): ("base64", "encodebytes"),
    }
    | {("base64", "decodestring"): ("base64", "decodebytes"), ("types", "StringType"): ("builtins", "str")}
    | {("operator", "isCallable"): ("builtins", "callable")}
)
_MODULES: Mapping[str, str] = MappingProxyType(
    {"ConfigParser": "configparser", "Queue": "queue", "StringIO": "io", "cStringIO": "io", "cPickle": "pickle"}
    | {"__builtin__": "builtins", "copy_reg": "copyreg", "SocketServer": "socketserver", "HTMLParser": "html.parser"}
    | {"httplib": "http.client", "Cookie": "http.cookies", "cookielib": "http.cookiejar", "Tkinter": "tkinter"}
    | {"BaseHTTPServer": "http.server", "SimpleHTTPServer": "http.server", "thread": "_thread", "repr": "reprlib"}
    | {"urllib2": "urllib.request", "urlparse": "urllib.parse", "xmlrpclib": "xmlrpc.client", "commands": "subprocess"}
    | {"tkMessageBox": "tkinter.messagebox", "tkFileDialog": "tkinter.filedialog", "dummy_thread": "_thread"}
    | {"UserDict": "collections", "UserList": "collections", "UserString": "collections", "sets": "builtins"}
)


@fixer(
    examples=[
        Example(
            Broken("from collections import Mapping, deque\n"),
            ["from collections.abc import Mapping\nfrom collections import deque\n"],
        ),
        Example(Broken("import Queue\nq = Queue.Queue()\n"), ["import queue as Queue\nq = Queue.Queue()\n"]),
        Example(Broken("from cStringIO import StringIO\n"), ["from io import StringIO\n"]),
        Example(
            Broken("import collections\nx = collections.Mapping\n"),
            ["import collections.abc\nimport collections\nx = collections.abc.Mapping\n"],
        ),
        Example(Broken("from collections.abc import Mapping\n"), []),
        Example(Broken("from queue import Queue\n"), []),
    ]
)
def moved_import(broken: Broken) -> Iterator[Fix]:
    """The text with every import that has moved brought to its new place, all at once."""
    source = parsed(broken.text)
    if source is None:
        return
    text = broken.text
    for node in sorted(_imports(source), key=lambda node: -node.lineno):
        new = _from(node) if isinstance(node, ast.ImportFrom) else _plain(node)
        if new is not None:
            indent = " " * node.col_offset
            span = source.span(node)
            text = text[: span.start] + f"\n{indent}".join(new) + text[span.end :]
    text = _attributes(source, text) if text == broken.text else text
    if text != broken.text:
        yield Fix(text, 0.1, "The standard library has moved this.")


def _imports(source: Source) -> Iterator[ast.Import | ast.ImportFrom]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Import | ast.ImportFrom))


def _from(node: ast.ImportFrom) -> list[str] | None:
    if node.level or node.module is None:
        return None
    places: dict[str, list[str]] = {}
    for alias in node.names:
        module, name = _MEMBERS.get((node.module, alias.name), (_MODULES.get(node.module, node.module), alias.name))
        bound = alias.asname or alias.name
        places.setdefault(module, []).append(name if name == bound else f"{name} as {bound}")
    if [*places] == [node.module] and places[node.module] == [ast.unparse(alias) for alias in node.names]:
        return None
    builtin = [name for name in places.pop("builtins", []) if " as " in name or "." in name]
    lines = [f"from {module} import {', '.join(names)}" for module, names in places.items()]
    for name in builtin:
        value, _, bound = name.partition(" as ")
        lines.append(f"{bound or value.rpartition('.')[2]} = {value}")
    return lines or ["pass"]


def _plain(node: ast.Import) -> list[str] | None:
    if not any(alias.name in _MODULES for alias in node.names):
        return None
    names = []
    for alias in node.names:
        new = _MODULES.get(alias.name)
        names.append(ast.unparse(alias) if new is None else f"{new} as {alias.asname or alias.name}")
    return [f"import {', '.join(names)}"]


def _attributes(source: Source, text: str) -> str:
    """`collections.Mapping` where `collections` is imported as a module."""
    modules = {alias.asname or alias.name: alias.name for node in _imports(source) for alias in node.names}
    needed: set[str] = set()
    for node in sorted(source.nodes(ast.Attribute), key=lambda node: (-node.lineno, -node.col_offset)):
        module = modules.get(node.value.id) if isinstance(node.value, ast.Name) else None
        new = _MEMBERS.get((module or "", node.attr))
        if new is not None and new[0] != "builtins":
            span = source.span(node)
            text = f"{text[: span.start]}{new[0]}.{new[1]}{text[span.end :]}"
            needed.add(new[0])
    first = next(_imports(source), None)
    for module in sorted(needed - set(modules.values())):
        at = source.span(first).start if first is not None else 0
        text = f"{text[:at]}import {module}\n{text[at:]}"
    return text
