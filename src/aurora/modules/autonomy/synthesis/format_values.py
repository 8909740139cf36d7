"""Format numbers and dates as the examples show.

The outputs are read as a fixed text around one written number (thousands, decimals, padding, other bases, ordinals), or
the inputs and outputs as dates in two layouts, which `strptime` and `strftime` read and write.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.modules.autonomy.formats.dates import dated
from aurora.modules.autonomy.formats.numbers import numbered
from aurora.registry.declare import Example

_HEAVY = 4.0  # price of a format besides its own


def _expected(problem: Problem) -> float:
    return 1.0 if problem.shape.makes(str) and len(problem.parameters) == 1 else 0.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(amount: int) -> str",
                ("assert f(1234567) == '$1,234,567'", "assert f(12) == '$12'", "assert f(1000) == '$1,000'"),
                "f(0), f(98765)",
            ),
            ("$0", "$98,765"),
        ),
        Example(
            Trial(
                "def f(price: float) -> str",
                ("assert f(2.5) == '2.50 EUR'", "assert f(10.0) == '10.00 EUR'", "assert f(0.333) == '0.33 EUR'"),
                "f(7.125)",
            ),
            "7.12 EUR",
        ),
        Example(
            Trial(
                "def f(day: str) -> str",
                ("assert f('2024-03-09') == '9. March 2024'", "assert f('1999-12-31') == '31. December 1999'"),
                "f('2010-07-01')",
            ),
            "1. July 2010",
        ),
    ],
    facts={"expects": _expected},
)
def format_values(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Functions from one number to a text, or from one date to another layout of it."""
    if len(problem.parameters) != 1 or not problem.outputs or not all(isinstance(o, str) for o in problem.outputs):
        return
    values, outputs = [row[0] for row in problem.inputs], list(problem.outputs)
    for form in (*numbered(problem.parameters[0], values, outputs), *dated(problem.parameters[0], values, outputs)):
        header = (problem.task.signature or f"def {problem.name}({problem.parameters[0]})").rstrip(": ") + ":"
        imports = f"{form.imports}\n\n\n" if form.imports else ""
        before = f"    {form.before}\n" if form.before else ""
        code = f"{imports}{header}\n{before}    return {form.text}\n"
        if bench.passes(problem, code):
            yield Candidate(code, "modules.autonomy.synthesis.format_values", _HEAVY + form.cost)
        yield None
