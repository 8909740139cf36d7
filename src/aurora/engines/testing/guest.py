"""The side of the test writer that runs inside the sandbox: searches inputs, records them, tries mutants."""

import ast
import math
import random
import sys
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib import import_module
from typing import Any, TypeAlias

from aurora.contracts.sandbox import Guest
from aurora.engines.testing.branches import Recorder, instrumented, names, wanted
from aurora.engines.testing.calls import Done, SlowError, load, make, timed
from aurora.engines.testing.cases import Case, Maker, changed
from aurora.engines.testing.properties import Law, holds
from aurora.engines.testing.targets import Kind, Target, constructors, members, targets
from aurora.model.execution import Json, Limits
from aurora.pycode.trees import expression_of

_SEEDS = 48  # first cases of a target
_WAYS = 40  # ways through a target that are told apart
_ALIKE = 24  # cases of one way that are kept
_ROWS = 60  # calls on which laws are tried
_POOL = 90  # cases of a target that are kept
_QUIET = 400  # changes of a target's cases that found nothing new, after which the search ends
_STRIKES = 2
_TEST_SECONDS = 2.0  # of processor time
_LAW_SECONDS = 0.5
_IMPORTS = 10.0  # seconds that a module may need besides


def serve(guest: Guest, payload: Json) -> None:
    """Do the one thing that is asked and send it: "explore" (see `explore`) or "trials" (see `trials`)."""
    assert isinstance(payload, dict)
    warnings.simplefilter("ignore")
    sys.dont_write_bytecode = True
    bench = _Bench(guest, payload)
    guest.send(bench.trials() if payload["do"] == "trials" else bench.explore())


class _Bench:
    def __init__(self, guest: Guest, payload: Mapping[str, Any]) -> None:
        self._guest, self._given = guest, payload
        self._name: str = payload["module"]
        self._path: str = payload["path"]
        self._text: str = payload["text"]
        self._roots: list[str] = payload["roots"]

    def _call(self, work: Any, seconds: float) -> Any:
        limits = Limits(
            wall_seconds=3 * seconds + _IMPORTS, cpu_seconds=seconds + _IMPORTS, memory_mb=self._given["memory_mb"]
        )
        outcome = self._guest.call(work, limits)
        return outcome.value if outcome.ok else None

    def explore(self) -> Json:
        """The cases worth recording, what they did, the goals they reach, which mutants they notice, laws that held."""
        self._end = time.monotonic() + 3 * self._given["seconds"]
        found = self._call(self._searched, self._given["seconds"])
        if found is None:
            return {"trouble": "the module cannot be imported, or its calls end the process"}
        cases = [_case(each) for each in found["cases"]]
        done = self._call(lambda: self._recorded(cases), 20.0) or []
        kept = [place for place, each in enumerate(done) if each["kind"] != "none"]
        rows = found.pop("rows")
        held = self._call(lambda: self._holding(rows), 20.0) or []
        kills = [self._killed([cases[place] for place in kept], [done[place] for place in kept], held, rows)]
        return {
            **found,
            "cases": [found["cases"][place] for place in kept],
            "goals": [found["goals"][place] for place in kept],
            "done": [done[place] for place in kept],
            "laws": held,
            "rows": rows,
            "kills": kills[0],
            "imports": self._call(lambda: self._imports([(cases[place], done[place]) for place in kept]), 5.0) or {},
        }

    def _load(self, text: str) -> dict[str, Any]:
        return load(self._name, self._path, text, self._roots)

    def _searched(self) -> Json:
        recorder = Recorder()
        tree, places = instrumented(self._text)
        space = load(self._name, self._path, self._text, self._roots, lambda _text: tree, **names(recorder))
        search = _Search(self._given, space, recorder, set(wanted(places)))
        search.run(self._given["seconds"], self._given["steps"])
        return {
            "cases": [asdict(case) for case, _ in search.kept()],
            "goals": [[list(goal) for goal in sorted(goals)] for _, goals in search.kept()],
            "rows": {name: [list(row) for row in rows] for name, rows in search.rows.items()},
            "reached": [list(goal) for goal in sorted(search.reached)],
            "places": {str(number): list(place) for number, place in places.items()},
        }

    def _recorded(self, cases: Sequence[Case]) -> Json:
        """What each case does, the same twice; what differs cannot be recorded."""
        space = self._load(self._text)
        first = [make(case, space) for case in cases]
        again = [make(case, space) for case in cases]
        return [one if one == two else {"kind": "none"} for one, two in zip(first, again, strict=True)]

    def _holding(self, rows: Mapping[str, list[list[str]]]) -> Json:
        space = self._load(self._text)
        found = (_law(each) for each in self._given["laws"])
        return [asdict(law) for law in found if rows.get(law.target) and _holds(law, rows[law.target], space)]

    def _killed(
        self, cases: Sequence[Case], done: Sequence[Done], held: Sequence[Any], rows: Mapping[str, list[list[str]]]
    ) -> list[Json]:
        """For each mutant that there is time for the places of the cases that differ, and the laws that do not hold."""

        def tried(text: str) -> list[Json]:
            try:
                space = self._load(text)
            except BaseException:  # noqa: BLE001 - a mutant that cannot be imported is noticed by everything
                return [[*range(len(cases))], [*range(len(held))]]
            return [_differing(cases, done, space), _broken([_law(each) for each in held], rows, space)]

        texts, seconds = self._given["mutants"], self._given["seconds"]
        together = self._call(lambda: [tried(text) for text in texts], max(seconds, self._end - time.monotonic()))
        if together is not None:
            return list(together)
        found: list[Json] = []  # one of them ends the process: each in a fork of its own
        for text in texts:
            if time.monotonic() > self._end:
                break
            found.append(self._call(lambda text=text: tried(text), 2.0) or [[*range(len(cases))], []])
        return found

    def _imports(self, cases: Sequence[tuple[Case, Done]]) -> Json:
        """Where the names come from that the cases use and the module imports: name -> module, or "" for `import`."""
        space = self._load(self._text)
        found: dict[str, Json] = {}
        for case, done in cases:
            for name in _names(case, done):
                thing = space.get(name)
                home = getattr(thing, "__module__", None)
                if isinstance(thing, type(sys)):
                    found[name] = ""
                elif thing is not None and isinstance(home, str) and not name.startswith("__"):
                    found[name] = home
        return found

    def trials(self) -> Json:
        """Run the tests of the file on the module and on each mutant: the name of the first test that fails, or "";
        null for a mutant that was not reached in the time.

        The file is one of Aurora's own: its functions are called, its parameters read, as pytest would do it.
        """
        for name in ("pytest", "hypothesis", "hypothesis.strategies"):
            import_module(name)  # in the guest, once for all its forks
        end = time.monotonic() + self._given["seconds"]
        found: list[Json] = []
        for text in (self._text, *self._given["mutants"]):
            in_time = not found or time.monotonic() < end
            failed = self._call(lambda text=text: self._first_failure(text), 10.0) if in_time else None
            found.append((failed if failed is not None else "no end") if in_time else None)
        return found

    def _first_failure(self, text: str) -> Json:
        try:
            self._load(text)
            space: dict[str, Any] = {"__name__": "tests"}
            exec(compile(self._given["tests"], "tests", "exec"), space)
        except BaseException:  # noqa: BLE001 - what cannot be imported is noticed
            return "import"
        for name, test in [(name, test) for name, test in space.items() if name.startswith("test_")]:
            for row in _parameters(test):
                try:
                    with timed(_TEST_SECONDS):
                        test(*row)
                except BaseException:  # noqa: BLE001 - an assertion, or whatever the mutant raises
                    return name
        return ""


