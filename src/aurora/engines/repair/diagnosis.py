"""What type checkers say of versions that no test can judge: places that will fail when they run."""

from collections.abc import Mapping, Sequence

from aurora.contracts.linter import Linter
from aurora.model.answer import Fault
from aurora.model.errors import ToolError
from aurora.model.finding import Finding

_CERTAIN = "type-error"  # the rule of what ty and pyrefly both find
_FAILS = (
    "has no attribute",
    "is not iterable",
    "is not callable",
    "positional arguments",
    "No overload of",
    "Expected `Iterable",
    "Expected `Sized`, found `Literal[",
    "can implicitly return `None`",
)
"""What fails when it runs, or gives nothing where a value is promised; other complaints are of what is declared."""
_UNSET = "may be uninitialized"  # found by one of them; on some path the name has no value


def diagnosed(types: Linter | None, versions: Sequence[Mapping[str, str]]) -> tuple[list[tuple[Fault, ...]], str]:
    """The faults of each version of some files, all asked at once, none where there is no checker to ask; and why
    the checkers gave no answer, empty if they did."""
    unsaid = ""
    sources = {f"v{number}/{path}": text for number, texts in enumerate(versions) for path, text in texts.items()}
    try:
        findings = types.findings(sources) if types is not None else ()
    except ToolError as error:
        findings, unsaid = (), f"The type checkers gave no answer: {error}"
    found: list[list[Fault]] = [[] for _ in versions]
    for each in filter(_fails, findings):
        number, _, path = each.path.partition("/")
        found[int(number[1:])].append(Fault(path, each.line, 1.0, each.message))
    return [tuple(faults) for faults in found], unsaid


def _fails(finding: Finding) -> bool:
    certain = finding.rule == _CERTAIN and any(sign in finding.message for sign in _FAILS)
    return certain or _UNSET in finding.message
