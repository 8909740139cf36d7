"""Security Analysis: weaknesses with their CWE, and the way of outside input to the place where it is dangerous.

Outside input is followed by taint analysis across the functions and files of the project; what a single place gives
away (a weak hash, a password in the text, a shell) comes from the security rules of the linter.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedLinter, prepared
from aurora.model.finding import Finding, Severity, place
from aurora.model.mode import Code, Result
from aurora.model.verdict import Check
from aurora.pycode.taint.flows import Kind, Step
from aurora.pycode.taint.knowledge import LOCAL, WARNINGS
from aurora.pycode.taint.paths import Path, tainted_paths
from aurora.pycode.weaknesses import CWE_OF_RULE
from aurora.registry.declare import Example

_HARMLESS_AT_HOME = frozenset({Kind.PATH, Kind.REQUEST, Kind.LOG, Kind.REGEX, Kind.REDIRECT, Kind.HEADER, Kind.HTML})
"""What the one who starts a program may decide anyway; from his own input these are notes."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """One weakness: `way` is from the source to the sink, empty when the place alone is weak."""

    cwe: str
    finding: Finding
    way: tuple[Step, ...] = ()


_EVAL = "import sys\ntext = sys.argv[1]\nprint(eval(text))\n"
_WAY = (Step("a.py", 2, 8, "sys.argv"), Step("a.py", 3, 7, "eval(text)"))
_FOUND = Finding(
    "a.py",
    3,
    7,
    "CWE-95",
    "Input from a.py:2 `sys.argv` runs as Python code.",
    Severity.WARNING,
    "Parse it with ast.literal_eval or json, or choose from a fixed table.",
)
_MD5 = Finding("b.py", 1, 1, "S324", "Probable use of insecure hash functions: `md5`")
_PROOF = (Check("taint", "1 of 1 files followed", True), Check("linter", "security rules asked", True))


@mode(
    "M2",
    takes=Code,
    seconds=60,
    examples=[
        Example(
            Trial(Code({"a.py": _EVAL}), prepared(linter=PreparedLinter())),
            Result((Weakness("CWE-95", _FOUND, _WAY),), _PROOF, (_FOUND,)),
        ),
        Example(
            Trial(Code({"a.py": _EVAL.replace("eval(", "int(")}), prepared(linter=PreparedLinter())), Result((), _PROOF)
        ),
        Example(
            Trial(Code({"b.py": "md5()\n"}), prepared(linter=PreparedLinter(_MD5))),
            Result((Weakness("CWE-328", _MD5),), _PROOF, (_MD5,)),
        ),
    ],
)
def security_analysis(given: Code, world: World) -> Result[tuple[Weakness, ...]]:
    """The weaknesses of the Python files; files that do not compile are left out, and the evidence says how many."""
    texts = {path: text for path, text in sorted(given.files.items()) if path.endswith(".py")}
    followed = {path: text for path, text in texts.items() if world.read(text).verdict.ok}
    own = [_followed(path) for path in tainted_paths(followed, world.read)]
    seen = {(each.finding.path, each.finding.line, each.cwe) for each in own}
    linted = [
        each
        for each in _linted(world, texts, followed.keys())
        if (each.finding.path, each.finding.line, each.cwe) not in seen
    ]
    found = tuple(sorted((*own, *linted), key=lambda each: place(each.finding)))
    evidence = (
        Check("taint", f"{len(followed)} of {len(texts)} files followed", True),
        Check("linter", "security rules asked", True),
    )
    return Result(found, evidence, tuple(each.finding for each in found))


def _followed(path: Path) -> Weakness:
    what, advice = WARNINGS[path.kind]
    source, sink = path.source, path.sink
    through = {f"{step.path}:{step.line}" for step in path.steps[1:-1]}
    by = f" by way of {', '.join(sorted(through))}" if through else ""
    message = f"Input from {source.path}:{source.line} `{source.text}` {what}{by}."
    at_home = path.kind in _HARMLESS_AT_HOME and source.text.startswith(LOCAL)
    severity = Severity.NOTE if at_home else Severity.WARNING
    return Weakness(
        path.kind, Finding(sink.path, sink.line, sink.column, path.kind, message, severity, advice), path.steps
    )


def _linted(world: World, texts: dict[str, str], followed: AbstractSet[str]) -> Iterator[Weakness]:
    """What the linter says; a note where taint analysis knows the danger and followed no outside input to it."""
    known = {str(kind) for kind in Kind}
    for found in world.linter.findings(texts):
        cwe = CWE_OF_RULE.get(found.rule)
        if cwe in known and found.path in followed:
            yield Weakness(cwe, replace(found, severity=Severity.NOTE, advice="No outside input was followed to it."))
        elif cwe:
            yield Weakness(cwe, found)
