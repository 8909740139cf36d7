"""The last resort: a function that no change puts right is written anew from what its tests say."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from aurora.contracts.engine import Judge, Search
from aurora.engines.repair.choose import Result
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.state import State
from aurora.model.answer import Found, Synthesis
from aurora.model.errors import UnparsableError
from aurora.model.progress import Watch
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Check, Verdict
from aurora.pycode.asserts import Assertion, Relation, read_asserts
from aurora.pycode.parse import Source, parse
from aurora.pycode.spans import Span

_SEARCHED = 0.6  # share of the time that goes to the search; the rest is for judging what it found
_DRAFTS = 6  # functions that are compared with the old one
_FEWEST = 8  # inputs on which both functions give a value
_NEAR = 0.05  # of two drafts that are as like as this the one that was found first is taken
_LIKE, _BETTER = 0.6, 0.05  # how like those values have to be, and how much more than the values of different inputs


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
class Draft:
    """A new function that passes the tests: the target files with it, and why it is believed."""

    texts: Mapping[str, str]
    strategy: str
    why: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    verified: bool = False


def draft(
    author: Author,
    order: "Commission",
    texts: Mapping[str, str],
    bench: tuple[Laboratory, Sequence[str], Sequence[tuple[str, str]]],
    budget: Budget,
    watch: Watch,
) -> Draft | None:
    """The function written anew, when the judge of new functions has verified it, or when the old one, wrong as it is,
    gives like values for inputs that no test has; `bench` is where it is run, the tests and those inputs."""
    found, answer = author.write(order.task, budget, watch)
    verified = answer.verdict is Verdict.VERIFIED and not order.recites(answer.code)
    drafts = [(each.code, each.strategy) for each in found.candidates if not order.recites(each.code)][:_DRAFTS]
    codes = [(answer.code, answer.strategy)] if verified else drafts
    versions = [{**texts, order.path: order.text(code)} for code, _ in codes]
    laboratory, tests, calls = bench
    batch = [State(version).edits(texts) for version in versions]
    trials = laboratory.trials(batch, tests, max(budget.seconds, 1.0))
    good = [at for at, trial in enumerate(trials) if trial is not None and trial.failure is None]
    if verified:
        why, checks = answer.judgement.reasons, answer.judgement.checks
        return Draft(versions[0], answer.strategy, why, checks, verified) if good else None
    rows = laboratory.values([(), *(batch[at] for at in good)], calls, max(budget.seconds, 1.0)) if calls else [None]
    shares = [_kinship(rows[0], row) for row in rows[1:]]
    best = next((index for index, share in enumerate(shares) if share >= max(_LIKE, max(shares) - _NEAR)), None)
    if best is None:
        return None
    at = good[best]
    why = (f"On inputs that no test has, its values are like those of the old one ({shares[best]:.0%}).",)
    return Draft(versions[at], codes[at][1], why)


def _kinship(old: Sequence[Result] | None, new: Sequence[Result] | None) -> float:
    """How like the two functions' values are for the same input; 0 when that is no more than for different inputs."""
    valued = [(was[2], now[2]) for was, now in zip(old or (), new or (), strict=False) if was[0] == now[0] == "value"]
    if len(valued) < max(_FEWEST, len(new or ()) // 2):
        return 0.0
    paired = sum(_likeness(was, now) for was, now in valued) / len(valued)
    shifted = [(was, valued[at - len(valued) // 2][1]) for at, (was, _) in enumerate(valued)]
    return paired if paired - sum(_likeness(*pair) for pair in shifted) / len(valued) >= _BETTER else 0.0


def _likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


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
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.List | ast.Tuple | ast.Dict | ast.Set | ast.Constant):
                with suppress(ValueError):
                    value = ast.literal_eval(node)
                    if hasattr(value, "__len__") and len(value) > 1 and repr(value) in wanted:
                        return True
        return False

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
