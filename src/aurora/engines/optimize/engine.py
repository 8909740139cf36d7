"""Makes the functions of a project quicker: propose -> prove on inputs and tests -> measure -> keep what gains."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aurora.contracts.rewrite import REWRITE, proposed
from aurora.contracts.sandbox import Sandbox, Session
from aurora.model.errors import AuroraError
from aurora.model.execution import Limits, Status
from aurora.model.hot import exponent
from aurora.model.optimization import Attempt, Gain, Optimization
from aurora.model.progress import Progress, Watch, silent
from aurora.model.purse import Purse
from aurora.model.task import Budget
from aurora.pycode.values import samples
from aurora.pycode.verdict import parse_tree
from aurora.registry.declare import Part
from aurora.registry.discover import Registry

_ENTRY = "aurora.engines.optimize.guest:serve"
_TRIAL = 30.0  # processor seconds that one comparison may take, also one that was begun near the end of the budget
_INPUTS = 60  # that are made besides those that the tests use
_FLATTER = 0.25  # by how much an algorithm's exponent has to fall


class Optimizer:
    """Tries rewrites in the sandbox; never raises for what the code does."""

    def __init__(self, sandbox: Sandbox, discover: Callable[[], Registry]) -> None:
        self._sandbox, self._discover = sandbox, discover

    def optimize(
        self,
        files: Mapping[str, str],
        path: str,
        budget: Budget,
        *,
        function: str = "",
        kind: str = "",
        tests: Sequence[str] = (),
        calls: Sequence[str] = (),
        watch: Watch = silent,
    ) -> Optimization:
        """Rewrite the functions at the top of the file `path`, or the one named, by rewrites of a kind, or of all.

        A rewrite is kept when the function gives the same answers, raises the same and leaves the same of its
        arguments on every input known (those of the `tests` and of `calls`, texts of argument tuples, others made in
        their likeness, and larger ones), the tests pass, and the interval of the measured gain lies above 1; one of
        kind "algorithm" must besides lower the exponent of the growth or be twice as quick.
        """
        parts = [part for part in self._discover().of(REWRITE) if kind in ("", part.facts["kind"])]
        limits = Limits(
            wall_seconds=3 * budget.seconds + 60, cpu_seconds=budget.seconds + 60, memory_mb=budget.memory_mb
        )
        with self._sandbox.start(_ENTRY, {"memory_mb": budget.memory_mb}, limits=limits, files=files) as session:
            work = _Work(session, path, files[path], parts, tuple(tests), budget, watch)
            return work.done(function, calls)

    def proposals(self, text: str) -> tuple[tuple[str, int], ...]:
        """(id of a rewrite, line) for all that is known of a text; nothing is proved. None for one that is broken."""
        try:
            return tuple(
                sorted((part.id, line) for part in self._discover().of(REWRITE) for line, _ in proposed(part.run, text))
            )
        except AuroraError:
            return ()


@dataclass(slots=True)
class _Work:
    """The rewriting of one file."""

    session: Session
    path: str
    text: str
    parts: Sequence[Part[Any, Any, Any]]
    tests: tuple[str, ...]
    budget: Budget
    watch: Watch
    attempts: list[Attempt] = field(default_factory=list)
    inputs: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def done(self, function: str, calls: Sequence[str]) -> Optimization:
        """Try all rewrites on all functions within the budget."""
        purse = Purse(self.budget)
        original = self.text
        names = [name for name in _functions(original) if function in ("", name)]
        heard = self._recorded(names)
        for name in names if heard is not None else ():
            known = self._inputs(name, [*(calls if function else ()), *(heard or {}).get(name, [])])
            if known:
                self._improve(name, known, purse)
        changed = {self.path: self.text} if self.text != original else {}
        return Optimization(changed, tuple(self.attempts), dict(self.inputs), tuple(self.notes))

    def _recorded(self, names: Sequence[str]) -> dict[str, list[str]] | None:
        """The arguments that the tests use; None when they fail before anything was changed."""
        if not self.tests or not names:
            return {}
        self.watch(Progress("run tests", 0, 1))
        ask = {"do": "record", "module": self._module, "functions": list(names), "tests": list(self.tests)}
        told = self._ask(ask, self.budget.seconds)
        value = told["value"]
        if not value or not value["passes"]:
            self.notes.append(f"The tests do not pass as they are{_because(told)}, so nothing was tried.")
            return None
        return dict(value["calls"])

    @property
    def _module(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").removeprefix("src/").replace("/", ".")

    def _inputs(self, name: str, texts: Sequence[str]) -> list[str]:
        """Texts of argument tuples: those known, and others in their likeness or by the annotations."""
        known = [values for text in texts if isinstance(values := _literal(text), tuple)]
        annotations = _functions(self.text)[name]
        known = [values for values in known if len(values) == len(annotations)]
        made = samples(known, annotations, seed=self.budget.seed, count=_INPUTS) if known or all(annotations) else []
        found = [*map(repr, known), *(repr(each.arguments) for each in made)]
        if not found:
            self.notes.append(f"No inputs are known for {name}: no test calls it and its parameters have no types.")
        self.inputs[name] = len(found)
        return found

    def _improve(self, name: str, calls: Sequence[str], purse: Purse) -> None:
        tried: set[str] = set()
        while not self._spent(purse):
            fresh = [each for each in self._proposals(name) if each[2] not in tried]
            if not fresh:
                return
            part, line, after = fresh[0]
            tried.add(after)
            self.watch(Progress("try", len(self.attempts), None, f"{part.name} on {name}"))
            attempt = self._tried(part, name, line, after, calls)
            self.attempts.append(attempt)
            if attempt.kept:
                self.text = after
        self.notes.append(f"The budget was spent before all rewrites of {name} were tried.")

    def _spent(self, purse: Purse) -> bool:
        return purse.spent or 0 < self.budget.steps <= len(self.attempts)

    def _proposals(self, name: str) -> list[tuple[Part[Any, Any, Any], int, str]]:
        """Rewrites inside the function; those of algorithms come first."""
        first, last = _lines(self.text, name)
        found = [(part, line, after) for part in self.parts for line, after in proposed(part.run, self.text)]
        inside = [each for each in found if first <= each[1] <= last]
        return sorted(inside, key=lambda each: (each[0].facts["kind"] != "algorithm", each[1], each[0].id))

    def _tried(self, part: Part[Any, Any, Any], name: str, line: int, after: str, calls: Sequence[str]) -> Attempt:
        def refused(why: str, gain: Gain | None = None, grows: tuple[float | None, ...] = (None, None)) -> Attempt:
            return Attempt(part.id, self.path, name, line, False, why, gain, *grows)

        ask = {"before": self.text, "after": after, "function": name, "path": self.path, "module": self._module}
        told = self._ask({"do": "compare", **ask, "calls": list(calls), "seed": self.budget.seed}, _TRIAL)
        seen = told["value"]
        if not seen:
            return refused(f"It could not be compared{_because(told)}.")
        if seen["differs"]:
            return refused(f"It is not the same: {seen['differs']}.")
        gain = interval(seen["ratios"])
        grows = tuple(exponent([(row[0], row[which]) for row in seen["sizes"]]) for which in (1, 2))
        if gain.low <= 1:
            return refused(f"It is not certainly quicker: {_shown(gain)}.", gain, grows)
        if part.facts["kind"] == "algorithm" and not _flatter(grows, gain):
            return refused(f"It does not grow more slowly: {_shown(gain)}.", gain, grows)
        if self.tests and not self._passes(after):
            return refused("The tests do not pass with it.", gain, grows)
        self.inputs[name] = max(self.inputs.get(name, 0), int(seen["inputs"]))
        why = f"The same on {seen['inputs']} inputs{' and in the tests' if self.tests else ''}; {_shown(gain)}."
        return Attempt(part.id, self.path, name, line, True, why, gain, *grows)

    def _passes(self, text: str) -> bool:
        told = self._ask({"do": "passes", "put": {self.path: text}, "tests": list(self.tests)}, self.budget.seconds)
        if told["value"] is not True:
            self._ask({"do": "passes", "put": {self.path: self.text}, "tests": ["--version"]}, self.budget.seconds)
        return told["value"] is True

    def _ask(self, message: dict[str, Any], seconds: float) -> dict[str, Any]:
        """One request, one reply; how the guest ended when there is none."""
        try:
            self.session.send({**message, "seconds": seconds})
            for reply in self.session.messages(4 * seconds + 30):
                assert isinstance(reply, dict)
                return dict(reply)
        except AuroraError as error:
            return {"status": "crashed", "value": None, "raised": error.sentence}
        return {"status": Status.WALL_TIME.value, "value": None, "raised": ""}


def interval(ratios: Sequence[float]) -> Gain:
    """The median with an interval from order statistics: of 15 values the 4th and the 12th enclose it in 96 %.

    No distribution is assumed; a few slow runs do no harm. Source: Conover, "Practical Nonparametric Statistics", 3.2.
    """
    ranked = sorted(ratios)
    cut = max(0, round(len(ranked) * 0.25) - 1)
    return Gain(ranked[len(ranked) // 2], ranked[cut], ranked[len(ranked) - 1 - cut])


def _flatter(grows: tuple[float | None, ...], gain: Gain) -> bool:
    before, after = grows
    return gain.low > 2 or (before is not None and after is not None and before - after >= _FLATTER)


def _shown(gain: Gain) -> str:
    return f"{gain.ratio:.2f} times as quick ({gain.low:.2f} to {gain.high:.2f})"


def _because(told: Mapping[str, Any]) -> str:
    return f" ({told['raised'] or told['status']})" if told["status"] != Status.OK.value else ""


def _literal(text: str) -> object:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def _functions(text: str) -> dict[str, tuple[str, ...]]:
    """The functions at the top of a text that take positional parameters: name -> their annotations."""
    found = {}
    for node in parse_tree(text).body:
        if isinstance(node, ast.FunctionDef) and not node.args.kwonlyargs and not node.args.vararg:
            given = [*node.args.posonlyargs, *node.args.args]
            if given and not node.decorator_list:
                found[node.name] = tuple(ast.unparse(each.annotation) if each.annotation else "" for each in given)
    return found


def _lines(text: str, name: str) -> tuple[int, int]:
    for node in parse_tree(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node.lineno, node.end_lineno or node.lineno
    return 0, -1
