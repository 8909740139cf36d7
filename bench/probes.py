"""What each knowledge pack and each strategy is good for: its probes, through the engine, with it and without it.

Run: python -m bench.probes [--budget 2] [--seconds 280] [--only NAME ...]

The probes of a pack are declared with it, those of strategies are in `bench/strategies.jsonl`: tasks of our own that a
user may ask, three of each kind that the strategy is made for. All take some ten minutes of a core.

The first candidate must keep the hidden asserts; candidates run in the sandbox only. Searches are ended by steps, kept
in `--state`, which is that of `bench.ablation.synthesis` too, and gone on with when this is run again; rows of
`bench/measurements.jsonl` are written for the parts that are done.
"""

import argparse
import time
from contextlib import closing
from pathlib import Path

from bench.ablation.synthesis import Measured, State, probes, switches, write

from aurora.adapters.sandbox.opening import open_sandbox

_FLOW = "python -m bench.probes"


def main() -> None:
    """Measure until everything is done or the seconds are over."""
    options = _options()
    sample = list(probes())
    own: dict[str, list[str]] = {}
    for scored in sample:
        own.setdefault(scored.id.partition("/")[0], []).append(scored.id)
    state = State(options.state, [task.id for task in sample], options.budget)
    parts = {part.rpartition(".")[2]: part for part in switches()}
    with closing(open_sandbox(workers=1)) as sandbox:
        measured = Measured(sandbox, sample, options.budget, time.monotonic() + options.seconds, state)
        measured.run("", [task for name in options.only or own for task in own[name]])
        for name in options.only or own:
            measured.run(parts[name], own[name])
    figures = {}
    for name in options.only or own:
        on, off = (_solved(state, part, own[name]) for part in ("", parts[name]))
        if on is not None and off is not None:
            figures[name] = (on, off)
            print(f"{name}: {on} of {len(own[name])} with it, {off} without")
            write(_FLOW, len(own[name]), {parts[name]: (on, off)})
    on, off = (sum(pair[place] for pair in figures.values()) for place in (0, 1))
    asked = sum(len(own[name]) for name in figures)
    print(f"{len(figures)} of {len(own)} parts: {on} of {asked} with them, {off} without")


def _solved(state: State, part: str, names: list[str]) -> int | None:
    """How many of these were solved; None when not all were searched."""
    rows = state.rows(part)
    return sum(rows[name]["solved"] for name in names) if set(names) <= set(rows) else None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--budget", type=float, default=2.0, help="seconds of a core a search, in steps")
    parser.add_argument("--seconds", type=float, default=280.0, help="after which it stops, to go on another time")
    parser.add_argument("--state", type=Path, default=Path("runs/ablation"))
    parser.add_argument("--only", nargs="*", default=[], help="names of packs or strategies; all when none is given")
    return parser.parse_args()


if __name__ == "__main__":
    main()
