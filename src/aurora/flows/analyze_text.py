"""Look at one text: every mode that needs nothing but texts; what they found, counted into a score."""

import ast
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from aurora.components.memory.cache_layer import Cache
from aurora.contracts.mode import MODE, World
from aurora.flows.analyze import SECONDS
from aurora.flows.execute import world_of
from aurora.flows.tools import Tools
from aurora.model.finding import Finding, Severity, place
from aurora.model.mode import Code
from aurora.pycode.reading import Read, Reading, Readings
from aurora.registry.declare import Part

NAME = "code.py"
_WEIGHT: Mapping[Severity, float] = MappingProxyType({Severity.ERROR: 10.0, Severity.WARNING: 3.0, Severity.NOTE: 1.0})
_ONLY_CODE = re.compile(
    r"\s*(?:(?:async )?(?:def|class|for|while|if|elif|else|try|with)\b.*:\s*(?:#.*)?$"
    r"|(?:from [\w.]+ )?import [\w.]+(?: as \w+|, *[\w.]+)*\s*$|[\w.\[\]]+ *[-+*/]?= *\S|(?:return|raise)\b|@\w)"
)
_STEEP = 10.0  # branches of one function at which complexity is one half


@dataclass(frozen=True, slots=True)
class TextAnalysis:
    """What was found in a text; `asked` are the ids of the modes that looked."""

    findings: tuple[Finding, ...]
    asked: tuple[str, ...]
    score: float  # 0 to 1
    complexity: float  # 0 to 1

    def of(self, *severities: Severity) -> tuple[Finding, ...]:
        """The findings of these severities."""
        return tuple(found for found in self.findings if found.severity in severities)

    @property
    def recommendations(self) -> tuple[str, ...]:
        """What to do about what was found, each advice once, for the gravest first."""
        grave = sorted(self.findings, key=lambda found: (-_WEIGHT[found.severity], place(found)))
        return tuple(dict.fromkeys(found.advice for found in grave if found.advice))


def analyze_text(tools: Tools, text: str, read: Read | None = None) -> TextAnalysis:
    """All findings of the modes in one text of Python, none of which is run.

    The modes work in this process, but security analysis asks the linter of `tools`, another program (ruff), and waits
    for it; raises `ToolError` when it cannot be asked. `read` may know the text from before; the modes share it.

    The score is 1 / (1 + w / lines), where w sums 10 for an error, 3 for a warning, 1 for a note: one error in ten
    lines halves it. The complexity is c / (c + 10) with the cyclomatic complexity c of the most complex function
    (McCabe 1976), 0 for a text without functions or that does not parse.
    """
    parts = [part for part in tools.modes().of(MODE) if part.facts["takes"] is Code]
    cache: Cache | None = tools.part("C19", lambda: None)
    if cache is None:
        return _looked(tools, parts, text, read or Readings())
    key = "\0".join(("text analysis", *(part.id for part in parts), text))
    kept = cache.get(key)
    if kept is not None:
        return _read_back(kept)
    found = _looked(tools, parts, text, read or Readings())
    cache.put(key, json.dumps([[*map(place, found.findings)], found.asked, found.score, found.complexity]))
    return found


def _read_back(kept: str) -> TextAnalysis:
    findings, asked, score, complexity = json.loads(kept)
    found = (
        Finding(path, line, column, rule, message, Severity(severity), advice)
        for path, line, column, rule, message, severity, advice in findings
    )
    return TextAnalysis(tuple(found), tuple(asked), score, complexity)


def is_code(text: str, read: Read = Reading) -> bool:
    """Whether a text is Python, perhaps broken, rather than a request in words."""
    tree = read(text).tree
    if tree is None:
        return any(_ONLY_CODE.match(line) for line in text.splitlines())
    return not all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Name) for node in tree.body)


def _score(findings: Iterable[Finding], lines: int) -> float:
    return 1.0 / (1.0 + sum(_WEIGHT[found.severity] for found in findings) / lines)


def _complexity(reading: Reading) -> float:
    most = max((each.cyclomatic for each in reading.functions), default=0)
    return most / (most + _STEEP)


def _looked(tools: Tools, parts: Sequence[Part[Any, Any, Any]], text: str, read: Read) -> TextAnalysis:
    given = Code({NAME: text})
    with tools.linting(given.files) as linter:
        world = World(**{**world_of(tools, SECONDS), "linter": linter}, read=read)
        findings = sorted({found for part in parts for found in part.run(given, world).findings}, key=place)
    lines = max(1, sum(1 for line in text.splitlines() if line.strip()))
    return TextAnalysis(
        tuple(findings), tuple(part.id for part in parts), _score(findings, lines), _complexity(read(text))
    )
