"""Code Analysis: what keeps a text from being Python, and names that nothing defines.

The verdict on syntax is the compiler's own; names are resolved by Python's rules of scope.
"""

from collections.abc import Iterator

from aurora.contracts.analysis import ANALYSIS
from aurora.model.finding import Finding, Severity, Sources
from aurora.pycode.parse import parse
from aurora.pycode.scopes import unresolved
from aurora.pycode.spans import lines_of
from aurora.pycode.verdict import judge
from aurora.registry.declare import Example


@ANALYSIS.part(
    unit="M1",
    examples=[
        Example({"a.py": "x = 1\n"}, ()),
        Example({"a.txt": "not python ("}, ()),
        Example(
            {"a.py": "def f(:\n    pass\n"},
            (Finding("a.py", 1, 7, "syntax", "invalid syntax", Severity.ERROR),),
        ),
        Example(
            {"a.py": "print(total)\n"},
            (Finding("a.py", 1, 7, "undefined-name", "`total` is not defined anywhere.", Severity.ERROR),),
        ),
    ],
)
def code_analysis(sources: Sources) -> tuple[Finding, ...]:
    """Syntax errors and undefined names of the Python files."""
    texts = ((path, text) for path, text in sources.items() if path.endswith(".py"))
    return tuple(sorted(found for path, text in texts for found in _look(path, text)))


def _look(path: str, text: str) -> Iterator[Finding]:
    fault = judge(text).fault
    if fault is not None:
        yield Finding(path, fault.line, fault.column + 1, "syntax", fault.message, Severity.ERROR)
        return
    lines = lines_of(text)
    for name in unresolved(parse(text)):
        line, column = lines.position(name.span.start)
        message = f"`{name.name}` is not defined anywhere."
        yield Finding(path, line, column + 1, "undefined-name", message, Severity.ERROR)
