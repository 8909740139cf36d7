"""What each knowledge pack is good for: its probes, through the engine, with the pack and without it.

Run: python -m bench.probes [--budget 5] [--only PACK ...] [--out bench/probes.json]
Hidden asserts decide; candidates run in the sandbox only.
"""

import argparse
import json
from pathlib import Path

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.pack import Pack, Probe
from aurora.contracts.sandbox import Sandbox
from aurora.engines.synthesis.engine import Synthesizer
from aurora.model.execution import Limits, Program
from aurora.model.task import Budget, SynthesisTask
from aurora.registry.discover import packages

_ROOT = "aurora.units.knowledge"


def solves(sandbox: Sandbox, synthesizer: Synthesizer, probe: Probe, budget: float) -> bool:
    """Whether the first candidate for a probe keeps its hidden asserts."""
    task = SynthesisTask(probe.prompt, "", probe.signature, asserts=probe.asserts)
    found = synthesizer.search(task, Budget(budget)).candidates
    source = "\n".join([found[0].code, *probe.asserts, *probe.hidden]) if found else "raise SystemExit(1)"
    return sandbox.run(Program(source=source, limits=Limits(wall_seconds=20.0))).ok


def solved(sandbox: Sandbox, pack: Pack, budget: float, without: tuple[str, ...] = ()) -> list[bool]:
    """Which probes of a pack are solved, with some parts switched off."""
    synthesizer = Synthesizer(sandbox, without=without)
    try:
        return [solves(sandbox, synthesizer, probe, budget) for probe in pack.probes]
    finally:
        synthesizer.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--budget", type=float, default=5.0)
    parser.add_argument("--only", nargs="*", default=[], help="names of packs; all when none is given")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    sandbox, report = open_sandbox(), {}
    for package in packages(_ROOT):
        name = package.__name__.removeprefix(f"{_ROOT}.")
        if options.only and name not in options.only:
            continue
        on = solved(sandbox, package.PACK, options.budget)
        off = solved(sandbox, package.PACK, options.budget, (f"units.knowledge.{name}",))
        report[name] = {"probes": len(on), "with": sum(on), "without": sum(off)}
        print(f"{name}: {sum(on)} of {len(on)} with the pack, {sum(off)} without", flush=True)
    sandbox.close()
    whole = {key: sum(row[key] for row in report.values()) for key in ("probes", "with", "without")}
    print(f"all: {whole['with']} of {whole['probes']} with the pack, {whole['without']} without")
    if options.out:
        options.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
