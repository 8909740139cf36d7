"""The last resort: a function that no change puts right is written anew from what its tests say."""

import ast
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from aurora.contracts.engine import Judge, Search
from aurora.contracts.operator import Replacement
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Fault, Found, Synthesis
from aurora.model.errors import UnparsableError
from aurora.model.progress import Watch
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Judgement, Verdict
from aurora.pycode.asserts import Assertion, Relation, read_asserts
from aurora.pycode.parse import Source, parse
from aurora.pycode.spans import Span
from aurora.pycode.trees import tree_of

_SEARCHED = 0.6  # share of the time that goes to the search; the rest is for judging what it found
_DRAFTS = 8  # functions that are compared with each other and with the edits


@dataclass(frozen=True, slots=True)
class Author:
    """The engine that writes functions, and the one that judges them."""

    search: Search
    judge: Judge

    def write(self, task: SynthesisTask, budget: Budget, watch: Watch) -> tuple[Found, Synthesis]:
        """What was found, and the answer with its verdict; raises `SandboxError` when the sandbox fails."""
        found = self.search.search(task, replace(budget, seconds=budget.seconds * _SEARCHED), watch)
        rest = replace(budget, seconds=budget.seconds * (1 - _SEARCHED))
        return found, self.judge.judge(task, found, rest, watch)


@dataclass(frozen=True, slots=True)
class Drafts:
    """Functions written anew that pass the tests, the likeliest first; the judgement when the first one is verified."""

    candidates: tuple[Candidate, ...] = ()
    verified: Judgement | None = None


def drafts(
    author: Author,
    order: "Commission",
    texts: Mapping[str, str],
    bench: tuple[Laboratory, Sequence[str]],
    budget: Budget,
    watch: Watch,
) -> Drafts:
    """The function written anew; `bench` is where it is run, and the tests."""
    found, answer = author.write(order.task, budget, watch)
    verified = answer.verdict is Verdict.VERIFIED and not order.recites(answer.code)
    written = [(each.code, each.strategy, each.cost) for each in found.candidates if not order.recites(each.code)]
    written = [(answer.code, answer.strategy, 0.0)] if verified else written[:_DRAFTS]
    laboratory, tests = bench
    candidates = [order.candidate(texts, *each) for each in written]
    trials = laboratory.trials([each.edits(texts) for each in candidates], tests, max(budget.seconds, 1.0))
    good = [each for each, trial in zip(candidates, trials, strict=True) if trial and trial.failure is None]
    return Drafts(tuple(good), answer.judgement if verified and good else None)


@dataclass(frozen=True, slots=True)
class Commission:
    """One function of a target file, to be written anew."""

    path: str
    source: Source
    function: ast.FunctionDef
    task: SynthesisTask

    def recites(self, code: str) -> bool:
        """Whether a literal in the code, longer than one item, is what a test wants to see."""
        wanted = {repr(each.expected) for text in self.task.asserts for each in read_asserts(text, self.task.name)}
        for node in ast.walk(tree_of(code)):
            if isinstance(node, ast.List | ast.Tuple | ast.Dict | ast.Set | ast.Constant):
                with suppress(ValueError):
                    value = ast.literal_eval(node)
                    if hasattr(value, "__len__") and len(value) > 1 and repr(value) in wanted:
                        return True
        return False

    def candidate(self, texts: Mapping[str, str], code: str, strategy: str, bits: float) -> Candidate:
        """The target files with the new function; `bits` is its description length."""
        fault = Fault(self.path, self.function.lineno, 1.0, "no change of this function was good enough")
        state = State({**texts, self.path: self.text(code)})
        name = f"synthesis ({strategy})"
        return Candidate(state, self.path, Replacement(()), name, bits * math.log(2), fault, drafted=True)

    def text(self, code: str) -> str:
        """The file with the new function in the place of the old one, and before it what else the code holds."""
        made = parse(code)
        new = next(node for node in made.tree.body if isinstance(node, ast.FunctionDef) and node.name == self.task.name)
        others = [made.segment(node) for node in made.tree.body if node is not new]
        text = self.source.text
        old = self.source.span(self.function)
        body = _without_docstring(made, new) if ast.get_docstring(self.function) is None else made.segment(new)
        return text[: old.start] + "\n\n\n".join([*others, body]) + text[old.end :]


def commission(task: RepairTask) -> Commission | None:
    """The function that the tests are about, when it is one, and all that they say of it are literal examples."""
    found = [each for text in task.tests.values() for each in _asserts(text)]
    names = {each.function.rpartition(".")[2] for each in found}
    if len(names) != 1 or not all(each.literal and each.relation is not Relation.OTHER for each in found):
        return None
    name = names.pop()
    for path, source in _parsed(task.files, task.target):
        for node in source.tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == name and not node.decorator_list:
                return Commission(path, source, node, _task(node, found))
    return None


def _asserts(text: str) -> tuple[Assertion, ...]:
    try:
        return read_asserts(text)
    except UnparsableError:
        return ()


def _parsed(files: Mapping[str, str], paths: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
    for path in paths:
        try:
            yield path, parse(files[path], path)
        except UnparsableError:
            continue


def _task(node: ast.FunctionDef, asserts: list[Assertion]) -> SynthesisTask:
    result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return SynthesisTask(
        prompt=ast.get_docstring(node) or node.name.replace("_", " "),
        name=node.name,
        signature=f"def {node.name}({ast.unparse(node.args)}){result}",
        asserts=tuple(each.text.replace(f"{each.function}(", f"{node.name}(", 1) for each in asserts),
    )


def _without_docstring(made: Source, new: ast.FunctionDef) -> str:
    span, text = made.span(new), made.text
    if ast.get_docstring(new) is None or len(new.body) == 1:
        return text[span.start : span.end]
    gap = Span(made.span(new.body[0]).start, made.span(new.body[1]).start)
    return text[span.start : gap.start] + text[gap.end : span.end]