def _parameters(test: Any) -> list[tuple[Any, ...]]:
    """The rows of a parametrized test, one empty row for any other."""
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    if not marks:
        return [()]
    names, rows = marks[0].args
    return [(row,) if isinstance(names, str) else tuple(row) for row in rows]


_Way: TypeAlias = tuple[frozenset[tuple[int, bool]], frozenset[tuple[int, int]]]  # goals and edges of one call


class _Search:
    """Looks for inputs that reach what none has reached: coverage-guided, by branch distance where there is one."""

    def __init__(
        self, given: Mapping[str, Any], space: dict[str, Any], recorder: Recorder, all_goals: set[tuple[int, bool]]
    ) -> None:
        self._space, self._recorder, self._goals = space, recorder, all_goals
        self._chance = random.Random(given["seed"])
        text = given["text"]
        found = {each.name: each for each in targets(text)} | {each.name: each for each in targets(text, given["only"])}
        self._targets = {name: found[name] for name in given["targets"] if name in found}
        maker = Maker(constructors(text), members(text), given["seed"])
        self._seeds = {name: maker.cases(target, _SEEDS) for name, target in self._targets.items()}
        for case in map(_case, given["cases"]):
            self._seeds.setdefault(case.target, []).insert(0, case)
        self._pool: dict[str, dict[_Way, list[Case]]] = {name: {} for name in self._targets}
        self._answers: dict[_Way, set[str]] = {}
        self._nearest: dict[tuple[int, bool], tuple[float, Case]] = {}
        self._edges: set[tuple[int, int]] = set()
        self._steps: float = math.inf  # that are left
        self.reached: set[tuple[int, bool]] = set()
        self.rows: dict[str, dict[tuple[str, ...], None]] = {}  # arguments of calls that returned, for the laws

    def run(self, seconds: float, steps: int = 0) -> None:
        """Search until all is reached, nothing new was found for long, or the time is over or, if given, the steps."""
        end, self._steps = math.inf if steps else time.monotonic() + seconds, steps or math.inf
        for number in range(_SEEDS + 8):
            for name, cases in self._seeds.items():
                if name in self._targets and number < len(cases) and time.monotonic() < end and self._steps:
                    self._try(cases[number])
        quiet, least = 0, 100 * len(self._targets)
        while self._steps and time.monotonic() < end and quiet < _QUIET * max(1, len(self._targets)):
            base = self._chosen()
            if base is None:
                return
            quiet = 0 if self._try(self._varied(base)) else quiet + 1
            if self._goals <= self.reached and quiet > least:
                return

    def kept(self) -> list[tuple[Case, frozenset[tuple[int, bool]]]]:
        """The cases of the pool with the goals of each, target by target."""
        return [(case, way[0]) for name in self._targets for way, cases in self._pool[name].items() for case in cases][
            : _POOL * max(1, len(self._targets))
        ]

    def _chosen(self) -> Case | None:
        open_goals = [goal for goal in self._nearest if goal not in self.reached or self._has_edges(goal[0])]
        if open_goals and self._chance.random() < 0.5:
            return self._nearest[self._chance.choice(open_goals)][1]
        filled = [pool for pool in self._pool.values() if pool]
        if not filled:
            return None
        pool = self._chance.choice(filled)
        return self._chance.choice(pool[self._chance.choice(list(pool))])

    def _has_edges(self, number: int) -> bool:
        """Whether a comparison of whole numbers came near its edge, and not yet to both sides of it."""
        return 0 < len({(number, side) for side in (-1, 0, 1)} & self._edges) < 3

    def _varied(self, base: Case) -> Case:
        target = self._targets[base.target]
        if target.kind in (Kind.METHOD, Kind.PROPERTY) and self._chance.random() < 0.3:
            other = self._before(target)
            if other and len(base.before) < 3:
                return Case(base.target, base.arguments, base.receiver, (*base.before, other))
        return changed(base, list(self._recorder.harvest.values()), self._chance)

    def _before(self, target: Target) -> str:
        """A call of another method of the same class."""
        others = [
            case
            for name, pool in self._pool.items()
            if self._targets[name].owner == target.owner and self._targets[name].kind is Kind.METHOD
            for cases in pool.values()
            for case in cases
        ]
        if not others:
            return ""
        chosen = self._chance.choice(others)
        return f"{chosen.target.rpartition('.')[2]}({', '.join(chosen.arguments)})"

    def _try(self, case: Case) -> bool:
        """Whether the case went a way that none of its target went before; one step."""
        self._steps -= 1
        self._recorder.clear()
        done = make(case, self._space)
        if done["kind"] == "none":
            return False
        goals = frozenset(self._recorder.goals)
        for goal, distance in self._recorder.near.items():
            if distance < self._nearest.get(goal, (1e10, case))[0]:
                self._nearest[goal] = (distance, case)
        new = not (goals <= self.reached and self._recorder.edges <= self._edges)
        self.reached |= goals
        self._edges |= self._recorder.edges
        if done["kind"] == "value" and not case.receiver and not any("=" in text for text in case.arguments):
            rows = self.rows.setdefault(case.target, {})
            if len(rows) < _ROWS:
                rows[case.arguments] = None
        return self._kept_in_pool(case, (goals, frozenset(self._recorder.edges)), str(done), new=new)

    def _kept_in_pool(self, case: Case, way: _Way, answer: str, *, new: bool) -> bool:
        """Keep the first cases of each way with different answers, shorter ones instead of longer ones."""
        pool, answers = self._pool[case.target], self._answers.setdefault(way, set())
        cases = pool.get(way, [])
        if new or (not cases and len(pool) < _WAYS) or (cases and answer not in answers and len(cases) < _ALIKE):
            pool.setdefault(way, []).append(case)
            answers.add(answer)
            return new or not cases
        if cases and len(str(case)) < len(str(cases[-1])) and answer not in answers:
            cases[-1] = case
        return False


