"""What each knowledge pack is good for: its probes, through the engine, with the pack and without it.

Run: python -m bench.probes [--budget 2] [--seconds 280] [--only PACK ...]

The first candidate must keep the hidden asserts; candidates run in the sandbox only. Searches are ended by steps, kept
in `--state`, which is that of `bench.ablation.synthesis` too, and gone on with when this is run again; rows of
`bench/measurements.jsonl` are written for the packs that are done.
"""

import argparse
import time
from contextlib import closing
from pathlib import Path

from bench.ablation.synthesis import Measured, State, probes, write

from aurora.adapters.sandbox.opening import open_sandbox

_FLOW = "python -m bench.probes"
_ROOT = "units.knowledge"


def main() -> None:
    """Measure until everything is done or the seconds are over."""
    options = _options()
    sample = list(probes())
    own: dict[str, list[str]] = {}
    for scored in sample:
        own.setdefault(scored.id.partition("/")[0], []).append(scored.id)
    state = State(options.state, [task.id for task in sample], options.budget)
    with closing(open_sandbox(workers=1)) as sandbox:
        measured = Measured(sandbox, sample, options.budget, time.monotonic() + options.seconds, state)
        measured.run("", [name for pack in options.only or own for name in own[pack]])
        for pack in options.only or own:
            measured.run(f"{_ROOT}.{pack}", own[pack])
    figures = {}
    for pack in options.only or own:
        on, off = (_solved(state, part, own[pack]) for part in ("", f"{_ROOT}.{pack}"))
        if on is not None and off is not None:
            figures[pack] = (on, off)
            print(f"{pack}: {on} of {len(own[pack])} with the pack, {off} without")
            write(_FLOW, len(own[pack]), {f"{_ROOT}.{pack}": (on, off)})
    on, off = (sum(pair[place] for pair in figures.values()) for place in (0, 1))
    print(f"{len(figures)} packs: {on} of {sum(len(own[pack]) for pack in figures)} with the pack, {off} without")


def _solved(state: State, part: str, names: list[str]) -> int | None:
    """How many of these were solved; None when not all were searched."""
    rows = state.rows(part)
    return sum(rows[name]["solved"] for name in names) if set(names) <= set(rows) else None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--budget", type=float, default=2.0, help="seconds of a core a search, in steps")
    parser.add_argument("--seconds", type=float, default=280.0, help="after which it stops, to go on another time")
    parser.add_argument("--state", type=Path, default=Path("runs/ablation"))
    parser.add_argument("--only", nargs="*", default=[], help="names of packs; all when none is given")
    return parser.parse_args()


if __name__ == "__main__":
    main()
