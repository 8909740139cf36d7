"""Complexity Analysis: functions that are hard to follow, by branches, nesting, length and parameters."""

from collections.abc import Iterator

from aurora.contracts.analysis import ANALYSIS
from aurora.model.finding import Finding, Severity, Sources
from aurora.pycode.metrics import FunctionMetrics, function_metrics
from aurora.registry.declare import Example

BRANCHES, NESTING, LINES, PARAMETERS = 10, 4, 80, 7
"""The most that is not reported: McCabe's own limit, and what style guides commonly give."""

_TANGLE = """def tangle(a):
    for b in a:
        while b:
            if b > 1:
                for c in a:
                    if c:
                        b -= 1
"""


@ANALYSIS.part(
    unit="M6",
    examples=[
        Example({"a.py": "def plain(a):\n    return a\n"}, ()),
        Example({"a.py": "def broken(:\n"}, ()),
        Example(
            {"a.py": _TANGLE},
            (Finding("a.py", 1, 1, "nesting", "`tangle` nests 5 blocks deep; over 4.", Severity.NOTE),),
        ),
    ],
)
def complexity_analysis(sources: Sources) -> tuple[Finding, ...]:
    """Functions above the limits, in the Python files that parse."""
    texts = ((path, text) for path, text in sources.items() if path.endswith(".py"))
    return tuple(sorted(found for path, text in texts for found in _look(path, text)))


def _look(path: str, text: str) -> Iterator[Finding]:
    try:
        functions = function_metrics(text)
    except (SyntaxError, ValueError):
        return
    for function in functions:
        for rule, words in _excesses(function):
            yield Finding(path, function.line, 1, rule, f"`{function.name}` {words}", Severity.NOTE)


def _excesses(function: FunctionMetrics) -> Iterator[tuple[str, str]]:
    if function.cyclomatic > BRANCHES:
        yield "branches", f"has a cyclomatic complexity of {function.cyclomatic}; over {BRANCHES}."
    if function.nesting > NESTING:
        yield "nesting", f"nests {function.nesting} blocks deep; over {NESTING}."
    if function.lines > LINES:
        yield "length", f"is {function.lines} lines long; over {LINES}."
    if function.parameters > PARAMETERS:
        yield "parameters", f"takes {function.parameters} parameters; over {PARAMETERS}."
