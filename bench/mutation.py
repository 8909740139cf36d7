"""How many changes of an answer its generated tests notice, on the functions of the specifications.

Run: python -m bench.mutation [SPEC.md ...] [--budget 5] [--limit 12]

All changes of one place are tried, not only those by which the tests were chosen. One that does the same on 200 inputs
of another seed counts as no change.
"""

import argparse
import inspect
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from aurora.adapters.specs.reader import read_spec
from aurora.app import join
from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.plan import plan
from aurora.flows.synthesize import synthesize
from aurora.flows.tools import Tools
from aurora.model.execution import Limits, Program
from aurora.model.settings import Settings
from aurora.model.task import SynthesisTask
from aurora.pycode.asserts import read_asserts
from aurora.pycode.mutants import mutants


def noticed(name: str, codes: Sequence[str], library: Mapping[str, str], tests: str) -> list[bool]:
    """Whether the tests fail for each of the codes of a function; runs inside the sandbox."""
    import signal

    def parametrize(_names: str, values: list[Any]) -> Any:
        return lambda test: lambda: [test(value) for value in values] and None

    def late(_number: int, _frame: object) -> None:
        raise TimeoutError

    marks: Any = ModuleType("pytest")
    marks.mark = ModuleType("mark")
    marks.mark.parametrize = parametrize
    sys.modules["pytest"] = marks
    signal.signal(signal.SIGPROF, late)
    earlier: dict[str, Any] = {}
    for module, text in library.items():
        exec(text, earlier)
        sys.modules[module] = ModuleType(module)
        sys.modules[module].__dict__.update(earlier)
    told = []
    for code in codes:
        answer = ModuleType(name)
        sys.modules[name] = answer
        answer.__dict__.update(earlier)
        exec(code, answer.__dict__)
        signal.setitimer(signal.ITIMER_PROF, 2.0)
        space: dict[str, Any] = {}
        try:
            exec(tests, space)
            for test in [value for key, value in space.items() if key.startswith("test_")]:
                test()
            told.append(False)
        except BaseException:  # noqa: BLE001 - a test that fails in any way has noticed
            told.append(True)
        signal.setitimer(signal.ITIMER_PROF, 0)
    return told


def changed(task: SynthesisTask, code: str, sandbox: Sandbox) -> list[str]:
    """All mutants of the code that do something else on inputs of another seed."""
    asked = plan(task, read_asserts("\n".join(task.asserts), task.name), code, seed=99)
    probe = replace(asked.probe, most=200, asserts=())
    texts = mutants(code, 1000)
    own, *others = probe.ask_together(sandbox, [code, *texts], 60.0)
    pairs = zip(texts, others, strict=True)
    return [text for text, other in pairs if other.trouble or other.outputs != own.outputs]


def scored(task: SynthesisTask, code: str, tests: str, sandbox: Sandbox) -> tuple[int, int]:
    """(noticed, tried) mutants of a function; raises RuntimeError when the tests fail for the answer itself."""
    texts = changed(task, code, sandbox)
    request = json.dumps([task.name, [code, *texts], dict(task.library), tests])
    head = "import json, sys\nfrom types import ModuleType\nfrom typing import *\nfrom collections.abc import *\n"
    source = f"{head}{inspect.getsource(noticed)}\nresult = noticed(*json.loads({request!r}))\n"
    outcome = sandbox.run(Program(source=source, limits=Limits(wall_seconds=60, cpu_seconds=60)))
    if not isinstance(outcome.value, list) or outcome.value[0]:
        raise RuntimeError(f"the tests of {task.name} do not run: {outcome}")
    return sum(map(bool, outcome.value[1:])), len(texts)


def rows(tools: Tools, paths: Sequence[Path], seconds: float) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """For each function: its name with the verdict, what all tests notice, and what its given examples alone notice."""
    for path in paths:
        library: dict[str, str] = {}
        for function in read_spec(path).functions:
            task = replace(function.task, library=dict(library))
            answer = synthesize(tools, task, tools.budget(seconds), tests=True)
            if answer.code:
                library[task.name] = answer.code
                examples = f"from {task.name} import {task.name}\n\n\ndef test_all():\n    " + "\n    ".join(
                    task.asserts
                )
                everything = scored(task, answer.code, answer.tests, tools.sandbox)
                told = f"{task.name} ({answer.verdict})"
                yield told, everything, scored(task, answer.code, examples, tools.sandbox)
            else:
                print(f"{task.name} ({answer.verdict}): {' '.join(answer.judgement.reasons)}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("specs", nargs="*", type=Path)
    parser.add_argument("--budget", type=float, default=5.0)
    parser.add_argument("--limit", type=int, default=1000)
    options = parser.parse_args()
    tools = join(Settings.read(os.environ))
    total = [0, 0, 0]
    try:
        paths = options.specs or sorted(tools.settings.specs.glob("*.md"))
        for name, (killed, tried), (by_examples, _) in islice(rows(tools, paths, options.budget), options.limit):
            print(f"{name}: {killed} of {tried} changes noticed, {by_examples} by the given examples alone", flush=True)
            total = [total[0] + killed, total[1] + tried, total[2] + by_examples]
    finally:
        tools.close()
    print(f"all: {total[0]} of {total[1]} changes noticed, {total[2]} by the given examples alone")


if __name__ == "__main__":
    main()
