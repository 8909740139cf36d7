"""Complexity Analysis: functions that are hard to follow, by branches, nesting, length and parameters.

Each function has its cyclomatic and cognitive complexity, depth of nesting, length and maintainability index.
"""

from collections.abc import Iterator, Mapping

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.finding import Finding, Severity, place
from aurora.model.mode import Code, Result
from aurora.model.verdict import Check
from aurora.pycode.metrics import FunctionMetrics
from aurora.registry.declare import Example

BRANCHES, COGNITIVE, NESTING, LINES, PARAMETERS = 10, 15, 4, 80, 7
"""The most that is not reported: McCabe's own limit, Campbell's, and what style guides commonly give."""

Figures = Mapping[str, tuple[FunctionMetrics, ...]]  # by path

_TANGLE = """def tangle(a):
    for b in a:
        while b:
            if b > 1:
                for c in a:
                    if c:
                        b -= 1
"""


@mode(
    "M6",
    takes=Code,
    seconds=10,
    examples=[
        Example(
            Trial(Code({"a.py": "def broken(:\n"}), prepared()), Result({}, (Check("parser", "0 of 1 files", True),))
        ),
        Example(
            Trial(Code({"a.py": _TANGLE}), prepared()),
            Result(
                {"a.py": (FunctionMetrics("tangle", 1, 7, 6, 5, 1, 15, 73.76),)},
                (Check("parser", "1 of 1 files", True),),
                (Finding("a.py", 1, 1, "nesting", "`tangle` nests 5 blocks deep; over 4.", Severity.NOTE),),
            ),
        ),
    ],
)
def complexity_analysis(given: Code, world: World) -> Result[Figures]:
    """The figures of every function in the Python files that parse, and findings for those above the limits."""
    texts = {path: text for path, text in sorted(given.files.items()) if path.endswith(".py")}
    readings = {path: world.read(text) for path, text in texts.items()}
    figures = {path: reading.functions for path, reading in readings.items() if reading.tree}
    findings = [
        Finding(path, function.line, 1, rule, f"`{function.name}` {words}", Severity.NOTE)
        for path, functions in figures.items()
        for function in functions
        for rule, words in _excesses(function)
    ]
    findings.sort(key=place)
    return Result(figures, (Check("parser", f"{len(figures)} of {len(texts)} files", True),), tuple(findings))


def _excesses(function: FunctionMetrics) -> Iterator[tuple[str, str]]:
    if function.cyclomatic > BRANCHES:
        yield "branches", f"has a cyclomatic complexity of {function.cyclomatic}; over {BRANCHES}."
    if function.cognitive > COGNITIVE:
        yield "cognitive", f"has a cognitive complexity of {function.cognitive}; over {COGNITIVE}."
    if function.nesting > NESTING:
        yield "nesting", f"nests {function.nesting} blocks deep; over {NESTING}."
    if function.lines > LINES:
        yield "length", f"is {function.lines} lines long; over {LINES}."
    if function.parameters > PARAMETERS:
        yield "parameters", f"takes {function.parameters} parameters; over {PARAMETERS}."
