"""Code Analysis: what a text defines and imports, broken or not, what keeps it from being Python, undefined names.

The verdict on syntax is the compiler's own, for the whole text; the outline is recognised in broken text too; names
are resolved by Python's rules of scope.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.finding import Finding, Severity, place
from aurora.model.mode import Code, Result
from aurora.model.verdict import Check
from aurora.pycode.contents import Symbol, imports, symbols
from aurora.pycode.outline import outline
from aurora.pycode.reading import Reading
from aurora.pycode.spans import lines_of
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class File:
    """What one file is made of."""

    path: str
    compiles: bool
    lines: int
    symbols: tuple[Symbol, ...] = ()
    imports: tuple[str, ...] = ()


_GOOD = File("a.py", True, 3, (Symbol("function", "f", 2, 3),), ("import re",))
_BROKEN = "def f(:\n    pass\n\ndef g():\n    pass\n"


@mode(
    "M1",
    takes=Code,
    seconds=10,
    examples=[
        Example(Trial(Code({"a.txt": "not python ("}), prepared()), Result((), (Check("compiler", "0 of 0", True),))),
        Example(
            Trial(Code({"a.py": "import re\ndef f():\n    pass\n"}), prepared()),
            Result((_GOOD,), (Check("compiler", "1 of 1", True),)),
        ),
        Example(
            Trial(Code({"a.py": _BROKEN}), prepared()),
            Result(
                (File("a.py", False, 5, (Symbol("function", "f", 1, 2), Symbol("function", "g", 4, 5))),),
                (Check("compiler", "0 of 1", True),),
                (Finding("a.py", 1, 7, "syntax", "invalid syntax", Severity.ERROR),),
            ),
        ),
        Example(
            Trial(Code({"a.py": "print(total)\n"}), prepared()),
            Result(
                (File("a.py", True, 1),),
                (Check("compiler", "1 of 1", True),),
                (Finding("a.py", 1, 7, "undefined-name", "`total` is not defined anywhere.", Severity.ERROR),),
            ),
        ),
    ],
)
def code_analysis(given: Code, world: World) -> Result[tuple[File, ...]]:
    """Outline, syntax errors and undefined names of the Python files; `evidence` says how many compile."""
    texts = {path: text for path, text in sorted(given.files.items()) if path.endswith(".py")}
    files = tuple(_file(path, world.read(text)) for path, text in texts.items())
    findings = sorted((found for path, text in texts.items() for found in _look(path, world.read(text))), key=place)
    compiled = f"{sum(file.compiles for file in files)} of {len(files)}"
    return Result(files, (Check("compiler", compiled, True),), tuple(findings))


def _file(path: str, read: Reading) -> File:
    lines = len(read.text.splitlines())
    if read.tree is not None:
        return File(path, read.verdict.ok, lines, tuple(symbols(read.tree)), imports(read.text, read.statements))
    seen = outline(read.text)
    defined = (Symbol(each.kind, each.path, each.line, each.last_line) for each in seen.definitions)
    return File(path, read.verdict.ok, lines, tuple(defined), tuple(dict.fromkeys(each.text for each in seen.imports)))


def _look(path: str, read: Reading) -> Iterator[Finding]:
    fault = read.verdict.fault
    if fault is not None:
        yield Finding(path, fault.line, fault.column + 1, "syntax", fault.message, Severity.ERROR)
        return
    if not read.undefined:
        return
    lines = lines_of(read.text)
    for name in read.undefined:
        line, column = lines.position(name.span.start)
        message = f"`{name.name}` is not defined anywhere."
        yield Finding(path, line, column + 1, "undefined-name", message, Severity.ERROR)
