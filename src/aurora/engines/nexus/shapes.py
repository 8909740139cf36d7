"""What the code or data that comes with a request looks like, told without running it."""

import ast
import re
from collections.abc import Iterable
from operator import and_

from aurora.pycode.nodes import statements
from aurora.pycode.reading import Read, Reading

_FENCE = re.compile(r"```(?:[a-z]*\n)?(.*?)(?:```|\Z)", re.DOTALL)
_SHAPES = {
    "traceback": re.compile(r"^Traceback \(most recent call last\)|^\w+Error: ", re.MULTILINE),
    "conflict": re.compile(r"^<{7} .*^={7}$", re.MULTILINE | re.DOTALL),
    "diff": re.compile(r"^(?:@@ -\d|diff --git |\+\+\+ )", re.MULTILINE),
    "sql": re.compile(r"^\s*(?:select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\s", re.I | re.DOTALL),
    "ddl": re.compile(r"^\s*(?:create|alter)\s+table\s", re.I | re.MULTILINE),
    "pins": re.compile(r"^[A-Za-z][\w.-]*\s*(?:==|>=|~=)\s*\d.*\n[A-Za-z][\w.-]*\s*(?:==|>=|~=)\s*\d", re.MULTILINE),
    "json": re.compile(r"^\s*[\[{]\s*[\"\[{]"),
    "csv": re.compile(r"^[^\n,]+(?:,[^\n,]*){2,}\n[^\n,]+(?:,[^\n,]*){2,}$", re.MULTILINE),
    "log": re.compile(r"^\S*\d\d:\d\d:\d\d\S* .*\n\S*\d\d:\d\d:\d\d", re.MULTILINE),
}  # fmt: skip
_HINTS = {
    "traceback": ("Traceback (", "Error: "),
    "conflict": ("<<<<<<< ",),
    "diff": ("@@ -", "diff --git ", "+++ "),
    "pins": ("==", ">=", "~="),
}  # a text without any of these has not the shape
_PYTHON = re.compile(r"^\s*(?:def|class|import|from|for|while|if|async def|return|@\w)\b", re.MULTILINE)
_MOST = 100_000  # characters that are looked at
_MOST_BRANCHES, _MOST_LINES = 30, 300


def split(text: str) -> tuple[str, str]:
    """The words of a request and the fenced code in it."""
    if "```" not in text:
        return text, ""
    return _FENCE.sub(" ", text), "\n".join(_FENCE.findall(text))


def marks(code: str, read: Read = Reading) -> tuple[str, ...]:
    """What is seen: "traceback", "diff", "sql", ..., or "python" with "broken" or "nested loops"."""
    if not code:
        return ()
    looked = code[:_MOST]
    seen = [name for name, shape in _SHAPES.items() if _may_be(name, looked) and shape.search(looked)]
    if seen or not _PYTHON.search(looked):
        return tuple(seen)
    reading = read(looked)
    if reading.tree is None:
        return ("python", "broken")
    return ("python", "nested loops") if _nests_loops(reading.statements) else ("python",)


def _may_be(name: str, text: str) -> bool:
    """Whether a text may have a shape; a quick look that says no only when it certainly has not."""
    if name == "csv":
        rows = [line.count(",") > 1 for line in text.split("\n")]
        return any(map(and_, rows, rows[1:]))
    if name == "ddl":
        return "table" in text.lower()
    hints = _HINTS.get(name)
    return hints is None or any(hint in text for hint in hints)


def burden(code: str, read: Read = Reading) -> float:
    """How much code there is to think about, 0 to 1: branches of its worst function of 30, or lines of 300."""
    branches = max((each.cyclomatic for each in read(code[:_MOST]).functions), default=0)
    return min(1.0, max(branches / _MOST_BRANCHES, code.count("\n") / _MOST_LINES))


def _nests_loops(inside: Iterable[ast.AST]) -> bool:
    loops = [node for node in inside if isinstance(node, ast.For | ast.While)]
    inner = (each for loop in loops for statement in loop.body for each in statements(statement))
    return any(isinstance(each, ast.For | ast.While) for each in inner)
