"""All changes that the operators propose for a state, the likeliest first."""

import ast
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from aurora.contracts.operator import Operator, Replacement, Sight, Site
from aurora.engines.repair.evidence import Evidence
from aurora.engines.repair.laboratory import Probe
from aurora.engines.repair.locate import locate
from aurora.engines.repair.scope import Scopes
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Fault
from aurora.model.errors import UnparsableError
from aurora.model.execution import Raised
from aurora.pycode.parse import Source, parse
from aurora.registry.declare import Part

RepairPart = Part[Operator, Sight, list[str]]
_STEEP = 2.0  # how much a less suspicious line lowers a proposal
_WORDS = 0.12  # nats for each word that is changed
_WORD = re.compile(r"\w+")
_MOST = 6000  # proposals of one state


def propose(
    state: State, probe: Probe, parts: Sequence[RepairPart], evidence: Evidence, tier: int = 1
) -> Iterator[list[Candidate]]:
    """The proposals of one tier's operators, one suspected place after the other, the most suspicious first; those of
    a place cheapest first, each text once."""
    sources = dict(parsed(state.texts))
    files = {path: _File(source) for path, source in sources.items()}
    parts = [part for part in parts if part.facts["tier"] == tier]
    seen: set[tuple[str, object]] = set()
    for fault in locate(probe, sources, evidence.told):
        if fault.path in files:
            found = [
                candidate
                for site in _sites(files[fault.path], fault, probe, evidence)
                for candidate in _proposals(site, state, fault, parts)
            ]
            yield _unique(sorted(found, key=lambda candidate: candidate.cost), seen)
        if len(seen) > _MOST:
            break


def parsed(texts: Mapping[str, str]) -> Iterator[tuple[str, Source]]:
    """The files that parse."""
    for path, text in texts.items():
        try:
            yield path, parse(text, path)
        except UnparsableError:
            continue


def _proposals(site: Site, state: State, fault: Fault, parts: Sequence[RepairPart]) -> Iterator[Candidate]:
    base = state.cost - _STEEP * math.log(max(fault.suspicion, 0.01))
    for part in parts:
        prior: Any = part.facts["prior"]
        price = base - math.log(prior)
        for replacement in part.run(site):
            cost = price + replacement.cost + _size(state.texts[fault.path], replacement)
            yield Candidate(state, fault.path, replacement, part.id, cost, fault)


def _size(text: str, replacement: Replacement) -> float:
    """What the words that go and come cost, two of them being free."""
    gone, come = Counter[str](), Counter[str]()
    for edit in replacement.edits:
        gone.update(_WORD.findall(text, edit.start, edit.end))
        come.update(_WORD.findall(edit.text))
    return _WORDS * max(0, (gone - come).total() + (come - gone).total() - 2)


def _unique(candidates: list[Candidate], seen: set[tuple[str, object]]) -> list[Candidate]:
    """Those that change something and were not `seen`, which grows by them."""
    kept: list[Candidate] = []
    for candidate in candidates:
        key = (candidate.path, tuple((edit.start, edit.end, edit.text) for edit in candidate.replacement.edits))
        text = candidate.state.texts[candidate.path]
        idle = all(text[edit.start : edit.end] == edit.text for edit in candidate.replacement.edits)
        if key not in seen and not idle and not _overlaps(candidate.replacement):
            seen.add(key)
            kept.append(candidate)
    return kept


def _overlaps(replacement: Replacement) -> bool:
    edits = sorted(replacement.edits, key=lambda edit: (edit.start, edit.end))
    return any(one.end > two.start for one, two in pairwise(edits))


class _File:
    """A file with its scopes and its statements by line."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scopes = Scopes(source)
        self._all = list(source.nodes(ast.stmt))
        self._starting: dict[int, list[ast.stmt]] = {}
        for node in self._all:
            self._starting.setdefault(node.lineno, []).append(node)

    def statements(self, line: int) -> list[ast.stmt]:
        """The statements that begin on a line, else the innermost one around it."""
        if line in self._starting:
            return self._starting[line]
        around = [node for node in self._all if node.lineno <= line <= (node.end_lineno or node.lineno)]
        return [max(around, key=lambda node: node.lineno)] if around else []


def _sites(file: _File, fault: Fault, probe: Probe, evidence: Evidence) -> Iterator[Site]:
    for statement in file.statements(fault.line):
        raised = _raised(probe, fault)
        types = _types(probe, fault.path, statement.lineno)
        for node in _own_nodes(statement):
            names = file.scopes.names_at(node)
            yield Site(file.source, node, names, raised, evidence.literals, types, evidence.calls)


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """A statement and the nodes of it that are not in statements inside it, outermost first."""
    yield statement
    pending = [node for node in ast.iter_child_nodes(statement) if not isinstance(node, ast.stmt)]
    while pending:
        node = pending.pop(0)
        if hasattr(node, "lineno") and not isinstance(node, ast.keyword | ast.excepthandler):
            yield node
        pending = [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)] + pending


def _raised(probe: Probe, fault: Fault) -> Raised | None:
    kind, colon, message = fault.why.partition(": ")
    if colon and kind in ("NameError", "AttributeError", "ImportError"):
        return Raised(kind, message)
    failures = [trace.failure for trace in probe.failing if trace.failure] + ([probe.broken] if probe.broken else [])
    for failure in failures:
        if failure.status in ("error", "import") and any(
            (path, line) == (fault.path, fault.line) for path, line, _ in failure.frames
        ):
            return Raised(failure.kind, failure.message, failure.frames)
    return None


def _types(probe: Probe, path: str, line: int) -> dict[str, str]:
    types: dict[str, str] = {}
    for trace in (*probe.failing, *probe.traces):
        for environment in trace.values.get((path, line), ()):
            for name, (kind, _shown) in environment.items():
                types.setdefault(name, kind)
    return types
