"""Compare two runs: what got better and worse, function by function, in scores, time and calls."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aurora.adapters.runs.folder import Runs, changed_graph, changed_scores


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side; `scores` is as in `scores_diff.json`, `calls` as in `graph_diff.json`."""

    old: str
    new: str
    scores: Mapping[str, Any]
    calls: Mapping[str, Any]
    verdicts: Mapping[str, tuple[str, str]]  # of what changed, by function

    @property
    def badge(self) -> str:
        """Red or green in words."""
        count = len(self.scores["regressions"])
        return f"Regressions {count}" if count else "No regressions"

    @property
    def worse(self) -> bool:
        """Whether anything got worse."""
        return bool(self.scores["regressions"])


def compare_runs(runs: Runs, old: str, new: str) -> Comparison:
    """The change from one run or baseline to another; raises `NotFoundError`."""
    names = [runs.find(each).name for each in (old, new)]
    before, after = (runs.scores(each) for each in (old, new))
    scores = changed_scores(before, after)
    changed = [*scores["regressions"], *scores["improvements"]]
    verdicts = {name: (str(before[name]["verdict"]), str(after[name]["verdict"])) for name in changed}
    return Comparison(names[0], names[1], scores, changed_graph(runs.graph(old), runs.graph(new)), verdicts)


def keep_baseline(runs: Runs, id: str, name: str) -> Path:
    """Keep a run as a baseline by name."""
    return runs.keep(id, name)