def _differing(cases: Sequence[Case], done: Sequence[Done], space: dict[str, Any]) -> list[Json]:
    """The places of the cases that do something else here; after some that do not end no more are made."""
    found: list[Json] = []
    slow = 0
    for place, case in enumerate(cases):
        now = make(case, space) if slow < _STRIKES else done[place]
        slow += now.get("error") == "slow"
        if now != done[place]:
            found.append(place)
    return found


def _broken(laws: Sequence[Law], rows: Mapping[str, Sequence[Sequence[str]]], space: dict[str, Any]) -> list[Json]:
    return [place for place, law in enumerate(laws) if _holds(law, rows[law.target], space) is False]


def _holds(law: Law, rows: Sequence[Sequence[str]], space: dict[str, Any]) -> bool | None:
    """As `holds`; a law whose calls do not end does not hold."""
    try:
        with timed(_LAW_SECONDS):
            return holds(law, rows, space)
    except SlowError:
        return False


def _names(case: Case, done: Done) -> Iterator[str]:
    texts = (f"call({', '.join(case.arguments)})", case.receiver or "None", *case.before)
    answers = [done["shown"], *done.get("changed", {}).values(), *done.get("state", {}).values()]
    for text in (*texts, *answers):
        yield from (node.id for node in ast.walk(expression_of(text)) if isinstance(node, ast.Name))


def _case(plain: Mapping[str, Any]) -> Case:
    return Case(plain["target"], tuple(plain["arguments"]), plain["receiver"], tuple(plain["before"]))


def _law(plain: Mapping[str, Any]) -> Law:
    return Law(plain["target"], plain["name"], plain["claim"], tuple(plain["parameters"]))
