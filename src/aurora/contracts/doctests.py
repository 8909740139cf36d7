"""Runs the doctests of modules in the sandbox, example by example."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aurora.contracts.sandbox import Sandbox
from aurora.model.execution import Limits, Program
from aurora.model.finding import Sources
from aurora.model.task import Budget

_MARK = "aurora-doctests:"
_AGAIN = """import os, sys
os.environ["PYTHONHASHSEED"] = sys.argv[1]
os.execv(sys.executable, [sys.executable, "-B", "-c", sys.argv[2], *sys.argv[3:]])
"""
_RUN = """import contextlib, doctest, importlib, io, json, os, sys
mark, name, *roots = sys.argv[1:]
sys.path[:0] = [os.path.abspath(root or ".") for root in roots]
rows = []
class Runner(doctest.DocTestRunner):
    def report_start(self, out, test, example):
        pass
    def report_success(self, out, test, example, got):
        rows.append([test.name, example.lineno, example.source, True, got])
    def report_failure(self, out, test, example, got):
        rows.append([test.name, example.lineno, example.source, False, got])
    def report_unexpected_exception(self, out, test, example, info):
        rows.append([test.name, example.lineno, example.source, False, f"{info[0].__name__}: {info[1]}"])
trouble = ""
with contextlib.redirect_stdout(io.StringIO()):
    try:
        module = importlib.import_module(name)
        for test in doctest.DocTestFinder().find(module, name):
            Runner(verbose=False).run(test, out=lambda text: None)
    except (Exception, SystemExit) as error:
        trouble = f"{type(error).__name__}: {error}"
print("\\n" + mark + json.dumps({"rows": rows, "trouble": trouble}))
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """One example of a docstring as it ran; `line` counts from 0 within the docstring."""

    path: str
    name: str  # of the definition; empty for the module
    line: int
    source: str
    held: bool  # in every run
    got: str = ""  # what came instead


@dataclass(frozen=True, slots=True)
class Doctests:
    """All examples, and the modules that could not be run with the reason."""

    ran: tuple[Ran, ...] = ()
    troubles: Mapping[str, str] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """How many examples held."""
        return sum(each.held for each in self.ran)


def run_doctests(
    sandbox: Sandbox, files: Sources, paths: Sequence[str], budget: Budget, seeds: Sequence[int] = (0, 1)
) -> Doctests:
    """Run the examples of these modules, each module in processes of its own, one for each hash seed."""
    asked = [path for path in paths if ">>>" in files[path] and _module(path)]
    limits = Limits(
        wall_seconds=budget.seconds + 20, cpu_seconds=budget.seconds + 10, memory_mb=budget.memory_mb, output_kb=4096
    )
    programs = [
        Program(
            command=("python", "-c", _AGAIN, str(seed), _RUN, _MARK, _module(path), *_roots(path)),
            files=files,
            limits=limits,
        )
        for path in asked
        for seed in seeds
    ]
    outcomes = [_read(each.stdout, each.stderr or each.status.value) for each in sandbox.run_all(programs)]
    ran, troubles = list[Ran](), dict[str, str]()
    for place, path in enumerate(asked):
        mine = outcomes[place * len(seeds) : (place + 1) * len(seeds)]
        trouble = next((each for each in mine if isinstance(each, str)), "")
        if trouble:
            troubles[path] = trouble
        else:
            ran += _merged(path, [each for each in mine if not isinstance(each, str)])
    return Doctests(tuple(ran), troubles)


def _merged(path: str, runs: Sequence[Sequence[Sequence[object]]]) -> Iterator[Ran]:
    """The examples of the first run, failed when they failed in any."""
    failed = {(str(row[0]), str(row[1])): str(row[4]) for run in runs for row in run if not row[3]}
    module = _module(path)
    for name, line, source, _, _ in runs[0]:
        got = failed.get((str(name), str(line)))
        short = str(name).removeprefix(module).lstrip(".")
        yield Ran(path, short, int(str(line)), str(source).strip(), got is None, (got or "").strip())


def _read(stdout: str, otherwise: str) -> list[list[object]] | str:
    """The rows that a run told, or why there are none."""
    _, mark, text = stdout.rpartition(_MARK)
    if not mark:
        return otherwise.strip().rpartition("\n")[2][:200] or "it ended without an answer"
    told = json.loads(text.partition("\n")[0])
    return str(told["trouble"]) or list(told["rows"])


def _module(path: str) -> str:
    """The dotted name of a module; empty for a path that cannot be imported."""
    parts = path.removesuffix(".py").removeprefix("src/").split("/")
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join(parts) if parts and all(part.isidentifier() for part in parts) else ""


def _roots(path: str) -> tuple[str, ...]:
    return ("src", "") if path.startswith("src/") else ("",)
